export interface JsonLimits {
  /** How many lists and objects may stand within one another. */
  readonly depth: number;
  /** How many members all lists and objects may have together. */
  readonly members: number;
}

export type JsonExcess = keyof JsonLimits;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/**
 * Which limit a JSON text exceeds, found in one pass over its bytes that stops at the excess and builds nothing.
 * Whether it is JSON at all is for the parser to say.
 */
export function jsonExcess(text: Uint8Array, limits: JsonLimits): JsonExcess | undefined {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === QUOTE) at = endOfString(text, at);
    else if (byte === COMMA) members += 1;
    else if (byte === CLOSING_BRACKET || byte === CLOSING_BRACE) depth -= 1;
    else if (byte === OPENING_BRACKET || byte === OPENING_BRACE) {
      depth += 1;
      members += 1;
    }
    if (depth > limits.depth) return 'depth';
    if (members > limits.members) return 'members';
  }
  return undefined;
}

/** Where the string that opens at a place is closed; the end of the text when it is not. */
function endOfString(text: Uint8Array, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}
