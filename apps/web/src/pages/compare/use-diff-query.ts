import type { InitOf } from '../../api/operations.ts';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useView } from '../../app/view.ts';
import type { Compared } from './use-compared.ts';

export type Diff = AnswerOf<'/api/v1/diff'>;
export type DiffQuery = InitOf<'/api/v1/diff', 'get'>['params']['query'];

/** What the ledger is asked for what is compared. */
export function useDiffQuery(compared: Compared): DiffQuery {
  const { org: organisation } = useView();
  const { fiscalYear, from = 'now', to = 'now', fromDay, toDay, what, quarter, byQuarter } = compared;
  return {
    fiscalYear: Number(fiscalYear),
    from,
    to,
    of: what,
    roots: true,
    ...(fromDay === undefined ? {} : { fromEffectiveTo: fromDay }),
    ...(toDay === undefined ? {} : { toEffectiveTo: toDay }),
    ...(quarter === undefined ? {} : { quarter }),
    ...(byQuarter && what === 'quarterly' ? { byQuarter: true } : {}),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** Where the same comparison is as CSV. */
export function csvAddress(query: DiffQuery): string {
  const said = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return `/api/v1/diff?${new URLSearchParams([...said, ['format', 'csv']]).toString()}`;
}
