import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { type NoteSignature, signNote, verifyNote } from './signed-note.ts';
import { newSigningKey, parseSigningKey, type SigningKey } from './signing-key.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';
import { checkpointVectors, unhex } from './vectors.fixture.ts';

const { keys, checkpoints } = checkpointVectors;
const signers = keys.map(({ signingKey }) => parseSigningKey(signingKey) as SigningKey);
const verifiers = keys.map(({ verifierKey }) => parseVerifierKey(verifierKey) as VerifierKey);
const [ours, next, witness] = signers as [SigningKey, SigningKey, SigningKey];
const text = 'หนึ่ง\ntwo\n';

function standings(note: string, known: readonly VerifierKey[] = verifiers): NoteSignature['standing'][] {
  const read = verifyNote(note, known);
  if (isRefusal(read)) throw new Error(read.message);
  return read.signatures.map(({ standing }) => standing);
}

const signed = (...by: SigningKey[]): string => signNote(text, by) as string;

describe('a signed note', () => {
  it.each(checkpoints)('is the golden one: $name', ({ text: said, keys: ids, note }) => {
    const by = ids.map((id) => signers.find((key) => key.id === id)!);
    expect(signNote(said, by)).toBe(note);
    expect(verifyNote(note, verifiers)).toEqual({
      text: said,
      signatures: by.map(({ name, id }) => ({ name, keyId: id, standing: 'verified' })),
    });
  });

  it('keeps a text with empty lines whole', () => {
    const note = signNote('one\n\n\nfour\n', [ours]) as string;
    expect(verifyNote(note, verifiers)).toMatchObject({ text: 'one\n\n\nfour\n' });
    expect(standings(note)).toEqual(['verified']);
  });

  it('tells signatures by known keys from those by others', () => {
    expect(standings(signed(ours, witness), [ours.verifier])).toEqual(['verified', 'unknown']);
    expect(standings(signed(ours), [next.verifier])).toEqual(['unknown']);
    expect(standings(signed(ours), [])).toEqual(['unknown']);
  });

  it('finds every changed character of the text', () => {
    const note = signed(ours);
    const characters = Array.from(text);
    for (const [at, character] of characters.entries()) {
      const changed = characters.with(at, character === '\n' ? ' ' : 'x').join('');
      if (changed.endsWith('\n')) expect(standings(note.replace(text, changed))).toEqual(['wrong']);
    }
  });

  it('finds a signature of another text, and one that lost a byte', () => {
    const other = (signNote('three\n', [ours]) as string).split('\n').at(-2)!;
    expect(standings(`${text}\n${other}\n`)).toEqual(['wrong']);
    const bytes = Buffer.from(other.split(' ').at(-1)!, 'base64');
    const short = `\u2014 ${ours.name} ${bytes.subarray(0, -1).toString('base64')}`;
    expect(standings(`${text}\n${short}\n`)).toEqual(['wrong']);
  });

  it('does not let a key speak under the name of another', () => {
    const impostor = newSigningKey(ours.name, unhex(keys[2]!.seed));
    expect(standings(signed(impostor), [ours.verifier])).toEqual(['unknown']);
    const posing = { ...impostor, id: ours.id };
    expect(standings(signed(posing), [ours.verifier])).toEqual(['wrong']);
  });

  const good = signed(ours);
  it.each<[string, string]>([
    ['nothing', ''],
    ['no signature', `${text}\n`],
    ['no empty line', good.replace('\n\n', '\n')],
    ['no newline at the end', good.slice(0, -1)],
    ['a carriage return', good.replaceAll('\n', '\r\n')],
    ['a control character', good.replace('two', 't\u0007o')],
    ['half of a surrogate pair', good.replace('two', 't\ud83do')],
    ['another dash', good.replace('\u2014', '-')],
    ['more behind the signature', good.replace(/\n$/, ' x\n')],
    ['a signature in another spelling', good.replace(/=*\n$/, '\n')],
    ['a signature that holds a key id alone', `${text}\n\u2014 ${ours.name} AAAAAA==\n`],
    ['more than 100 signatures', `${text}\n${good.split('\n').at(-2)!.concat('\n').repeat(101)}`],
    ['a signature twice', good + good.slice(good.indexOf('\u2014'))],
    ['more than 64 KiB', signNote(`${'ก'.repeat(22_000)}\n`, [ours]) as string],
  ])('is refused with %s', (_, note) => {
    expect(verifyNote(note, verifiers)).toMatchObject({ code: 'note-malformed' });
  });

  it.each<[string, string]>([
    ['without a newline at its end', 'one'],
    ['with a tab', 'o\tne\n'],
    ['with half of a surrogate pair', '\udc00\n'],
  ])('is not made of a text %s', (_, said) => {
    expect(signNote(said, [ours])).toMatchObject({ code: 'note-malformed' });
  });
});
