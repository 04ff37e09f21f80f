import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { RefusalError } from '#kernel';
import {
  newSigningKey,
  parseSigningKey,
  readSigningKey,
  type SigningKey,
  writeSigningKey,
} from './signing-key.ts';
import {
  formatVerifierKey,
  isSignedBy,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
} from './verifier-key.ts';
import { checkpointVectors, hex, readVectors, unhex } from './vectors.fixture.ts';

interface Rfc8032 {
  readonly cases: readonly {
    readonly seed: string;
    readonly publicKey: string;
    readonly message: string;
    readonly signature: string;
  }[];
}

const { cases } = readVectors<Rfc8032>('ed25519');
const [vector] = checkpointVectors.keys;
const key = parseSigningKey(vector!.signingKey) as SigningKey;

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  return undefined;
}

describe('the keys that checkpoints are signed with', () => {
  it.each(cases)('sign as RFC 8032 says: message $message', ({ seed, publicKey, message, signature }) => {
    const signer = newSigningKey('rfc8032', unhex(seed));
    expect(hex(signer.verifier.publicKey)).toBe(publicKey);
    expect(hex(signer.sign(unhex(message)))).toBe(signature);
    expect(isSignedBy(verifierKey('rfc8032', unhex(publicKey)), unhex(message), unhex(signature))).toBe(true);
    expect(isSignedBy(signer.verifier, unhex(`${message}00`), unhex(signature))).toBe(false);
  });

  it.each(checkpointVectors.keys)('have the golden text forms: $name', (one) => {
    const signer = newSigningKey(one.name, unhex(one.seed));
    expect(signer.id).toBe(one.keyId);
    expect(signer.privateText()).toBe(one.signingKey);
    expect(formatVerifierKey(signer.verifier)).toBe(one.verifierKey);
    expect(parseVerifierKey(one.verifierKey)).toEqual(signer.verifier);
    expect((parseSigningKey(one.signingKey) as SigningKey).verifier).toEqual(signer.verifier);
  });

  it('are new each time', () => {
    expect(newSigningKey('a').id).not.toBe(newSigningKey('a').id);
  });

  it('do not take a signature with a second spelling of its number (RFC 8032, 5.1.7)', () => {
    const order = (1n << 252n) + 27742317777372353535851937790883648493n;
    const signature = Buffer.from(key.sign(Buffer.from('x')));
    const s = BigInt(`0x${hex(signature.subarray(32).toReversed())}`) + order;
    const spelt = unhex(s.toString(16).padStart(64, '0')).toReversed();
    expect(isSignedBy(key.verifier, Buffer.from('x'), signature)).toBe(true);
    expect(
      isSignedBy(key.verifier, Buffer.from('x'), Buffer.concat([signature.subarray(0, 32), spelt])),
    ).toBe(false);
  });

  it('show nothing private when they are printed or written as JSON', () => {
    const seed = vector!.seed;
    const shown = `${inspect(key, { depth: 9, showHidden: true })}${JSON.stringify(key)}`;
    for (const secret of [seed, unhex(seed).toString('base64').slice(2, 40)])
      expect(shown).not.toContain(secret);
  });

  const [, , , id, base64] = vector!.signingKey.split('+') as [string, string, string, string, string];
  it.each<[string, string]>([
    ['nothing', ''],
    ['a public key', vector!.verifierKey],
    ['a name with a space', `PRIVATE+KEY+a b+${id}+${base64}`],
    ['the id of another key', vector!.signingKey.replace(id, '00000000')],
    ['a seed of 31 bytes', `PRIVATE+KEY+${vector!.name}+${id}+${Buffer.alloc(32, 1).toString('base64')}`],
    ['a key of another kind', `PRIVATE+KEY+${vector!.name}+${id}+${Buffer.alloc(33, 2).toString('base64')}`],
  ])('are not read from %s', (_, text) => {
    const refusal = parseSigningKey(text);
    expect(refusal).toMatchObject({ code: 'key-malformed' });
    expect(JSON.stringify(refusal)).not.toContain(base64.slice(2, 20));
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a private key', vector!.signingKey],
    ['the id of another key', vector!.verifierKey.replace(vector!.keyId, '00000000')],
    ['an id in upper case', vector!.verifierKey.replace(vector!.keyId, vector!.keyId.toUpperCase())],
    [
      '32 bytes without a kind',
      `${vector!.name}+${vector!.keyId}+${unhex(vector!.publicKey).toString('base64')}`,
    ],
  ])('are not verified with %s', (_, text) => {
    expect(parseVerifierKey(text)).toMatchObject({ code: 'key-malformed' });
  });

  it('need a name that can stand in a note', () => {
    for (const name of ['', 'a b', 'a+b', 'a\n', 'กุญแจ', 'x'.repeat(256)]) {
      expect(refusalOf(() => newSigningKey(name))).toMatchObject({ code: 'key-malformed' });
    }
    expect(() => newSigningKey('a', Buffer.alloc(31))).toThrow(RangeError);
  });

  it('verify nothing when their bytes are no point of the curve', () => {
    const off: VerifierKey = verifierKey('a', Buffer.from([2, ...Array<number>(31).fill(0)]));
    expect(isSignedBy(off, Buffer.from('x'), key.sign(Buffer.from('x')))).toBe(false);
  });
});

describe('the file of a signing key', () => {
  let folder: string;
  const file = (name: string): string => path.join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('can be read by its owner alone, and gives the key back', () => {
    writeSigningKey(file('new'), key);
    expect(statSync(file('new')).mode & 0o777).toBe(0o600);
    expect(readFileSync(file('new'), 'utf8')).toBe(`${vector!.signingKey}\n`);
    expect(readSigningKey(file('new')).verifier).toEqual(key.verifier);
  });

  it('is never written over', () => {
    writeFileSync(file('there'), 'something else');
    expect(() => writeSigningKey(file('there'), key)).toThrow('EEXIST');
    expect(readFileSync(file('there'), 'utf8')).toBe('something else');
  });

  it.each([0o640, 0o604, 0o620])('is not used when others may open it (mode %o)', (mode) => {
    const open = file(`open-${mode}`);
    writeSigningKey(open, key);
    chmodSync(open, mode);
    expect(refusalOf(() => readSigningKey(open))).toMatchObject({
      code: 'key-file-open-to-others',
      details: { file: open, expected: '0600' },
    });
  });

  it('says that it holds no key, and not what it holds', () => {
    writeFileSync(file('other'), 'secret words', { mode: 0o600 });
    const refusal = refusalOf(() => readSigningKey(file('other')));
    expect(refusal).toMatchObject({ code: 'key-malformed' });
    expect(JSON.stringify(refusal)).not.toContain('secret words');
  });

  it('must be there', () => {
    expect(() => readSigningKey(file('missing'))).toThrow('ENOENT');
  });
});
