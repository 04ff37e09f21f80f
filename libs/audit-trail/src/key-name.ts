import { sha256Hex } from './sha256.ts';

/** The kind of key that Ed25519 has in a signed note. */
export const ED25519 = 0x01;
/** Bytes of an Ed25519 seed, and of a public key. */
export const KEY_BYTES = 32;

/**
 * A key name, and an origin: visible ASCII without a plus sign. C2SP signed-note forbids white space and the plus sign;
 * what else is not ASCII differs between Unicode versions, or looks like something else.
 */
export const isKeyName = (name: string): boolean => /^[!-*,-~]{1,255}$/.test(name);

/** Eight hex digits: the start of SHA-256(name || "\n" || 0x01 || public key). */
export function keyIdOf(name: string, publicKey: Uint8Array): string {
  return sha256Hex(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), publicKey])).slice(0, 8);
}
