import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, newSigningKey } from '#audit-trail';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';
import { rewrite } from '../testing/rewrite.fixture.ts';

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('ledger');
const RECEIPT = at('receipt-200.json');

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', D);
  await obligo('receipt', 'show', '200', '--data', D, '--out', RECEIPT);
});
afterAll(() => temporary.remove());

const text = (): string => readFileSync(RECEIPT, 'utf8');

/** A file of this name with this text; answers where it is. */
function file(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** The keys as they were published. */
const published = (): string =>
  file('keys.txt', `${(JSON.parse(text()) as { keys: string[] }).keys.join('\n')}\n`);

describe('an auditor with a receipt and nothing else', () => {
  it('sees which event is in the log, under which checkpoint, sealed when, signed by whom', async () => {
    const { code, out } = await obligo('receipt', 'verify', RECEIPT);
    expect(code).toBe(0);
    expect(out).toMatch(/^PROVEN: \d+ events? of the log\n/);
    expect(out).toMatch(
      /^ {2}event 200: \w+, revision \d+ of \S+, effective \d{4}-\d\d-\d\d, recorded \S+Z by operator$/m,
    );
    expect(out).toMatch(
      /^under the checkpoint of 267 events of obligo\.local\/ledger\/\w+, sealed at \S+Z$/m,
    );
    expect(out).toMatch(/^signed with obligo\.local\/ledger\/\w+\+[0-9a-f]{8}\+\S+$/m);
    expect(out).toContain('The key came with the receipt: compare it with the published one');
  });

  it('is sure with the published keys', async () => {
    const { code, out } = await obligo('receipt', 'verify', RECEIPT, '--keys', published());
    expect([code, out.includes('compare')]).toEqual([0, false]);
  });

  it('gets the same as JSON', async () => {
    const { code, out } = await obligo('receipt', 'verify', RECEIPT, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'obligo.receipt-verification/1',
      proven: true,
      sealing: { size: 267, keysFrom: 'receipt' },
      events: expect.arrayContaining([expect.objectContaining({ index: 199 })]),
    });
  });

  it('learns where a receipt was changed, and gets exit code 6', async () => {
    const changed = file('changed.json', text().replace(/"revision": (\d+)/, '"revision": 9$1'));
    const { code, out } = await obligo('receipt', 'verify', changed);
    expect(code).toBe(6);
    expect(out).toMatch(/^NOT PROVEN\n {2}events\[0\]\.proof: It does not prove .* \(proof-wrong\)\n/);
    const json = await obligo('receipt', 'verify', changed, '--json');
    expect([json.code, JSON.parse(json.out)]).toEqual([
      6,
      expect.objectContaining({
        proven: false,
        findings: [expect.objectContaining({ code: 'proof-wrong' })],
      }),
    ]);
  });

  it('does not take a receipt that somebody else signed', async () => {
    const stranger = formatVerifierKey(newSigningKey('obligo.local/ledger/other').verifier);
    const { code, out } = await obligo(
      'receipt',
      'verify',
      RECEIPT,
      '--keys',
      file('others.txt', `${stranger}\n`),
    );
    expect([code, out]).toEqual([6, expect.stringContaining('checkpoint: No signature')]);
  });

  it.each([
    ['a file that is not there', at('nowhere.json'), 2, 'cannot be read'],
    ['a folder', temporary.dir, 2, 'cannot be read'],
    ['a table', join(SAMPLE, 'projects.csv'), 6, 'it is no JSON. (receipt-malformed)'],
  ])('is told that %s is no receipt', async (_, name, expected, words) => {
    const { code, out, err } = await obligo('receipt', 'verify', name);
    expect([code, out + err]).toEqual([expected, expect.stringContaining(words)]);
  });

  it('is told which file of keys has none', async () => {
    const { code, err } = await obligo('receipt', 'verify', RECEIPT, '--keys', file('none.txt', '\n'));
    expect([code, err]).toEqual([2, expect.stringContaining('none.txt has no key')]);
    const wrong = await obligo('receipt', 'verify', RECEIPT, '--keys', file('wrong.txt', 'nobody\n'));
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('wrong.txt: It is not of the form')]);
  });
});

describe('a receipt', () => {
  it('is printed, or written to a new file, and never over another one', async () => {
    const printed = await obligo('receipt', 'show', '200', '--data', D);
    expect([printed.code, printed.out]).toEqual([0, text()]);
    const again = await obligo('receipt', 'show', '200', '--data', D, '--out', RECEIPT);
    expect([again.code, again.err]).toEqual([
      2,
      expect.stringContaining('expected a name that is not in use'),
    ]);
  });

  it('of a position that the log does not have is refused and written nowhere', async () => {
    const { code, err } = await obligo('receipt', 'show', '999', '--data', D, '--out', at('none.json'));
    expect([code, err, existsSync(at('none.json'))]).toEqual([
      1,
      expect.stringContaining('event-unknown'),
      false,
    ]);
  });

  it('of an event that was changed in the file of the ledger is not given', async () => {
    const data = at('tampered');
    cpSync(D, data, { recursive: true });
    rewrite(join(data, 'ledger.sqlite'), 'UPDATE events SET booked_at = booked_at - 1 WHERE position = 200');
    const { code, out, err } = await obligo('receipt', 'show', '200', '--single', '--data', data);
    expect([code, out, err]).toEqual([5, '', expect.stringContaining('refused (event-not-as-sealed)')]);
  });

  it('is what the answer to a posting names', async () => {
    const account = [
      '--fiscal-year',
      '2569',
      '--project',
      'R01',
      '--name',
      'R01',
      '--effective-on',
      '2025-10-01',
    ];
    const { out, err } = await obligo('account', 'open', ...account, '--data', D);
    const position = /receipt: position (\d+)/.exec(out)?.[1] ?? '';
    expect(err).toContain(`obligo receipt show ${position}`);
    const shown = await obligo('receipt', 'show', position, '--data', D, '--seal');
    expect([shown.code, shown.err]).toEqual([0, expect.stringContaining('receipt of 1 event;')]);
  });
});
