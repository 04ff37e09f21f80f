import type { CommandShape } from '../catalogue/command-shape.ts';
import { typedPartsOf } from '../../../typed/typed-date.ts';
import { pathOf, type Values } from './values.ts';

type Search = Readonly<Record<string, unknown>>;

/** What a link to a form may say beside the names of its fields. */
const SHORT = { fy: 'fiscalYear', fundSource: 'line.fundSource', category: 'line.category' } as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** What the address of a form fills in: `?fy=2569&project=P01&commitment=PO-1&date=2025-12-30`. */
export function prefilled({ params, fields }: CommandShape, search: Search, fiscalYear: string): Values {
  const simple = [...params, ...fields].filter(
    ({ kind }) => !['group', 'list', 'line', 'date', 'evidence'].includes(kind),
  );
  const hasLine = fields.some(({ kind }) => kind === 'line');
  const values: Record<string, string> = {};
  for (const { name } of simple) {
    const given = textOf(search[name]);
    if (given !== undefined) values[name] = given;
  }
  for (const [short, path] of Object.entries(SHORT)) {
    const given = textOf(search[short]);
    const belongs = path.startsWith('line.') ? hasLine : simple.some(({ name }) => name === path);
    if (given !== undefined && belongs) values[path] = given;
  }
  // A list that must hold something begins with its first member.
  for (const { name, kind, required } of fields)
    if (kind === 'list' && required) {
      values[pathOf(name, 'length')] = '1';
      if (fiscalYear !== '') values[pathOf(name, 0, 'fiscalYear')] = fiscalYear;
    }
  const { date } = search;
  if (typeof date === 'string' && DATE.test(date)) {
    const { day, month, year } = typedPartsOf(date);
    Object.assign(values, { 'effectiveOn.day': day, 'effectiveOn.month': month, 'effectiveOn.year': year });
  }
  if (
    values['fiscalYear'] === undefined &&
    fiscalYear !== '' &&
    simple.some(({ name }) => name === 'fiscalYear')
  )
    values['fiscalYear'] = fiscalYear;
  return values;
}

/** What the next form of the same kind begins with: the account, the line and the day of the last one. */
export function keptForNext(values: Values, day: unknown): Record<string, string | undefined> {
  return {
    fy: values['fiscalYear'],
    project: values['project'],
    fundSource: values['line.fundSource'],
    category: values['line.category'],
    date: typeof day === 'string' ? day : undefined,
  };
}
