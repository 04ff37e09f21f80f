import type { Measure, MovementQuarter } from '#budget';
import { add, type Quarter, QUARTERS, quartersUpTo, type Satang, subtract, sum, ZERO } from '#kernel';

/** The columns of the plan-against-actual report. */
export const REPORT_MEASURES = ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available'] as const;
export type ReportMeasure = (typeof REPORT_MEASURES)[number];

/** What moved in one quarter of one project. */
export interface Cell {
  readonly project: string;
  readonly quarter: MovementQuarter;
  readonly measure: Measure;
  readonly balance: Satang;
}

/** Exact figures of a row; an absent one means that nothing was posted. */
export type Figures = Readonly<Record<ReportMeasure, Satang | undefined>>;

type CellLookup = (project: string, quarter: Quarter, measure: Measure) => Satang | undefined;

export function lookupOf(cells: readonly Cell[]): CellLookup {
  const found = new Map(
    cells.map((cell) => [`${cell.project}\n${cell.quarter}\n${cell.measure}`, cell.balance]),
  );
  return (project, quarter, measure) => found.get(`${project}\n${quarter}\n${measure}`);
}

/** The sum of what is there; nothing when nothing is. */
export function sumOf(amounts: readonly (Satang | undefined)[]): Satang | undefined {
  const present = amounts.filter((amount) => amount !== undefined);
  return present.length > 0 ? sum(present) : undefined;
}

/** The figures of a project over some quarters; plan and actuals may cover different ones. */
export function figuresOf(
  lookup: CellLookup,
  project: string,
  quarters: { readonly plan: readonly Quarter[]; readonly actual: readonly Quarter[] },
): Figures {
  const over = (measure: Measure, range: readonly Quarter[]) =>
    sumOf(range.map((quarter) => lookup(project, quarter, measure)));
  const budget = over('budget', quarters.actual);
  const paid = over('disbursed', quarters.actual);
  const obliged = over('committed', quarters.actual);
  const asked = over('pre-committed', quarters.actual);
  const moved = paid !== undefined || obliged !== undefined;
  const spent = moved ? add(paid ?? ZERO, obliged ?? ZERO) : undefined;
  return {
    budget,
    plan: over('plan', quarters.plan),
    spent,
    // Where anything moved the other figure is a real zero, so that spent can be checked in the row.
    disbursed: moved ? (paid ?? ZERO) : undefined,
    committed: moved ? (obliged ?? ZERO) : undefined,
    available:
      budget === undefined && asked === undefined && !moved
        ? undefined
        : subtract(subtract(budget ?? ZERO, asked ?? ZERO), spent ?? ZERO),
  };
}

export function totalOf(rows: readonly Figures[]): Figures {
  const over = (measure: ReportMeasure) => sumOf(rows.map((row) => row[measure]));
  return Object.fromEntries(REPORT_MEASURES.map((measure) => [measure, over(measure)])) as unknown as Figures;
}

export const cumulativeQuarters = (quarter: Quarter) => {
  const range = quartersUpTo(quarter);
  return { plan: range, actual: range };
};

export const yearQuarters = (quarter: Quarter) => ({ plan: QUARTERS, actual: quartersUpTo(quarter) });
