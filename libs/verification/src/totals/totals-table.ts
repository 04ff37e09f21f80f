import { inTotalsOrder, type TotalsRow } from '#audit-trail';
import type { Measure, MovementQuarter } from '#budget';
import { add, formatBaht, type Satang, ZERO } from '#kernel';

/** The measures that the totals of a ledger name, in their order. */
export const TOTAL_MEASURES = ['plan', 'budget', 'committed', 'disbursed'] as const;
export type TotalMeasure = (typeof TOTAL_MEASURES)[number];

/** The account of one project in one fiscal year. */
export interface TotalsAccount {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
}

type Amounts = Record<TotalMeasure, Satang>;
type Place = TotalsAccount & { readonly quarter: MovementQuarter };

/** Adds up movements by account and quarter, and gives them in the order of `totals.json`. */
export class TotalsTable {
  readonly #cells = new Map<string, { readonly place: Place; readonly amounts: Amounts }>();

  /** Counts a movement; other measures than those of the totals are passed over. */
  add(account: TotalsAccount, quarter: MovementQuarter, measure: Measure, amount: Satang): void {
    if (!isTotalMeasure(measure)) return;
    const place = { ...account, quarter };
    const key = keyOf(place);
    const cell = this.#cells.get(key) ?? {
      place,
      amounts: { plan: ZERO, budget: ZERO, committed: ZERO, disbursed: ZERO },
    };
    cell.amounts[measure] = add(cell.amounts[measure], amount);
    this.#cells.set(key, cell);
  }

  rows(): TotalsRow[] {
    return [...this.#cells.values()]
      .sort((a, b) => inTotalsOrder(a.place, b.place))
      .map(({ place, amounts }) => ({
        ...place,
        plan: formatBaht(amounts.plan),
        budget: formatBaht(amounts.budget),
        committed: formatBaht(amounts.committed),
        disbursed: formatBaht(amounts.disbursed),
      }));
  }
}

const isTotalMeasure = (measure: Measure): measure is TotalMeasure =>
  (TOTAL_MEASURES as readonly string[]).includes(measure);

/** The same for the same account and quarter. */
export const keyOf = ({ organisation, fiscalYear, project, quarter }: Place): string =>
  [organisation, fiscalYear, project, quarter].join('\n');
