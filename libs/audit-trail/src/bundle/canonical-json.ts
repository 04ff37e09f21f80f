/** What canonical bytes say, or why they are not canonical. */
export type CanonicalReading = { readonly value: unknown } | { readonly fault: string };

const MAX_DEPTH = 64;
const INTEGER_NAME = /^(?:0|[1-9]\d*)$/;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads canonical JSON (RFC 8785) of the kind that the log takes: whole numbers, no name that some reader moves or
 * loses. What is in order as it stands and is written the same again is canonical; nothing is sorted. `known` is the text
 * of the bytes, where they were read as one.
 */
export function readCanonical(bytes: Uint8Array, known?: string): CanonicalReading {
  try {
    const text = known ?? decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    const fault = faultOf(value, 1);
    if (fault) return { fault };
    return JSON.stringify(value) === text
      ? { value }
      : { fault: 'it is written in another way than RFC 8785' };
  } catch {
    return { fault: 'it is not JSON in UTF-8' };
  }
}

function faultOf(value: unknown, level: number): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : 'a text has half of a surrogate pair';
    case 'number':
      return Number.isSafeInteger(value) ? undefined : `the number ${value} is not a safe integer`;
    case 'object':
      if (value === null) return undefined;
      if (level > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`;
      return Array.isArray(value) ? faultOfItems(value, level) : faultOfMembers(value, level);
    default:
      return undefined;
  }
}

function faultOfItems(items: readonly unknown[], level: number): string | undefined {
  for (const item of items) {
    const fault = faultOf(item, level + 1);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfMembers(owner: object, level: number): string | undefined {
  let before: string | undefined;
  for (const [name, member] of Object.entries(owner)) {
    if (before !== undefined && before >= name) return 'its names are not sorted by UTF-16 code units';
    if (name === '__proto__' || INTEGER_NAME.test(name) || !name.isWellFormed()) {
      return `it has the name ${JSON.stringify(name)}, which does not survive every reader`;
    }
    before = name;
    const fault = faultOf(member, level + 1);
    if (fault) return fault;
  }
  return undefined;
}
