import type { Measure, MovementQuarter } from '#budget';
import { add, type CivilDate, type Quarter, QUARTERS, type Satang, ZERO } from '#kernel';
import type { NamedFigures } from '../exact-figures.ts';
import { sumOf } from '../figures.ts';
import type { FiscalMonth } from '../months.ts';

/** What moved in a month, in the quarter that it counts for. */
export interface MonthMovement {
  readonly quarter: MovementQuarter;
  readonly month: string;
  readonly measure: Measure;
  readonly moved: Satang;
}

export interface CourseInput {
  readonly months: readonly FiscalMonth[];
  readonly moved: readonly MonthMovement[];
  /** Only quarters that are planned. */
  readonly plan: Readonly<Partial<Record<Quarter, Satang>>>;
  /** Of what begins after this day nothing is known yet. */
  readonly cut: CivilDate;
}

/** The figures of a course with their headings: of the span itself, and from the beginning of the year to its end. */
export const COURSE_TITLES = {
  plan: 'Plan',
  spent: 'Spent',
  disbursed: 'Disbursed',
  committed: 'Committed',
  plan_to_date: 'Plan to date',
  spent_to_date: 'Spent to date',
  disbursed_to_date: 'Disbursed to date',
  committed_to_date: 'Committed to date',
} as const;

export type CourseFigures = NamedFigures<keyof typeof COURSE_TITLES>;

/** A month or a quarter of a year; nobody plans by month, so a month has no plan. */
export interface CourseRow {
  readonly level: 'month' | 'quarter';
  readonly quarter: MovementQuarter;
  readonly month?: string;
  readonly figures: CourseFigures;
}

type Moved = Pick<CourseFigures, 'disbursed' | 'committed'>;

/** How a year went: month by month, then quarter by quarter; what was used after the year stands behind its months. */
export function course(input: CourseInput): CourseRow[] {
  return [...monthRows(input), ...quarterRows(input)];
}

function monthRows({ months, moved, cut }: CourseInput): CourseRow[] {
  const after = [...new Set(moved.filter(({ quarter }) => quarter === 'after').map(({ month }) => month))];
  const spans = [
    ...months.map(({ month, quarter, first }) => ({ month, quarter, isKnown: first <= cut })),
    ...after.sort().map((month) => ({ month, quarter: 'after' as const, isKnown: true })),
  ];
  let toDate: Moved = { disbursed: undefined, committed: undefined };
  return spans.map(({ month, quarter, isKnown }): CourseRow => {
    const own = movedIn(moved.filter((each) => each.month === month && each.quarter === quarter));
    toDate = together([toDate, own]);
    const figures = {
      ...figuresOf(own, isKnown ? toDate : undefined),
      plan: undefined,
      plan_to_date: undefined,
    };
    return { level: 'month', quarter, month, figures };
  });
}

function quarterRows({ months, moved, plan, cut }: CourseInput): CourseRow[] {
  let toDate: Moved = { disbursed: undefined, committed: undefined };
  let planned: Satang | undefined;
  return QUARTERS.map((quarter): CourseRow => {
    const own = movedIn(moved.filter((each) => each.quarter === quarter));
    toDate = together([toDate, own]);
    planned = sumOf([planned, plan[quarter]]);
    const first = months.find((month) => month.quarter === quarter)?.first;
    const isKnown = first !== undefined && first <= cut;
    const figures = {
      ...figuresOf(own, isKnown ? toDate : undefined),
      plan: plan[quarter],
      plan_to_date: planned,
    };
    return { level: 'quarter', quarter, figures };
  });
}

function movedIn(rows: readonly MonthMovement[]): Moved {
  const of = (measure: Measure) =>
    sumOf(rows.filter((row) => row.measure === measure).map(({ moved }) => moved));
  return bothOrNone({ disbursed: of('disbursed'), committed: of('committed') });
}

const together = (parts: readonly Moved[]): Moved => ({
  disbursed: sumOf(parts.map(({ disbursed }) => disbursed)),
  committed: sumOf(parts.map(({ committed }) => committed)),
});

/** Where anything moved the other figure is a real zero, so that spent can be checked in the row. */
const bothOrNone = ({ disbursed, committed }: Moved): Moved =>
  disbursed === undefined && committed === undefined
    ? { disbursed, committed }
    : { disbursed: disbursed ?? ZERO, committed: committed ?? ZERO };

const spentOf = ({ disbursed, committed }: Moved): Satang | undefined =>
  disbursed === undefined || committed === undefined ? undefined : add(disbursed, committed);

const figuresOf = (own: Moved, toDate: Moved = { disbursed: undefined, committed: undefined }) => ({
  spent: spentOf(own),
  ...own,
  spent_to_date: spentOf(toDate),
  disbursed_to_date: toDate.disbursed,
  committed_to_date: toDate.committed,
});
