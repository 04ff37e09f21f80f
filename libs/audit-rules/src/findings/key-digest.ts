import { hash } from 'node:crypto';

/** The first 96 bits of the SHA-256 of a key: no two keys share them, not even where somebody would like them to. */
export interface KeyDigest {
  /** 48 bits, by which it is found. */
  readonly hash: number;
  readonly rest: number;
}

export function digestOf(key: string): KeyDigest {
  const digits = hash('sha256', key, 'hex');
  return { hash: Number.parseInt(digits.slice(0, 12), 16), rest: Number.parseInt(digits.slice(12, 24), 16) };
}
