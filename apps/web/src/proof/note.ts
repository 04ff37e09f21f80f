import { type Bytes, fromBase64, joined, sha256, toHex, utf8 } from './bytes.ts';

const MARK = '\u2014 ';
const KEY_ID_BYTES = 4;
const ED25519 = 1;

/** A public key in its text form: `<name>+<key id>+<base64(0x01 || key)>` (C2SP signed-note). */
interface PublicKey {
  readonly name: string;
  readonly id: string;
  readonly key: Bytes;
}

/** A checkpoint that was signed: so many events have this root. */
export interface SignedHead {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
  readonly time: string;
  /** The keys whose signature is right: name and id. */
  readonly signedBy: readonly string[];
}

/** What stands in a note without a look at its signatures; nothing when it is no checkpoint. */
export function readHead(note: string): Omit<SignedHead, 'signedBy'> | undefined {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const [origin = '', size = '', root = '', ...more] = note.slice(0, end).split('\n');
  const bytes = fromBase64(root);
  const time = more.find((line) => line.startsWith('time '))?.slice('time '.length);
  if (!/^(?:0|[1-9]\d{0,14})$/.test(size) || bytes?.length !== 32 || time === undefined) return undefined;
  return { origin, size: Number(size), root: bytes, time };
}

/** The checkpoint of a signed note; nothing when no key that is given signed it, or one of them did so wrongly. */
export async function verifyHead(note: string, keys: readonly string[]): Promise<SignedHead | undefined> {
  const head = readHead(note);
  if (head === undefined || !note.endsWith('\n')) return undefined;
  const end = note.lastIndexOf('\n\n');
  const text = utf8(note.slice(0, end + 1));
  const known = (await Promise.all(keys.map(readKey))).filter((key) => key !== undefined);
  const signedBy: string[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const signer = signatureIn(line, known);
    if (signer === undefined) continue;
    if (!(await isSignedBy(signer.key, signer.signature, text))) return undefined;
    signedBy.push(`${signer.key.name}+${signer.key.id}`);
  }
  return signedBy.length === 0 ? undefined : { ...head, signedBy };
}

async function readKey(text: string): Promise<PublicKey | undefined> {
  const [name = '', id = '', ...rest] = text.split('+');
  const bytes = fromBase64(rest.join('+'));
  if (bytes?.length !== 33 || bytes[0] !== ED25519) return undefined;
  const digest = toHex(await sha256(joined(utf8(`${name}\n`), bytes)));
  return digest.slice(0, 2 * KEY_ID_BYTES) === id ? { name, id, key: bytes.subarray(1) } : undefined;
}

function signatureIn(
  line: string,
  keys: readonly PublicKey[],
): { key: PublicKey; signature: Bytes } | undefined {
  if (!line.startsWith(MARK)) return undefined;
  const [name = '', base64 = ''] = line.slice(MARK.length).split(' ');
  const bytes = fromBase64(base64);
  if (bytes === undefined) return undefined;
  const id = toHex(bytes.subarray(0, KEY_ID_BYTES));
  const key = keys.find((one) => one.name === name && one.id === id);
  return key && { key, signature: bytes.slice(KEY_ID_BYTES) };
}

async function isSignedBy({ key }: PublicKey, signature: Bytes, message: Bytes): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key.slice(), { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}
