import { readFile } from 'node:fs/promises';
import { messageOf } from '#kernel';
import { dateOf, periodOf } from '../dates.ts';
import type { Io } from '../io.ts';
import { memberOf, refuseMissing } from '../needed.ts';
import { wrongUse } from '../settings.ts';
import { type Field, hasEra, type PostingCommand } from './openapi.ts';

/** The body that a file or standard input holds, to which the flags are added. */
export async function inputOf(io: Io, input: string | boolean | undefined): Promise<Record<string, unknown>> {
  // A boolean is what --no-input leaves, which every command takes.
  if (typeof input !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(input === '-' ? await io.stdin() : await readFile(input, 'utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch (error) {
    throw wrongUse(`--input ${input} cannot be read: ${messageOf(error)}.`);
  }
  throw wrongUse(`--input ${input} is not a JSON object.`);
}

/** The request that flags and input make together. Refuses with every missing flag named. */
export function requestOf(
  io: Io,
  posting: PostingCommand,
  flags: Readonly<Record<string, unknown>>,
  input: Readonly<Record<string, unknown>>,
): { path: string; body: Record<string, unknown> } {
  const { path, fields } = posting;
  const era = hasEra(posting) ? undefined : (flags['era'] as string | undefined);
  const body = structuredClone(input) as Record<string, unknown>;
  let address = path;
  const missing: string[] = [];
  for (const field of fields) {
    const given = valueOf(io, field, flags, era);
    if (field.inPath)
      address = address.replace(`{${field.place.join('.')}}`, encodeURIComponent(String(given)));
    if (given !== undefined && !field.inPath) put(body, field.place, given);
    const present = field.inPath ? given !== undefined : get(body, field.place) !== undefined;
    if (field.required && !present) missing.push(field.flag);
  }
  refuseMissing(missing);
  return { path: address, body };
}

function valueOf(
  io: Io,
  { flag, type, isDate }: Field,
  flags: Readonly<Record<string, unknown>>,
  era: string | undefined,
): unknown {
  const text = flags[memberOf(flag)];
  const year = flags[memberOf('fiscal-year')];
  // FY2569Q1 says the quarter too.
  if (flag === 'quarter' && typeof year === 'string') {
    return periodOf(year, text as string | undefined).quarter;
  }
  if (type === 'boolean' && text === true) return true;
  if (typeof text !== 'string') return undefined;
  if (flag === 'fiscal-year') {
    const { fiscalYear } = periodOf(text, undefined);
    return type === 'integer' ? Number(fiscalYear) : fiscalYear;
  }
  if (type === 'json') return jsonOf(flag, text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return isDate ? dateOf(io, text, era) : text;
}

function jsonOf(flag: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw wrongUse(
      `--${flag} is not JSON; put it between single quotes, such as --${flag} '{"name": "value"}'.`,
    );
  }
}

function put(body: Record<string, unknown>, place: readonly string[], value: unknown): void {
  const [name = '', ...rest] = place;
  if (rest.length === 0) body[name] = value;
  else {
    const inner = body[name];
    const object = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
    body[name] = object;
    put(object, rest, value);
  }
}

function get(body: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    body,
  );
}
