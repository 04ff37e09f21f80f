import { hash } from 'node:crypto';

/** Bytes of a hash; all hashes of the audit trail are SHA-256. */
export const HASH_BYTES = 32;

/** By way of a text of one character a byte: a buffer that is shared costs half as much as one of its own. */
export const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');

export const sha256Hex = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
