import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Refusal } from '#kernel';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { ED25519, isKeyName, KEY_BYTES, keyIdOf } from './key-name.ts';
import { refuse } from './refusals.ts';

/** A public key that notes are verified with (C2SP signed-note). */
export interface VerifierKey {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  /** The 32 bytes of an Ed25519 public key. */
  readonly publicKey: Uint8Array;
}

export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  return { name, id: keyIdOf(name, publicKey), publicKey };
}

/** `<name>+<key id>+<base64(0x01 || public key)>`. */
export function formatVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${encodeBase64(Buffer.concat([Buffer.of(ED25519), publicKey]))}`;
}

/** Reads the text form; refused with `key-malformed`, also when the key id is not that of the key. */
export function parseVerifierKey(text: string): VerifierKey | Refusal {
  const [name = '', id = '', ...rest] = text.split('+');
  const bytes = decodeBase64(rest.join('+'));
  if (!isKeyName(name) || bytes?.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) {
    return keyMalformed('It is not of the form <name>+<key id>+<base64 of 0x01 and 32 bytes>');
  }
  const key = verifierKey(name, bytes.subarray(1));
  return key.id === id ? key : keyMalformed(`The key id of ${name} is ${key.id}, and not as written`);
}

export function keyMalformed(what: string): Refusal {
  return refuse('key-malformed', `${what}: expected a key in the form of a signed note.`);
}

/** Whether the signature over the message was made with the private half of the key (Ed25519, RFC 8032). */
export function isSignedBy(key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, keyObjectOf(key), signature);
}

const keyObjects = new WeakMap<VerifierKey, KeyObject>();

function keyObjectOf(key: VerifierKey): KeyObject {
  const known = keyObjects.get(key);
  if (known) return known;
  const x = Buffer.from(key.publicKey).toString('base64url');
  const object = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  keyObjects.set(key, object);
  return object;
}
