import { Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { isRefusal, parseTypedDate, type Refusal } from '#kernel';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/language.ts';
import { useTexts } from '../../texts/texts.ts';
import { journalTexts } from '../journal/texts.ts';
import { titleOf } from '../post/catalogue/catalogue.ts';
import styles from './page.module.css';
import { attemptsTexts } from './texts.ts';

type Attempts = AnswerOf<'/api/v1/attempts'>;

const FILTERS = ['text', 'who', 'code', 'project', 'since', 'until'] as const;
const DAYS: readonly string[] = ['since', 'until'];
const PAGE = '50';

/** Postings that the ledger refused: all for auditors, their own for everybody else. */
export default function AttemptsPage(): ReactNode {
  const t = useTexts(attemptsTexts);
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const said = Object.fromEntries(
    [...FILTERS, 'before'].flatMap((name) => {
      const given = search[name];
      // A number of an attempt reads as a number in an address.
      return typeof given === 'string' || typeof given === 'number' ? [[name, String(given)]] : [];
    }),
  );
  const answer = useAnswer(
    '/api/v1/attempts',
    { params: { query: { ...said, limit: PAGE } } },
    { keep: true },
  );
  return (
    <Page title={t('title')} answers={[answer]}>
      {() => (
        <>
          <Filter said={said} />
          {answer.data === undefined ? null : <AttemptList attempts={answer.data} />}
        </>
      )}
    </Page>
  );
}

/** What was typed as the ledger takes it: days in its form, nothing for what was left empty. */
function readFilter(name: string, typed: FormDataEntryValue | null): string | undefined | Refusal {
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (text === '') return undefined;
  if (!DAYS.includes(name)) return text;
  const day = parseTypedDate(text);
  return isRefusal(day) ? day : day.date;
}

function Filter({ said }: { readonly said: Readonly<Record<string, string>> }): ReactNode {
  const t = useTexts(attemptsTexts);
  const j = useTexts(journalTexts);
  const navigate = useNavigate();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = FILTERS.map((name) => [name, readFilter(name, form.get(name))] as const);
    const refused = read.flatMap(([name, value]) => (isRefusal(value) ? [name] : []));
    setWrong(refused);
    if (refused.length > 0) return;
    const filter = Object.fromEntries(read);
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...filter, before: undefined }) });
  };
  return (
    <form
      key={JSON.stringify(said)}
      className={styles['filter']}
      role="search"
      aria-label={t('filter')}
      onSubmit={onSubmit}
    >
      {FILTERS.map((name) => (
        <TextInput
          key={name}
          id={`attempts-${name}`}
          name={name}
          label={t(name)}
          defaultValue={said[name] ?? ''}
          placeholder={DAYS.includes(name) ? j('dateHint') : undefined}
          error={wrong.includes(name) ? j('dateMalformed') : undefined}
        />
      ))}
      <div className={styles['buttons']}>
        <Button type="submit">{t('filter')}</Button>
        <Link to="/attempts" search={{}}>
          {t('clear')}
        </Link>
      </div>
    </form>
  );
}

function AttemptList({
  attempts: { rows, of, keptForDays, next },
}: {
  readonly attempts: Attempts;
}): ReactNode {
  const t = useTexts(attemptsTexts);
  if (rows.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <FigureTable caption={t('title')} note={t(of, { days: keptForDays })} amounts={false}>
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="number">
              {t('short')}
            </th>
            <th scope="col">{t('body')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AttemptRow key={row.attempt} row={row} />
          ))}
        </tbody>
      </FigureTable>
      <p className={styles['buttons']}>
        <Link to="." search={(before: object) => ({ ...before, before: undefined })}>
          {t('newest')}
        </Link>
        {next === null ? null : (
          <Link to="." search={(before: object) => ({ ...before, before: next.before })}>
            {t('next')}
          </Link>
        )}
      </p>
    </>
  );
}

function AttemptRow({ row }: { readonly row: Attempts['rows'][number] }): ReactNode {
  const t = useTexts(attemptsTexts);
  const { time } = useDates();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row" className="moment">
        {time(row.at)}
      </th>
      <td>{row.who}</td>
      <td>{titleOf(row.operation, language)}</td>
      <td>{row.project ?? '-'}</td>
      <td lang="en" data-said>
        <code>{row.code}</code> {row.message}
      </td>
      <td className="number" data-unrecorded>
        {row.shortfall === undefined ? '-' : sayAmount(row.shortfall, 'baht')}
      </td>
      <td>
        <details>
          <summary className="moment">{t('body')}</summary>
          <pre className={styles['body']}>{row.body}</pre>
        </details>
      </td>
    </tr>
  );
}
