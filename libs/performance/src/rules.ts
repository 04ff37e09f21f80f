import {
  type CivilDate,
  type DecisionContext,
  type DomainEvent,
  type EventDefinition,
  fiscalYearOf,
  fiscalYearRange,
  isBlank,
  isRefusal,
  parseCivilDate,
  parseFiscalYear,
  type Quarter,
  quarterRange,
  type Refusal,
  RefusalError,
} from '#kernel';
import type { z } from 'zod';
import { refuse, type Subject } from './refusals.ts';

/** Rules that KPIs and reports share. Each gives the refusal, or nothing when all is well. */

/** The object without fields that are undefined, since an absent field is left out of an event. */
export const present = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

/** Whether two JSON-safe values say the same, whatever the order of their fields. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([field, value]) => right.has(field) && sameContent(value, right.get(field)))
  );
}

export function reasonRule(subject: Subject, reason: string | undefined): Refusal | undefined {
  if (!isBlank(reason)) return undefined;
  return refuse(subject, 'reason-missing', 'no reason is given', 'a reason for the change');
}

export function fiscalYearRule(
  subject: Subject,
  year: number,
  effectiveOn: CivilDate,
  { calendar }: DecisionContext,
): Refusal | undefined {
  const day = dayRule(subject, 'effectiveOn', effectiveOn);
  if (day) return day;
  try {
    const fiscalYear = parseFiscalYear(year);
    if (fiscalYearOf(effectiveOn, calendar) === fiscalYear) return undefined;
    const { first, last } = fiscalYearRange(fiscalYear, calendar);
    return refuse(
      subject,
      'date-outside-fiscal-year',
      `effectiveOn is ${effectiveOn}`,
      `a day from ${first} to ${last}`,
      { effectiveOn, first, last },
    );
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
}

/** Nobody reports on a quarter that has not begun. */
export function quarterRule(
  subject: Subject,
  year: number,
  quarter: Quarter,
  field: string,
  day: CivilDate,
  { calendar }: DecisionContext,
): Refusal | undefined {
  const { first } = quarterRange(parseFiscalYear(year), quarter, calendar);
  if (day >= first) return undefined;
  return refuse(
    subject,
    'date-before-quarter',
    `${field} is ${day}`,
    `a day from ${first} on, when ${quarter} begins`,
    {
      quarter,
      first,
    },
  );
}

/** The field form `YYYY-MM-DD` lets 31 February pass; this does not. */
export function dayRule(subject: Subject, field: string, day: string | undefined): Refusal | undefined {
  if (day === undefined) return undefined;
  try {
    parseCivilDate(day);
    return undefined;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return refuse(subject, 'day-unknown', `${field} is ${shown(day)}`, 'a day as YYYY-MM-DD', { field });
  }
}

/** The event, or `field-malformed` where a field is not of the form that its definition promises. */
export function eventOrRefusal<Type extends string, Schema extends z.ZodType>(
  subject: Subject,
  definition: EventDefinition<Type, Schema>,
  data: z.input<Schema>,
  effectiveOn: CivilDate,
): readonly DomainEvent<Type, z.output<Schema>>[] | Refusal {
  const checked = definition.data.safeParse(data);
  if (checked.success) return [{ type: definition.type, data: checked.data, effectiveOn }];
  const issue = checked.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const field = path === '' ? 'the command' : path;
  return refuse(subject, 'field-malformed', `${field} is not well-formed`, issue?.message ?? 'a known form', {
    field,
  });
}

/** The first refusal among rules that are tried one after the other. */
export function firstRefusal(...rules: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const rule of rules) {
    const outcome = rule();
    if (isRefusal(outcome)) return outcome;
  }
  return undefined;
}

/** A given value as it stands in a message, cut where it is long. */
export const shown = (value: unknown): string =>
  typeof value === 'string' ? `"${value.slice(0, 64)}"` : `of type ${typeof value}`;
