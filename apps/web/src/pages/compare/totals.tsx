import type { ReactNode } from 'react';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Change, Side } from './amounts.tsx';
import { Measure } from './measure.tsx';
import { compareTexts } from './texts.ts';
import type { Compared } from './use-compared.ts';
import type { Diff } from './use-diff-query.ts';

interface TotalsProps {
  readonly totals: NonNullable<Diff['totals']>;
  readonly compared: Compared;
}

/** The totals that changed because cells did. */
export function Totals({ totals, compared }: TotalsProps): ReactNode {
  const t = useTexts(compareTexts);
  const hasQuarter = totals.some(({ quarter }) => quarter !== undefined);
  return (
    <FigureTable caption={t('totals')}>
      <thead>
        <tr>
          <th scope="col">{t('measure')}</th>
          {hasQuarter ? <th scope="col">{t('quarter')}</th> : null}
          <th scope="col" className="number">
            {t('before')}
          </th>
          <th scope="col" className="number">
            {t('after')}
          </th>
          <th scope="col" className="number">
            {t('change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {totals.map((cell) => (
          <tr key={`${cell.measure}·${cell.quarter ?? ''}`}>
            <th scope="row">
              <Measure measure={cell.measure} />
            </th>
            {hasQuarter ? <td>{cell.quarter}</td> : null}
            <td className="number">
              <Side cell={cell} compared={compared} side="from" />
            </td>
            <td className="number">
              <Side cell={cell} compared={compared} side="to" />
            </td>
            <td className="number">
              <Change baht={cell.change} />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
