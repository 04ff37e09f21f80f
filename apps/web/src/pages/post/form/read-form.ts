import { type Evidence, isRefusal, parseTypedAmount, parseTypedDateParts } from '#kernel';
import type { CommandShape, FieldShape } from '../catalogue/command-shape.ts';
import { countOf, isBlank, pathOf, type Values } from './values.ts';

/** What is wrong with what was typed in a field. */
export interface FormFault {
  readonly path: string;
  /** `missing`, or a code of the reader of amounts or dates. */
  readonly code: string;
  /** The ways in which an ambiguous amount can be read, in baht. */
  readonly couldMean?: readonly string[];
}

/** A form as the ledger takes it: what stands in the address, what in the body. */
export interface ReadForm {
  readonly params: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly faults: readonly FormFault[];
}

/** Reads a form. What is wrong is listed in the order of the fields; what is blank and not needed is left out. */
export function readForm({ params, fields }: CommandShape, values: Values): ReadForm {
  const faults: FormFault[] = [];
  const inPath = readFields(params, '', values, faults);
  const body = readFields(fields, '', values, faults);
  return {
    params: Object.fromEntries(Object.entries(inPath).map(([name, value]) => [name, String(value)])),
    body,
    faults,
  };
}

function readFields(
  fields: readonly FieldShape[],
  above: string,
  values: Values,
  faults: FormFault[],
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const field of fields) {
    const path = above === '' ? field.name : pathOf(above, field.name);
    if (isBlank(field, path, values)) {
      if (field.required) faults.push(...missing(field, path));
      continue;
    }
    const value = readField(field, path, values, faults);
    if (value !== undefined) read[field.name] = value;
  }
  return read;
}

/** What is missing of a group is said at each of its fields. */
function missing(field: FieldShape, path: string): FormFault[] {
  if (field.kind === 'line')
    return ['fundSource', 'category'].map((name) => ({ path: pathOf(path, name), code: 'missing' }));
  const inner = field.kind === 'group' ? (field.fields ?? []).filter(({ required }) => required) : [];
  if (inner.length === 0) return [{ path, code: 'missing' }];
  return inner.flatMap((each) => missing(each, pathOf(path, each.name)));
}

function readField(field: FieldShape, path: string, values: Values, faults: FormFault[]): unknown {
  const typed = (values[path] ?? '').trim();
  switch (field.kind) {
    case 'amount':
      return readAmount(typed, path, faults);
    case 'date':
      return readDate(path, values, faults);
    case 'line':
      return readFields(LINE, path, values, faults);
    case 'group':
      return readFields(field.fields ?? [], path, values, faults);
    case 'list':
      return Array.from({ length: countOf(values, path) }, (_, at) =>
        readFields(field.fields ?? [], pathOf(path, at), values, faults),
      );
    case 'flag':
      return typed === 'true' ? true : undefined;
    case 'count':
    case 'year':
      return readWhole(typed, path, faults);
    case 'evidence':
      return evidenceIn(typed);
    case 'json':
      return readJson(typed, path, faults);
    default:
      return typed;
  }
}

const LINE: readonly FieldShape[] = [
  { name: 'fundSource', kind: 'text', required: true },
  { name: 'category', kind: 'text', required: true },
];

function readAmount(typed: string, path: string, faults: FormFault[]): string | undefined {
  const read = parseTypedAmount(typed);
  if (!isRefusal(read)) return read.baht;
  const { couldMean } = read.details as { readonly couldMean?: readonly string[] };
  faults.push({ path, code: read.code, ...(couldMean === undefined ? {} : { couldMean }) });
  return undefined;
}

function readDate(path: string, values: Values, faults: FormFault[]): string | undefined {
  const part = (name: string) => values[pathOf(path, name)] ?? '';
  const read = parseTypedDateParts({ day: part('day'), month: part('month'), year: part('year') });
  if (!isRefusal(read)) return read.date;
  faults.push({ path, code: read.code });
  return undefined;
}

/** Whole numbers, in Thai digits too. */
function readWhole(typed: string, path: string, faults: FormFault[]): number | undefined {
  const digits = typed.replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  if (/^\d{1,9}$/.test(digits)) return Number.parseInt(digits, 10);
  faults.push({ path, code: 'whole-number-malformed' });
  return undefined;
}

function readJson(typed: string, path: string, faults: FormFault[]): unknown {
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    faults.push({ path, code: 'json-malformed' });
    return undefined;
  }
}

/** The files that were read, as the form keeps them. */
export const evidenceIn = (typed: string): readonly Evidence[] =>
  typed === '' ? [] : (JSON.parse(typed) as readonly Evidence[]);
