import type { AnswerOf } from '../api/use-answer.ts';
import { useClocks } from '../clocks/use-clocks.ts';
import { useView } from '../app/view.ts';
import type { FigureAddress } from '../parts/figure.tsx';

/** A figure and what makes it, as the API tells it. */
export type Explained = AnswerOf<'/api/v1/explain'>;

/** The figure that is asked about, as the API takes it: what a page's address says is only read, never trusted. */
export interface ExplainQuery {
  readonly fiscalYear: number;
  readonly measure: string;
  readonly project?: string;
  readonly quarter?: string;
  readonly month?: string;
  readonly cumulative?: boolean;
  readonly fundSource?: string;
  readonly category?: string;
  readonly document?: string;
  readonly stage?: string;
  readonly item?: string;
  /** As known at this position, whatever the clocks of the page say: of a figure before or after one event. */
  readonly knownAt?: string;
  /** Up to this day, likewise. */
  readonly effectiveTo?: string;
}

const NAMES = [
  ...(['project', 'quarter', 'month', 'cumulative', 'fundSource', 'category'] as const),
  ...(['document', 'stage', 'item', 'knownAt', 'effectiveTo'] as const),
];

/** The address of a cell, for `<Figure of={…}>`. */
export const cellOf = (
  query: Omit<ExplainQuery, 'fiscalYear'> & { readonly fiscalYear: string | number },
): FigureAddress => ({
  kind: 'cell',
  ...query,
  fiscalYear: Number(query.fiscalYear),
});

/** What is explained on the page, with its clocks; nothing when no drawer is open. */
export function useExplained() {
  const { explain } = useView();
  const clocks = useClocks();
  if (explain === undefined) return undefined;
  const { fiscalYear, measure } = explain;
  const rest = NAMES.flatMap((name) => (explain[name] === undefined ? [] : [[name, explain[name]] as const]));
  const address: ExplainQuery = {
    fiscalYear: Number(fiscalYear),
    measure: String(measure),
    ...Object.fromEntries(rest),
  };
  const { effectiveTo, ...others } = clocks.query;
  const ofPage = address.knownAt === undefined && effectiveTo !== undefined ? { effectiveTo } : {};
  return { address, query: { ...others, ...ofPage, ...address } };
}
