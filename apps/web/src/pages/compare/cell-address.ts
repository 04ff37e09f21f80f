import type { FigureAddress } from '../../parts/figure.tsx';
import type { Compared } from './use-compared.ts';
import type { Diff } from './use-diff-query.ts';

export type ChangedCell = NonNullable<Diff['cells']>[number] | NonNullable<Diff['totals']>[number];

/** What explains one side of a changed cell: the address carries that side's own clocks. */
export function cellAddress(cell: ChangedCell, compared: Compared, side: 'from' | 'to'): FigureAddress {
  const { fiscalYear, quarter: through = 'Q4', byQuarter } = compared;
  const known = side === 'from' ? compared.from : compared.to;
  const day = side === 'from' ? compared.fromDay : compared.toDay;
  const { project_code: project, fund_source: fundSource, category, measure, quarter } = cell;
  const isOwn = byQuarter && quarter !== undefined && quarter !== 'TOTAL';
  // Of a report by line the planned quarters stand by themselves; the rest is the sum to the end.
  const isPlanned = compared.what === 'budget-status' && measure === 'plan';
  // The plan of the whole year stands in the TOTAL of a report by quarter.
  const end = quarter === 'TOTAL' && measure === 'plan' ? 'Q4' : through;
  return {
    kind: 'cell',
    fiscalYear,
    ...(project === 'TOTAL' ? {} : { project }),
    measure,
    quarter: isOwn || isPlanned ? quarter : end,
    ...(isOwn || isPlanned ? {} : { cumulative: true }),
    ...(fundSource === undefined ? {} : { fundSource, category }),
    ...(known === undefined ? {} : { knownAt: known }),
    ...(day === undefined ? {} : { effectiveTo: day }),
  };
}
