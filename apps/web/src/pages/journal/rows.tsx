import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { useJournalView } from './filter.ts';
import styles from './page.module.css';
import { type JournalRow, RowDetails } from './row-details.tsx';
import { grouped } from './summary.tsx';
import { journalTexts } from './texts.ts';

const COLUMNS = 8;

/** The entries of a page; each opens in place. */
export function Rows({
  rows,
  opened,
}: {
  readonly rows: readonly JournalRow[];
  readonly opened?: string | undefined;
}): ReactNode {
  const t = useTexts(journalTexts);
  return (
    <FigureTable caption={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('position')}</th>
          <th scope="col">{t('booked')}</th>
          <th scope="col">{t('effective')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('project')}</th>
          <th scope="col" className="number">
            {t('amount')}
          </th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.position}>
            <Row row={row} isOpen={row.position === opened} />
            {row.position === opened ? (
              <tr>
                <td colSpan={COLUMNS} className={styles['opened']}>
                  <RowDetails row={row} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </FigureTable>
  );
}

function Row({ row, isOpen }: { readonly row: JournalRow; readonly isOpen: boolean }): ReactNode {
  const t = useTexts(journalTexts);
  const { date, time } = useDates();
  const { open, set } = useJournalView();
  const { position, amount, actor, document } = row;
  return (
    <tr>
      <th scope="row" className={styles['position']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isOpen}
          aria-label={t('details', { position: grouped(position) })}
          onClick={() => open(isOpen ? undefined : position)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        </button>{' '}
        <Link to="/e/$position" params={{ position }}>
          {grouped(position)}
        </Link>
      </th>
      <td className={styles['moment']}>{time(row.booked_at)}</td>
      <td className={styles['moment']}>{date(row.effective_on)}</td>
      <td className={styles['entry']}>
        <EventName type={row.type} />
        {document === undefined ? null : <span className={styles['document']}> {document}</span>}
        <Marks row={row} />
      </td>
      <td>{row.project_code}</td>
      <td className="number">
        {amount === undefined ? '' : <Figure baht={amount} of={{ kind: 'event', position }} />}
      </td>
      <td>
        <button
          type="button"
          className={styles['actor']}
          title={t('onlyActor', { actor })}
          onClick={() => set({ actor })}
        >
          {actor}
        </button>
      </td>
      <td className={styles['why']}>
        {[row.reason, row.source].filter((text) => text !== undefined).join(' · ')}
      </td>
    </tr>
  );
}

/** What the entry is besides: taken back, taken over. */
function Marks({ row }: { readonly row: JournalRow }): ReactNode {
  const t = useTexts(journalTexts);
  return (
    <>
      {row.reversed_by === undefined ? null : <span className={styles['mark']}> {t('reversedMark')}</span>}
      {row.imported === undefined ? null : <span className={styles['mark']}> {t('importedMark')}</span>}
    </>
  );
}
