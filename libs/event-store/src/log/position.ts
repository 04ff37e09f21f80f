import type { Position } from '../event-store.ts';

/** The largest integer SQLite holds. */
export const MAX_SEQUENCE = 2n ** 63n - 1n;

/** A position of a sequenced log is its sequence number in plain decimal. */
const FORM = /^[1-9]\d{0,18}$/;

export function toPosition(sequence: bigint): Position {
  return sequence.toString() as Position;
}

export function fromPosition(position: Position): bigint {
  return BigInt(position);
}

/** The number in a text that has the form of a position. */
export function parseSequence(text: string): bigint | undefined {
  if (!FORM.test(text)) return undefined;
  const sequence = BigInt(text);
  return sequence <= MAX_SEQUENCE ? sequence : undefined;
}

export function comparePositions(a: Position, b: Position): number {
  const [left, right] = [fromPosition(a), fromPosition(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
