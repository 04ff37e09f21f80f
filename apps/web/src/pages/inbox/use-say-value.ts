import { type LineCodes, useLineName } from '../../parts/line-name.ts';
import { sayAmount } from '../../texts/amounts.ts';
import { useDates } from '../../texts/dates.ts';
import type { SayValue } from '../event/values.tsx';

/** Fields of budget commands and events that hold baht; beside them only numbers of documents look like amounts. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'change',
  'closed',
  'committed',
  'disbursed',
  'drawn',
  'exchangeDifference',
  'excess',
  'released',
  'releasedTakenBack',
  'reopened',
  'restored',
  'returned',
  'spent',
  'total',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
]);

const DAYS: ReadonlySet<string> = new Set(['effectiveOn', 'documentDate', 'dueOn', 'until']);

/** Says what is about to be recorded: lines by their names, days as they are written, amounts to the satang. */
export function useSayValue(): SayValue {
  const lineName = useLineName();
  const { date } = useDates();
  return (name, value) => {
    if (isLine(value)) return lineName(value);
    if (isForeign(value)) return `${value.amount} ${value.currency} × ${value.rate}`;
    if (typeof value !== 'string') return undefined;
    if (AMOUNTS.has(name) && /^-?\d+\.\d{2}$/.test(value)) return sayAmount(value, 'baht');
    return DAYS.has(name) && /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : undefined;
  };
}

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === names.length &&
  names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

const isLine = (value: unknown): value is LineCodes => hasTexts(value, ['fundSource', 'category']);

const isForeign = (value: unknown): value is Record<'amount' | 'currency' | 'rate', string> =>
  hasTexts(value, ['currency', 'amount', 'rate']);
