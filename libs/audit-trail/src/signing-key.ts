import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { chmodSync, closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { isRefusal, type Refusal, RefusalError } from '#kernel';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { ED25519, isKeyName, KEY_BYTES } from './key-name.ts';
import { refuse } from './refusals.ts';
import { keyMalformed, type VerifierKey, verifierKey } from './verifier-key.ts';

/** A private key that notes are signed with; printing it shows its public half alone. */
export interface SigningKey {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly verifier: VerifierKey;
  /** The Ed25519 signature of a message, 64 bytes; the same message gives the same one. */
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** The text form, for the key file: `PRIVATE+KEY+<name>+<key id>+<base64(0x01 || seed)>`. */
  readonly privateText: () => string;
}

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;
/** PKCS #8 of an Ed25519 seed (RFC 8410, 7), up to the seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A new key under a name, such as the origin of the ledger; the seed is random unless it is given. */
export function newSigningKey(name: string, seed: Uint8Array = randomBytes(KEY_BYTES)): SigningKey {
  if (!isKeyName(name)) throw new RefusalError(keyMalformed(`"${name}" is no name of a key`));
  if (seed.length !== KEY_BYTES) throw new RangeError(`a seed has ${KEY_BYTES} bytes, not ${seed.length}`);
  const own = Buffer.from(seed);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, own]), format: 'der', type: 'pkcs8' });
  const verifier = verifierKey(name, publicHalf(key));
  return {
    name,
    id: verifier.id,
    verifier,
    sign: (message) => sign(null, message, key),
    privateText: () =>
      `PRIVATE+KEY+${name}+${verifier.id}+${encodeBase64(Buffer.concat([Buffer.of(ED25519), own]))}`,
  };
}

/** Reads the text form; refused with `key-malformed`, without a word of what was given. */
export function parseSigningKey(text: string): SigningKey | Refusal {
  const [first, second, name = '', id, ...rest] = text.split('+');
  const bytes = decodeBase64(rest.join('+'));
  const formed = first === 'PRIVATE' && second === 'KEY' && isKeyName(name);
  if (!formed || bytes?.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) {
    return keyMalformed('It is not of the form PRIVATE+KEY+<name>+<key id>+<base64 of 0x01 and 32 bytes>');
  }
  const key = newSigningKey(name, bytes.subarray(1));
  return key.id === id ? key : keyMalformed(`The key id of ${name} is ${key.id}, and not as written`);
}

/** Writes a new key file that its owner alone may read. Throws when there is a file already. */
export function writeSigningKey(file: string, key: SigningKey): void {
  const handle = openSync(file, 'wx', OWNER_ONLY);
  try {
    chmodSync(file, OWNER_ONLY);
    writeSync(handle, `${key.privateText()}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Reads a key file. Throws a refusal: `key-file-open-to-others` when others than its owner may read or write it,
 * `key-malformed` when it holds no key; and the error of the system when there is no such file.
 */
export function readSigningKey(file: string): SigningKey {
  const handle = openSync(file, 'r');
  try {
    const mode = fstatSync(handle).mode & 0o777;
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0)
      throw new RefusalError(openToOthers(file, mode));
    const key = parseSigningKey(readFileSync(handle, 'utf8').trim());
    if (isRefusal(key)) throw new RefusalError(key);
    return key;
  } finally {
    closeSync(handle);
  }
}

function openToOthers(file: string, mode: number): Refusal {
  const given = mode.toString(8).padStart(4, '0');
  const message = `The key file ${file} has the mode ${given}: expected 0600, so that its owner alone can sign.`;
  return refuse('key-file-open-to-others', message, { file, mode: given, expected: '0600' });
}

function publicHalf(key: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
}
