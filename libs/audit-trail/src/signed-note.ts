import type { Refusal } from '#kernel';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { isKeyName } from './key-name.ts';
import { refuse } from './refusals.ts';
import type { SigningKey } from './signing-key.ts';
import { isSignedBy, type VerifierKey } from './verifier-key.ts';

/** A signature below a note: made with a known key, wrongly made under its name, or by nobody known here. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hex digits. */
  readonly keyId: string;
  readonly standing: 'verified' | 'wrong' | 'unknown';
}

export interface VerifiedNote {
  /** What was signed, with the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MARK = '\u2014 ';
const MAX_BYTES = 64 * 1024;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
/** Control characters but the newline. */
const CONTROL = /[^\P{Cc}\n]/u;

/** The text with its signatures (C2SP signed-note). Refused with `note-malformed` when it cannot be signed. */
export function signNote(text: string, keys: readonly SigningKey[]): string | Refusal {
  if (!text.endsWith('\n') || !isPlain(text))
    return malformed('The text does not end with a newline or is not plain');
  const message = Buffer.from(text);
  const lines = keys.map((key) => {
    const bytes = Buffer.concat([Buffer.from(key.id, 'hex'), key.sign(message)]);
    return `${MARK}${key.name} ${encodeBase64(bytes)}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Reads a signed note and says of each signature whether a known key made it. Refused with `note-malformed`.
 * A note without a verified signature says nothing: the caller decides which keys must have signed.
 */
export function verifyNote(note: string, keys: readonly VerifierKey[]): VerifiedNote | Refusal {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || Buffer.byteLength(note) > MAX_BYTES || !isPlain(note)) {
    return malformed('It is not a text, a blank line and lines of signatures');
  }
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return malformed(`It has ${lines.length} signatures`);
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = readSignature(line, Buffer.from(text), keys);
    if (!signature) return malformed(`Line "${line.slice(0, 64)}" is no signature`);
    signatures.push(signature);
  }
  const signers = new Set(signatures.map(({ name, keyId }) => `${name}+${keyId}`));
  if (signers.size < signatures.length) return malformed('It has two signatures of one key');
  return { text, signatures };
}

function readSignature(
  line: string,
  message: Buffer,
  keys: readonly VerifierKey[],
): NoteSignature | undefined {
  if (!line.startsWith(MARK)) return undefined;
  const [name = '', base64 = '', ...more] = line.slice(MARK.length).split(' ');
  const bytes = decodeBase64(base64);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES || more.length > 0) return undefined;
  const keyId = bytes.toString('hex', 0, KEY_ID_BYTES);
  const key = keys.find((one) => one.name === name && one.id === keyId);
  if (!key) return { name, keyId, standing: 'unknown' };
  const good = isSignedBy(key, message, bytes.subarray(KEY_ID_BYTES));
  return { name, keyId, standing: good ? 'verified' : 'wrong' };
}

const isPlain = (text: string): boolean => text.isWellFormed() && !CONTROL.test(text);

function malformed(what: string): Refusal {
  return refuse('note-malformed', `${what}: expected a signed note (C2SP signed-note).`);
}
