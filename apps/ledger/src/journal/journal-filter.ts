import {
  type DateRange,
  type FiscalCalendar,
  oneSpelling,
  parseBaht,
  parseFiscalYear,
  quarterRange,
} from '#kernel';
import type { JournalFilter } from '#read-models';
import { refuse } from '../http/refusals.ts';
import { isSet } from '../reports/report.dto.ts';
import type { JournalFilterDto } from './journal.dto.ts';

/** Types that one question may name. */
const MOST_TYPES = 40;

/** What was asked, as the read model takes it: a quarter and a month are days on which something takes effect. */
export function journalFilterOf(
  query: JournalFilterDto,
  organisation: string,
  calendar: FiscalCalendar,
): JournalFilter {
  const { project, actor, document, type } = query;
  const days = within([
    { first: query.effectiveFrom, last: query.effectiveTo },
    quarterOf(query, calendar),
    query.month === undefined ? {} : { first: `${query.month}-01`, last: `${query.month}-31` },
  ]);
  return {
    organisation,
    project,
    actor,
    document,
    fiscalYear: query.fiscalYear === undefined ? undefined : parseFiscalYear(query.fiscalYear),
    types: type === undefined ? undefined : typesIn(type),
    text: textIn(query.text),
    amountFrom: query.amountFrom === undefined ? undefined : parseBaht(query.amountFrom),
    amountTo: query.amountTo === undefined ? undefined : parseBaht(query.amountTo),
    effectiveFrom: days.first,
    effectiveTo: days.last,
    reversed: query.reversed === undefined ? undefined : isSet(query.reversed),
    imported: query.imported === undefined ? undefined : isSet(query.imported),
  };
}

function quarterOf({ quarter, fiscalYear }: JournalFilterDto, calendar: FiscalCalendar): Partial<DateRange> {
  if (quarter === undefined) return {};
  if (fiscalYear !== undefined) return quarterRange(parseFiscalYear(fiscalYear), quarter, calendar);
  throw invalid('quarter', quarter, 'comes with fiscalYear');
}

interface Days {
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

/** The days that all of them have in common. */
function within(spans: readonly Days[]): Days {
  const firsts = spans.flatMap(({ first }) => first ?? []);
  const lasts = spans.flatMap(({ last }) => last ?? []);
  return { first: firsts.sort().at(-1), last: lasts.sort().at(0) };
}

function typesIn(text: string): string[] {
  const types = [...new Set(text.split(',').map((type) => type.trim()))].filter((type) => type !== '');
  if (types.length > 0 && types.length <= MOST_TYPES) return types;
  throw invalid('type', text.slice(0, 64), `must name 1 to ${MOST_TYPES} types`);
}

/** Blanks at either end are typing; in between they are text. */
function textIn(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : oneSpelling(trimmed);
}

export function invalid(field: string, given: string, expected: string) {
  return refuse('input-invalid', `${field} is "${given}": ${expected}.`, {
    errors: [{ field, given, expected }],
  });
}
