import type { ReactNode } from 'react';
import { useView } from '../../app/view.ts';
import { type AnswerOf } from '../../api/use-answer.ts';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Baht } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { useConditionWords } from './condition-words.ts';
import { type ConditionName, type Conditions, CRITERIA, useJournalView } from './filter.ts';
import styles from './page.module.css';
import { journalTexts } from './texts.ts';

type Summary = AnswerOf<'/api/v1/journal/summary'>;

export const grouped = (digits: string | number): string =>
  String(digits).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

interface SummaryProps {
  readonly summary: Summary;
  readonly conditions: Conditions;
}

/** How many entries fit and what their amounts come to; where none does, the condition that excludes most. */
export function SummaryLine({ summary, conditions }: SummaryProps): ReactNode {
  const t = useTexts(journalTexts);
  const { count, amount } = summary;
  const { unit } = useView();
  if (count.rows === 0) return <Nothing summary={summary} conditions={conditions} />;
  const said = { n: count.rows, count: grouped(count.rows) };
  return (
    <div className={styles['summary']}>
      <p role="status">
        {t(count.isWhole ? 'count' : 'countMore', said)}
        {' · '}
        {amount === null ? (
          t('noSum')
        ) : (
          <>
            {t('sum')} <Baht value={amount} /> {t(unit)}
          </>
        )}
      </p>
      {summary.byType.length > 1 ? <ByType summary={summary} /> : null}
    </div>
  );
}

function ByType({ summary: { byType } }: { readonly summary: Summary }): ReactNode {
  const t = useTexts(journalTexts);
  return (
    <details>
      <summary>{t('byType')}</summary>
      <FigureTable caption={t('byType')}>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col" className="number">
              {t('entries')}
            </th>
            <th scope="col" className="number">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byType.map(({ type, rows, amount }) => (
            <tr key={type}>
              <th scope="row">
                <EventName type={type} />
              </th>
              <td className="number">{grouped(rows)}</td>
              <td className="number">
                <Baht value={amount} />
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </details>
  );
}

function Nothing({ summary: { excluding }, conditions }: SummaryProps): ReactNode {
  const t = useTexts(journalTexts);
  const words = useConditionWords();
  const { set } = useJournalView();
  if (excluding === null)
    return <p role="status">{t(Object.keys(conditions).length === 0 ? 'noneAtAll' : 'none')}</p>;
  const own = CRITERIA[excluding.criterion] ?? [excluding.criterion as ConditionName];
  const names = own.filter((name) => conditions[name] !== undefined);
  const what = names.map((name) => words(name, conditions[name] ?? '')).join(' · ');
  const count = `${grouped(excluding.rows)}${excluding.isWhole ? '' : '+'}`;
  return (
    <div role="status">
      <p>{t('none')}</p>
      {names.length === 0 ? null : (
        <>
          <p>{t('excluding', { what, count })}</p>
          <button
            type="button"
            className={styles['drop']}
            onClick={() => set(Object.fromEntries(names.map((name) => [name, undefined])))}
          >
            {t('drop', { what })}
          </button>
        </>
      )}
    </div>
  );
}
