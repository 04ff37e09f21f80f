import { hash } from 'node:crypto';

/** 94 bits of the SHA-256 of a key: no two keys share them, not even where somebody would like them to. */
interface KeyDigest {
  /** 47 bits, by which it is found: SQLite keeps so many in six bytes. */
  readonly hash: number;
  readonly rest: number;
}

export function digestOf(key: string): KeyDigest {
  const digits = hash('sha256', key, 'hex');
  return { hash: bitsOf(digits.slice(0, 12)), rest: bitsOf(digits.slice(12, 24)) };
}

const bitsOf = (digits: string): number => Number.parseInt(digits, 16) % 2 ** 47;
