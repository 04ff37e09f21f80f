export interface JsonLimits {
  /** How many lists and objects may stand within one another. */
  readonly depth: number;
  /** How many members all lists and objects may have together. */
  readonly members: number;
}

/** The limit that is exceeded, or the name that one object has twice. */
export type JsonExcess = keyof JsonLimits | { readonly twice: string };

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Which limit a JSON text exceeds or which member it has twice, found in one pass over its bytes that stops there and
 * keeps no more than the names of open objects. Whether it is JSON at all is for the parser to say.
 */
export function jsonExcess(text: Buffer, limits: JsonLimits): JsonExcess | undefined {
  const names: (Set<string> | undefined)[] = [];
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) {
      const closing = endOfString(text, at);
      if (depth > 0 && isColonNext(text, closing + 1)) {
        const name = nameAt(text, at, closing);
        const known = (names[depth] ??= new Set());
        if (known.has(name)) return { twice: name };
        known.add(name);
      }
      at = closing;
    } else if (byte === COMMA) members += 1;
    else if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) depth -= 1;
    else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) {
      depth += 1;
      members += 1;
      if (depth > 0) names[depth] = undefined;
    }
    if (depth > limits.depth) return 'depth';
    if (members > limits.members) return 'members';
  }
  return undefined;
}

/** In JSON a colon follows names and nothing else. */
function isColonNext(text: Buffer, from: number): boolean {
  let at = from;
  while (at < text.length && BLANKS.has(text[at] ?? 0)) at += 1;
  return text[at] === COLON;
}

/** A name as the parser reads it: spelt in escapes it is the same. */
function nameAt(text: Buffer, opening: number, closing: number): string {
  const name = text.toString('utf8', opening + 1, closing);
  if (!name.includes('\\')) return name;
  try {
    return JSON.parse(`"${name}"`) as string;
  } catch {
    return name;
  }
}

/** Where the string that opens at a place is closed; the end of the text when it is not. */
function endOfString(text: Uint8Array, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}
