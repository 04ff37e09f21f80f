import { beforeAll, describe, expect, it } from '@jest/globals';
import { formatVerifierKey } from '../verifier-key.ts';
import { changed, keyOf, SealedLog } from './receipt.fixture.ts';
import type { KeysFromOutside } from './sealing.ts';
import { verifyInclusionReceipt } from './verify-inclusion-receipt.ts';

interface Included {
  index: number;
  event: Record<string, unknown>;
  proof: string[];
}
type Receipt = { events: Included[]; checkpoint: string; keys: string[] };

let log: SealedLog;
let other: SealedLog;
let receipt: string;

beforeAll(async () => {
  log = await SealedLog.of('obligo.example/ledger/etda', 7);
  other = await SealedLog.of('obligo.example/ledger/other', 7);
  receipt = await log.receipt([2]);
});

/** Codes and places of what keeps a receipt from proving anything; empty when it proves. */
function faults(text: string, options?: KeysFromOutside): string[] {
  const verdict = verifyInclusionReceipt(text, options);
  return verdict.proven ? [] : verdict.findings.map(({ code, at }) => `${code} at ${at}`);
}

const forged = (change: (receipt: Receipt) => unknown): string =>
  changed(receipt, (members) => change(members as unknown as Receipt));

/** The event of the receipt at a place, to be changed. */
const at = (members: Receipt, place = 0): Included => members.events[place]!;

describe('the receipt of a posting', () => {
  it('proves which event is in the log, at which place, under which checkpoint, at what time', () => {
    const verdict = verifyInclusionReceipt(receipt);
    expect(verdict).toMatchObject({
      proven: true,
      events: [{ index: 2, event: { id: log.events[2]!.id, stream: 'budgetaccount-etda.2569.P02' } }],
      sealing: {
        checkpoint: { origin: log.origin, size: 7, time: '2025-12-30T03:05:00.000Z' },
        signedBy: [formatVerifierKey(log.key.verifier)],
        keysFrom: 'receipt',
      },
    });
  });

  it('proves every event of every size of the log', async () => {
    for (let size = 1; size <= 7; size += 1) {
      for (let index = 0; index < size; index += 1)
        expect(faults(await log.receipt([index], size))).toEqual([]);
    }
  });

  it('of several events proves each of them', async () => {
    const verdict = verifyInclusionReceipt(await log.receipt([1, 2, 3]));
    expect(verdict.proven && verdict.events.map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  it('counts the keys that were published, when they are given', () => {
    const published = verifyInclusionReceipt(receipt, { keys: [log.key.verifier] });
    expect(published).toMatchObject({ proven: true, sealing: { keysFrom: 'outside' } });
    const others = verifyInclusionReceipt(receipt, { keys: [other.key.verifier] });
    expect(others).toMatchObject({ proven: false, findings: [{ code: 'key-unknown', at: 'checkpoint' }] });
  });

  it('reads the same without white space', () => {
    expect(faults(JSON.stringify(JSON.parse(receipt)))).toEqual([]);
  });
});

describe('a receipt is refused, and where is told, when', () => {
  it.each<[string, string, (receipt: Receipt) => unknown]>([
    ['a hash of the proof is another', 'proof-wrong at events[0].proof', (r) => at(r).proof.reverse()],
    ['the proof is too short', 'proof-wrong at events[0].proof', (r) => at(r).proof.pop()],
    ['the proof is too long', 'proof-wrong at events[0].proof', (r) => at(r).proof.push(at(r).proof[0]!)],
    ['the place is another', 'proof-wrong at events[0].proof', (r) => (at(r).index = 3)],
    ['the place is beyond the checkpoint', 'proof-wrong at events[0].proof', (r) => (at(r).index = 7)],
    ['the revision is another', 'proof-wrong at events[0].proof', (r) => (at(r).event['revision'] = 1)],
    ['the stream is another', 'proof-wrong at events[0].proof', (r) => (at(r).event['stream'] = 'kpi-etda')],
    [
      'the amount is another',
      'proof-wrong at events[0].proof',
      (r) => {
        const data = Buffer.from(String(at(r).event['data']), 'base64')
          .toString()
          .replace('1503340', '2503340');
        at(r).event['data'] = Buffer.from(data).toString('base64');
      },
    ],
    [
      'the data are not canonical',
      'event-malformed at events[0].event',
      (r) => (at(r).event['data'] = Buffer.from('{ }').toString('base64')),
    ],
    ['the id is no UUID', 'event-malformed at events[0].event', (r) => (at(r).event['id'] = 'one')],
    ['a member is missing', 'receipt-malformed at events[0].event.id', (r) => delete at(r).event['id']],
    ['a member is too much', 'receipt-malformed at events[0]', (r) => Object.assign(at(r), { note: 'x' })],
    ['a hash is no hash', 'receipt-malformed at events[0].proof[1]', (r) => (at(r).proof[1] = 'AAAA')],
    [
      'the proof has a thousand hashes',
      'receipt-malformed at events[0].proof',
      (r) => (at(r).proof = Array.from({ length: 1000 }, () => at(r).proof[0]!)),
    ],
    ['it has no event', 'receipt-malformed at events', (r) => (r.events = [])],
    ['an event stands twice', 'receipt-malformed at events[1].index', (r) => r.events.push(at(r))],
    [
      'it is of another kind',
      'receipt-malformed at schema',
      (r) => Object.assign(r, { schema: 'obligo.receipt/1' }),
    ],
    ['the key is no key', 'receipt-malformed at keys[0]', (r) => (r.keys = ['nobody'])],
    [
      'the note is no note',
      'checkpoint-malformed at checkpoint',
      (r) => (r.checkpoint = 'sealed, I promise'),
    ],
    [
      'the checkpoint was changed after it was signed',
      'signature-wrong at checkpoint',
      (r) => (r.checkpoint = r.checkpoint.replace('\n7\n', '\n8\n')),
    ],
  ])('%s', (_, expected, change) => {
    expect(faults(forged(change))).toEqual([expected]);
  });

  it('the event is one of another ledger', async () => {
    const strange = JSON.parse(await other.receipt([2])) as Receipt;
    expect(faults(forged((r) => (r.events = strange.events)))).toEqual(['proof-wrong at events[0].proof']);
  });

  it('the checkpoint is another one of the same ledger', () => {
    expect(faults(forged((r) => (r.checkpoint = log.noteAt(6))))).toEqual(['proof-wrong at events[0].proof']);
  });

  it('the checkpoint is that of another ledger', () => {
    const change = (r: Receipt) => {
      r.checkpoint = other.noteAt(7);
      r.keys = [formatVerifierKey(other.key.verifier)];
    };
    expect(faults(forged(change))).toEqual(['proof-wrong at events[0].proof']);
  });

  it('the checkpoint is signed by a key that nobody knows', () => {
    const stranger = keyOf(log.origin, 'a stranger');
    const change = (r: Receipt) => (r.checkpoint = log.noteAt(7, stranger));
    expect(faults(forged(change))).toEqual(['key-unknown at checkpoint']);
  });

  it('a stranger signed under the name of the ledger and lists the own key, but the published ones are given', () => {
    const stranger = keyOf(log.origin, 'a stranger');
    const text = forged((r) => {
      r.checkpoint = log.noteAt(7, stranger);
      r.keys = [formatVerifierKey(stranger.verifier)];
    });
    expect(faults(text, { keys: [log.key.verifier] })).toEqual(['key-unknown at checkpoint']);
  });

  it('one of several events was exchanged: that one is told', async () => {
    const several = changed(await log.receipt([1, 2, 3]), (members) => {
      const { events } = members as unknown as Receipt;
      events[1]!.event = events[2]!.event;
    });
    expect(faults(several)).toEqual(['proof-wrong at events[1].proof']);
  });
});

describe('a hostile file', () => {
  it.each([
    ['no JSON', '{"schema":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['nested a million levels deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['of a hundred million characters', 'x'.repeat(100_000_000)],
    [
      'with a member that stands twice',
      '{"schema":"obligo.inclusion-receipt/1","schema":"obligo.inclusion-receipt/1"}',
    ],
  ])('is no receipt: %s', (_, text) => {
    expect(faults(text)).toHaveLength(1);
    expect(faults(text)[0]).toBe('receipt-malformed at receipt');
  });

  it('with one byte changed, whichever, proves nothing', () => {
    const bytes = Buffer.from(receipt);
    const survived: number[] = [];
    for (let place = 0; place < bytes.length - 1; place += 1) {
      const one = Buffer.from(bytes);
      one[place] = one[place]! ^ 1;
      if (faults(one.toString('utf8')).length === 0) survived.push(place);
    }
    expect(survived).toEqual([]);
  });
});
