import {
  type CivilDate,
  type FiscalCalendar,
  fiscalYearRange,
  parseFiscalYear,
  type Quarter,
  quarterOf,
  QUARTERS,
} from '#kernel';

/** What of the course of a year says how far it has come. */
export interface YearSoFar {
  readonly query: Readonly<Record<string, unknown>>;
  readonly cut: string;
  readonly rows: readonly {
    readonly level: string;
    readonly quarter: string;
    readonly baht: { readonly spent?: string };
  }[];
}

/** The quarter of the day up to which a year is known; of a year that is over the last in which money was used. */
export function quarterShown({ query, cut, rows }: YearSoFar, calendar: FiscalCalendar): Quarter {
  const { first, last } = fiscalYearRange(parseFiscalYear(query['fiscalYear']), calendar);
  if (cut < first) return 'Q1';
  if (cut <= last) return quarterOf(cut as CivilDate, calendar);
  const used = rows.findLast(({ level, baht }) => level === 'quarter' && baht.spent !== undefined);
  return QUARTERS.find((quarter) => quarter === used?.quarter) ?? 'Q4';
}
