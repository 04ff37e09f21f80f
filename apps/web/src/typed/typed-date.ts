import {
  buddhistYear,
  type CivilDate,
  type FiscalCalendar,
  fiscalYearOf,
  isRefusal,
  parseTypedDateParts,
  quarterOf,
  type TypedDateParts,
} from '#kernel';

/** A day as it is echoed under its fields: with its quarter and its fiscal year. */
export interface EchoedDay {
  readonly date: CivilDate;
  /** `Q1` to `Q4`. */
  readonly quarter: string;
  /** As the organisation writes it: 2569. */
  readonly fiscalYear: number;
}

export const EMPTY_DATE: TypedDateParts = { day: '', month: '', year: '' };

/** The day that three fields say, in the calendar of the organisation; nothing while they say none. */
export function echoedDay(parts: TypedDateParts, calendar: FiscalCalendar): EchoedDay | undefined {
  const read = parseTypedDateParts(parts);
  if (isRefusal(read)) return undefined;
  return {
    date: read.date,
    quarter: quarterOf(read.date, calendar),
    fiscalYear: fiscalYearOf(read.date, calendar),
  };
}

/** A civil date as people type it: day, month and Buddhist year in figures. */
export function typedPartsOf(date: string): TypedDateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year: buddhistYear(year) };
}
