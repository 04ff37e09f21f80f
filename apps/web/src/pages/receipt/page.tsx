import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { Page } from '../../parts/page.tsx';
import { useDates } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { bahtWords } from '../../typed/baht-words.ts';
import { Evidence } from './evidence.tsx';
import { Moved } from './moved.tsx';
import { NextSteps } from './next-steps.tsx';
import styles from './page.module.css';
import { PostedEvents } from './posted-events.tsx';
import { Remarks } from './remarks.tsx';
import { type Posting, postingSentence } from './said-posting.ts';
import { receiptTexts } from './texts.ts';

/** What exactly was recorded under a number; it can be opened again for ever. */
export default function ReceiptPage(): ReactNode {
  const t = useTexts(receiptTexts);
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const answer = useAnswer('/api/v1/postings/{position}', { params: { path: { position: number } } });
  const { error, data } = answer;
  if (error instanceof ApiProblem && ['event-unknown', 'input-invalid'].includes(error.code)) {
    const { head } = error.body;
    return (
      <Page title={t('unknown', { number })}>
        <p>{t('unknownHow', { head: typeof head === 'string' ? head : '…' })}</p>
      </Page>
    );
  }
  return (
    <Page title={t('title', { number: data?.number ?? number })} answers={[answer]}>
      {() => (data === undefined ? null : <Receipt posting={data} />)}
    </Page>
  );
}

function Receipt({ posting }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const { known } = useClocks();
  if (known !== undefined && /^\d+$/.test(known) && BigInt(known) < BigInt(posting.number))
    return <p>{t('notYet')}</p>;
  return (
    <div className={styles['receipt']}>
      <Bands posting={posting} />
      <Facts posting={posting} />
      <Moved posting={posting} />
      <PostedEvents posting={posting} />
      <Evidence files={posting.evidence} />
      <Remarks posting={posting} />
      <NextSteps posting={posting} />
    </div>
  );
}

/** Reversal and what is reversed lead to each other. */
function Bands({ posting: { events } }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const reversedBy = [...new Set(events.map((event) => event.reversedBy).filter((each) => each !== null))];
  const reverses = [...new Set(events.map((event) => event.reverses).filter((each) => each !== null))];
  return (
    <>
      {reversedBy.map((position) => (
        <p key={position} role="status" className={styles['band']}>
          {t('reversedBand')} <ReceiptLink number={position} />
        </p>
      ))}
      {reverses.map((position) => (
        <p key={position} className={styles['band']}>
          {t('reversesBand')} <ReceiptLink number={position} />
        </p>
      ))}
    </>
  );
}

const ReceiptLink = ({ number }: { readonly number: string }): ReactNode => (
  <Link to="/r/$number" params={{ number }}>
    {number}
  </Link>
);

function Facts({ posting }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const { date, time } = useDates();
  const { number, amount, imported, actor, onBehalfOf, approval, reason, source } = posting;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('number'), number],
    [t('recordedAt'), time(posting.recordedAt)],
    [t('bookedAt'), imported ? `${time(posting.bookedAt)} · ${t('imported')}` : null],
    [t('effectiveOn'), `${date(posting.effectiveOn)} (${posting.effectiveOn})`],
    [t(onBehalfOf === null ? 'author' : 'approver'), actor],
    [t('maker'), onBehalfOf],
    [t('approval'), approval],
    [t('reason'), reason],
    [t('source'), source],
  ];
  return (
    <section className={styles['panel']}>
      <p className={styles['sentence']} data-said>
        {postingSentence(posting, useLanguage())}
      </p>
      {amount === null ? null : (
        <p className={styles['words']} lang="th">
          {bahtWords(amount)}
        </p>
      )}
      <dl className={styles['facts']}>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd data-said>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
