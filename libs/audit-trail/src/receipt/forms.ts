import { z } from 'zod';
import { decodeBase64 } from '../base64.ts';
import { isInstant } from '../instant.ts';
import { HASH_BYTES } from '../sha256.ts';

/** A proof has at most one hash per binary digit of the size of the tree, twice that for consistency. */
const MOST_HASHES = 128;
const MOST_KEYS = 100;
const NOTE_CHARACTERS = 64 * 1024;

const isHash = (text: string): boolean => decodeBase64(text)?.length === HASH_BYTES;

/** Members that both kinds of receipts have. */
export const forms = {
  hash: z.string().max(64).refine(isHash, 'expected base64 of 32 bytes'),
  proof: z
    .array(z.string().max(64).refine(isHash, 'expected base64 of 32 bytes'))
    .max(MOST_HASHES, 'expected fewer hashes'),
  count: z.int('expected a whole number').min(0, 'expected 0 or more'),
  note: z.string().max(NOTE_CHARACTERS, 'expected a signed note'),
  keys: z.array(z.string().max(512)).min(1, 'expected the key that signed').max(MOST_KEYS),
  text: (most: number) => z.string().min(1, 'expected a text').max(most, 'expected a shorter text'),
  instant: z.string().refine(isInstant, 'expected an instant in UTC with milliseconds'),
} as const;

export const hashesOf = (proof: readonly string[]): Uint8Array[] =>
  proof.map((hash) => decodeBase64(hash) ?? Buffer.alloc(0));
