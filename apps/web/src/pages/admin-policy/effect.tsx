import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SentAnswer } from '../../api/use-send.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Baht } from '../../parts/figure.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { policyPageTexts } from './page-texts.ts';

/** What of a year would have been refused, had the proposed policy counted. */
export type Effect = SentAnswer<'/api/v1/control/re-runs'>;

interface EffectTableProps {
  readonly effect: Effect;
  readonly year: string;
}

/** The decisions that a proposed policy would have refused, each with its reason and by how much. */
export function EffectTable({ effect, year }: EffectTableProps): ReactNode {
  const t = useTexts(policyPageTexts);
  const { refused, decisions, rows, truncated } = effect;
  if (refused === 0) return <p role="status">✓ {t('effectNone', { year, decisions })}</p>;
  const caption = t('effect', { year, refused, decisions });
  return (
    <FigureTable caption={caption} footnotes={truncated ? [t('first', { count: rows.length })] : []}>
      <thead>
        <tr>
          {(['position', 'project', 'document', 'day', 'why'] as const).map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('shortBy')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <EffectRow key={row.position} row={row} />
        ))}
      </tbody>
    </FigureTable>
  );
}

function EffectRow({ row }: { readonly row: Effect['rows'][number] }): ReactNode {
  const t = useTexts(policyPageTexts);
  const { date } = useDates();
  return (
    <tr>
      <th scope="row">
        <Link to="/e/$position" params={{ position: row.position }}>
          {row.position}
        </Link>
      </th>
      <td>{row.project}</td>
      <td>{row.document ?? '-'}</td>
      <td className="moment">{date(row.effectiveOn)}</td>
      <td>
        <span lang="en">{row.message}</span> {row.follows ? `(${t('follows')})` : null}
      </td>
      <td className="number">{row.shortBy === undefined ? '-' : <Baht value={row.shortBy} />}</td>
    </tr>
  );
}
