import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatBaht, negate, parseBaht, sum } from '#kernel';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { measureName, measureTexts } from '../../explain/measures.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import type { DocumentLife, DocumentRow } from './chain.ts';
import styles from './page.module.css';
import { documentTexts } from './texts.ts';

interface DocumentAmountsProps {
  readonly fy: string;
  readonly caption: string;
  readonly rows: readonly DocumentRow[];
  /** Of them it is also told what was ordered and given back in all. */
  readonly steps?: DocumentLife['steps'];
  /** The numbers lead to the pages of the documents. */
  readonly linked?: boolean;
}

const KEPT = ['amount', 'accepted', 'used', 'outstanding'] as const;

/** What each document, or each line of it, comes to, what later documents took of it, and what is left. */
export function DocumentAmounts({
  fy,
  caption,
  rows,
  steps,
  linked = false,
}: DocumentAmountsProps): ReactNode {
  const t = useTexts(documentTexts);
  const measures = useTexts(measureTexts);
  const { date } = useDates();
  const told = steps === undefined ? KEPT : (['ordered', 'released', ...KEPT] as const);
  return (
    <FigureTable caption={caption} legend={!linked}>
      <thead>
        <tr>
          <th scope="col">{t('document')}</th>
          <th scope="col">{t('stage')}</th>
          {told.map((measure) => (
            <th key={measure} scope="col" className="number">
              {measures(measureName(measure, true))}
            </th>
          ))}
          <th scope="col">{t('line')}</th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('counterparty')}</th>
          <th scope="col">{t('description')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const amounts = { ...row, ...(steps === undefined ? {} : changesOf(row, steps)) };
          return (
            <tr key={`${row.stage} ${row.document} ${row.item ?? ''}`}>
              <th scope="row" className={styles['nowrap']}>
                <Name fy={fy} row={row} linked={linked} />
              </th>
              <td className={styles['nowrap']}>{t(row.stage)}</td>
              {told.map((measure) => (
                <AmountCell key={measure} baht={amounts[measure]} of={addressOf(fy, row, measure)} />
              ))}
              <td lang="en">
                {row.fund_source} · {row.category}
              </td>
              <td>{row.due_on === undefined ? '-' : date(row.due_on)}</td>
              <td>{row.counterparty ?? '-'}</td>
              <td className={styles['words']}>{row.description ?? '-'}</td>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}

function Name({
  fy,
  row,
  linked,
}: Pick<DocumentAmountsProps, 'fy' | 'linked'> & { readonly row: DocumentRow }): ReactNode {
  const name = row.item === undefined ? row.document : `${row.document} · ${row.item}`;
  if (!linked) return name;
  const params = { fy, project: row.project_code, document: row.document };
  return (
    <Link to="/doc/$fy/$project/$document" params={params}>
      {name}
    </Link>
  );
}

/** The address of an amount of a document. */
export const addressOf = (fy: string, row: DocumentRow, measure: string) =>
  cellOf({
    ...{ fiscalYear: fy, project: row.project_code, document: row.document, stage: row.stage, measure },
    ...(row.item === undefined ? {} : { item: row.item }),
  });

/** What raised a document in all, and what lowered it. */
function changesOf(row: DocumentRow, steps: DocumentLife['steps']): { ordered: string; released: string } {
  const moved = steps
    .filter((step) => step.number === row.document && step.stage === row.stage)
    .filter((step) => (step.item ?? undefined) === row.item)
    .map(({ amountBy }) => parseBaht(amountBy));
  return {
    ordered: formatBaht(sum(moved.filter((amount) => amount > 0))),
    released: formatBaht(negate(sum(moved.filter((amount) => amount < 0)))),
  };
}
