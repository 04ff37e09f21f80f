import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { nameIn } from '../../app/organisation.ts';
import { useLanguage } from '../../texts/language.ts';
import { localeOf, useTexts } from '../../texts/texts.ts';
import { AdminPage } from '../admin-parts/admin-page.tsx';
import { useMayRecord } from '../admin-parts/may-record.ts';
import parts from '../admin-parts/parts.module.css';
import { organisationTexts } from './texts.ts';

type Organisation = AnswerOf<'/api/v1/organisations'>['organisations'][number];

const SAMPLE = '(32.1369)';

/** The organisations of the ledger with what was fixed when they were registered. */
export default function OrganisationPage(): ReactNode {
  const t = useTexts(organisationTexts);
  const answer = useAnswer('/api/v1/organisations', {});
  const mayRegister = useMayRecord('organisation/register-organisation');
  const organisations = answer.data?.organisations ?? [];
  return (
    <AdminPage
      page="organisation"
      nowOnly
      answers={[answer]}
      actions={
        mayRegister ? (
          <Link to="/post/$kind" params={{ kind: 'organisationRegister' }}>
            {t('register')}
          </Link>
        ) : null
      }
    >
      {() => (
        <>
          {organisations.length === 0 ? <p>{t('none')}</p> : <p className={parts['note']}>{t('fixed')}</p>}
          {organisations.map((organisation) => (
            <Settings key={organisation.organisation} organisation={organisation} />
          ))}
        </>
      )}
    </AdminPage>
  );
}

function Settings({ organisation }: { readonly organisation: Organisation }): ReactNode {
  const t = useTexts(organisationTexts);
  const monthName = useMonthName();
  const { name, nameEn, calendar, currency, language } = organisation;
  const { startMonth } = calendar;
  const title = nameIn(useLanguage(), organisation);
  const quarter = (at: number) => `${monthName(startMonth + at * 3)}–${monthName(startMonth + at * 3 + 2)}`;
  const quarters = t('quartersSaid', { q1: quarter(0), q2: quarter(1), q3: quarter(2), q4: quarter(3) });
  const facts: readonly (readonly [string, string])[] = [
    [t('code'), organisation.organisation],
    [t('name'), name],
    [t('nameEn'), nameEn ?? '-'],
    [t('calendar'), monthName(startMonth)],
    [t('quarters'), quarters],
    [t('era'), t(calendar.era)],
    [t('timeZone'), calendar.timeZone],
    [t('currency'), currency === 'THB' ? t('THB') : currency],
    [t('language'), t(language)],
    [t('unit'), t('unitSaid')],
    [t('negatives'), t('negativesSaid', { sample: SAMPLE })],
  ];
  return (
    <section aria-label={t('registered', { name: title })}>
      <h2>{title}</h2>
      <dl className={parts['facts']}>
        {facts.map(([label, value]) => (
          <div key={label} className={parts['fact']}>
            <dt>{label}</dt>
            <dd data-said>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Months by their count, which may run on into the next year. */
function useMonthName(): (month: number) => string {
  const language = useLanguage();
  const format = new Intl.DateTimeFormat(localeOf(language), { month: 'short', timeZone: 'UTC' });
  return (month) => format.format(new Date(Date.UTC(2024, (month - 1) % 12, 1)));
}
