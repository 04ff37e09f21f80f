import { Scratch } from './scratch-bytes.ts';

/** Deep enough for any document; a cycle ends here instead of exhausting the stack. */
export const MAX_DEPTH = 64;

const INTEGER_KEY = /^(?:0|[1-9]\d*)$/;
const MOST_NAMES = 4096;
/** So many members are sorted by insertion, which is the fastest for few that are nearly in order. */
const FEW = 24;

const [COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x2c, 0x5b, 0x5d, 0x7b, 0x7d] as const;

/** Names of members that were found good, with what is written for them: a ledger has few, again and again. */
const names = new Map<string, Uint8Array>();

/** Which members of an object are looked at, and how closely. */
export type Members =
  /** All there are; one that is hidden, or computed on reading, or named by a symbol is not plain. */
  | 'all'
  /** Those that show, as they read: for what own rules have made, which hide nothing. */
  | 'shown'
  /** Those that show and have a value, as `JSON.stringify` has them. */
  | 'with-value';

/**
 * The canonical JSON (RFC 8785) of plain data as UTF-8, written in one pass: the bytes of what `canonicalize` gives, in a
 * fraction of its time. Nothing for a value that is not certainly plain, good or bad: the thorough way has to look at it.
 */
export function plainJsonBytes(value: unknown, members: Members = 'all'): Uint8Array | undefined {
  scratch.clear();
  return write(value, 0, members) ? scratch.copy() : undefined;
}

/** Engines move integer-like names to the front, and `__proto__` may vanish on assignment. */
export const isGoodName = (name: string): boolean =>
  name !== '__proto__' && !INTEGER_KEY.test(name) && name.isWellFormed();

/** One for all: values are written one after the other. */
const scratch = new Scratch();

/** False for what is not certainly plain; what was written until then is of no use. */
function write(value: unknown, depth: number, members: Members): boolean {
  switch (typeof value) {
    case 'string':
      return scratch.writeText(value);
    case 'number':
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return false;
      scratch.writeAscii(String(value));
      return true;
    case 'boolean':
      scratch.writeAscii(value ? 'true' : 'false');
      return true;
    case 'object':
      if (value === null) {
        scratch.writeAscii('null');
        return true;
      }
      if (depth >= MAX_DEPTH) return false;
      return Array.isArray(value) ? writeList(value, depth, members) : writeMembers(value, depth, members);
    default:
      return false;
  }
}

function writeList(list: readonly unknown[], depth: number, members: Members): boolean {
  if (Object.getPrototypeOf(list) !== Array.prototype) return false;
  if (members === 'all' && Reflect.ownKeys(list).length !== list.length + 1) return false;
  scratch.writeByte(OPEN_LIST);
  for (let index = 0; index < list.length; index += 1) {
    if (index > 0) scratch.writeByte(COMMA);
    if (!write(list[index], depth + 1, members)) return false;
  }
  scratch.writeByte(CLOSE_LIST);
  return true;
}

function writeMembers(owner: object, depth: number, members: Members): boolean {
  const prototype: unknown = Object.getPrototypeOf(owner);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const keys = members === 'all' ? plainKeys(owner) : Object.keys(owner);
  if (!keys) return false;
  sort(keys);
  scratch.writeByte(OPEN);
  let isFirst = true;
  for (const key of keys) {
    const value = (owner as Readonly<Record<string, unknown>>)[key];
    if (value === undefined && members === 'with-value') continue;
    const name = nameOf(key);
    if (name === undefined) return false;
    if (!isFirst) scratch.writeByte(COMMA);
    isFirst = false;
    scratch.writeBytes(name);
    if (!write(value, depth + 1, members)) return false;
  }
  scratch.writeByte(CLOSE);
  return true;
}

/** The names of an object whose members are nothing but values; nothing for any other. */
function plainKeys(owner: object): string[] | undefined {
  const keys = Reflect.ownKeys(owner);
  for (const key of keys) {
    const member = Object.getOwnPropertyDescriptor(owner, key);
    if (typeof key === 'symbol' || !member?.enumerable || !('value' in member)) return undefined;
  }
  return keys as string[];
}

/** Sorts in place by UTF-16 code units, as `<` compares texts. */
function sort(keys: string[]): void {
  if (keys.length > FEW) {
    keys.sort();
    return;
  }
  for (let end = 1; end < keys.length; end += 1) {
    const key = keys[end] ?? '';
    let place = end;
    for (let before = keys[place - 1]; before !== undefined && before > key; before = keys[place - 1]) {
      keys[place] = before;
      place -= 1;
    }
    keys[place] = key;
  }
}

/** The bytes of a name with its colon; nothing for one that does not survive every reader. */
function nameOf(key: string): Uint8Array | undefined {
  const known = names.get(key);
  if (known !== undefined) return known;
  if (!isGoodName(key)) return undefined;
  if (names.size >= MOST_NAMES) names.clear();
  const name = Buffer.from(`${JSON.stringify(key)}:`);
  names.set(key, name);
  return name;
}
