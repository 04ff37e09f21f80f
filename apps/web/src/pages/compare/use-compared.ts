import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFiscalYear } from '../../app/fiscal-year.ts';
import { useView } from '../../app/view.ts';
import { type NamedMoment, useMoments } from '../../clocks/use-moments.ts';

export const WHAT = ['quarterly', 'budget-status', 'kpi'] as const;
/** What is compared. */
export type What = (typeof WHAT)[number];
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export type ThroughQuarter = (typeof QUARTERS)[number];

/** What the address of the page says, with its defaults filled in. */
export interface Compared {
  readonly fiscalYear: string;
  /** Positions; now when absent. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly fromDay: string | undefined;
  readonly toDay: string | undefined;
  readonly what: What;
  /** Whole year when absent. */
  readonly quarter: ThroughQuarter | undefined;
  readonly byQuarter: boolean;
  /** Whether all of it is known: what the address leaves open follows from the moments of the year. */
  readonly isReady: boolean;
}

/** A change of what is compared; `now` stands for now, `year` for the whole year. */
export interface ComparedSearch {
  readonly a?: string;
  readonly b?: string;
  readonly da?: string | undefined;
  readonly db?: string | undefined;
  readonly of?: string | undefined;
  readonly q?: string;
  readonly by?: string | undefined;
}

const NOW = 'now';
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
const isReport = ({ kind }: NamedMoment): boolean => kind === 'report' || kind === 'published';

/** Reads what is compared from the address. Of a year with two reports it is those two, the earlier one first. */
export function useCompared(): Compared {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { known, to: day } = useView();
  const fiscalYear = useFiscalYear();
  const moments = useMoments();
  const reports = (moments ?? []).filter(isReport);
  const [newest, before] = reports;
  const asked = { a: textOf(search['a']), b: textOf(search['b']) };
  const isAsked = asked.a !== undefined || asked.b !== undefined;
  const a = asked.a ?? (before ?? newest)?.position;
  const b = asked.b ?? known ?? (isAsked || before === undefined ? NOW : newest?.position);
  const askedQuarter = textOf(search['q']);
  const quarter = askedQuarter ?? moments?.find(({ position }) => position === a)?.quarter ?? undefined;
  return {
    fiscalYear,
    from: placeOf(a),
    to: placeOf(b),
    fromDay: textOf(search['da']) ?? day,
    toDay: textOf(search['db']) ?? day,
    what: WHAT.find((what) => what === search['of']) ?? 'quarterly',
    quarter: QUARTERS.find((one) => one === quarter),
    byQuarter: search['by'] === 'quarter',
    isReady: moments !== undefined || (isAsked && askedQuarter !== undefined),
  };
}

const placeOf = (moment: string | undefined): string | undefined => (moment === NOW ? undefined : moment);

/** Compares something else; both moments stand in the address from then on. */
export function useSetCompared(): (change: ComparedSearch) => void {
  const navigate = useNavigate();
  const { from, to } = useCompared();
  return (change) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => ({
        ...before,
        a: from ?? NOW,
        b: to ?? NOW,
        ...change,
      }),
      resetScroll: false,
    });
  };
}
