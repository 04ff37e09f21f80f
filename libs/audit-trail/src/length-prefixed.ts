import { sha256, sha256Hex } from './sha256.ts';

/** One buffer for all: a million events are hashed one after the other, and none of them is kept. */
let scratch = Buffer.allocUnsafe(64 * 1024);

/**
 * The bytes `head || lp(field) lp(field) …`, where `lp(x)` is the length of x as four bytes, big-endian, and x itself.
 * Texts count as UTF-8. No two lists of fields give the same bytes. Valid until the next call.
 */
export function lengthPrefixed(head: Uint8Array, fields: readonly (string | Uint8Array)[]): Uint8Array {
  scratch = roomFor(head, fields);
  scratch.set(head, 0);
  let end = head.length;
  for (const field of fields) {
    const start = end + 4;
    const length = typeof field === 'string' ? writeText(field, start) : writeBytes(field, start);
    scratch.writeUInt32BE(length, end);
    end = start + length;
  }
  return scratch.subarray(0, end);
}

export const hashFields = (head: Uint8Array, fields: readonly (string | Uint8Array)[]): Buffer =>
  sha256(lengthPrefixed(head, fields));

export const hashFieldsHex = (head: Uint8Array, fields: readonly (string | Uint8Array)[]): string =>
  sha256Hex(lengthPrefixed(head, fields));

/** A UTF-16 code unit takes three bytes of UTF-8 at most. */
function roomFor(head: Uint8Array, fields: readonly (string | Uint8Array)[]): Buffer<ArrayBuffer> {
  let most = head.length;
  for (const field of fields) most += 4 + field.length * (typeof field === 'string' ? 3 : 1);
  return most <= scratch.length ? scratch : Buffer.allocUnsafe(most * 2);
}

const writeText = (text: string, at: number): number => scratch.write(text, at);

function writeBytes(bytes: Uint8Array, at: number): number {
  scratch.set(bytes, at);
  return bytes.length;
}
