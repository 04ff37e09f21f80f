import { beforeAll, describe, expect, it } from '@jest/globals';
import { formatVerifierKey } from '../verifier-key.ts';
import { changed, keyOf, SealedLog } from './receipt.fixture.ts';
import type { ReportReceipt } from './report-receipt.ts';
import { rootAt } from './root-at.ts';
import { verifyReportReceipt } from './verify-report-receipt.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends object ? Writable<T[K]> : T[K] };

let log: SealedLog;
let other: SealedLog;
let receipt: string;

beforeAll(async () => {
  log = await SealedLog.of('obligo.example/ledger/etda', 7);
  other = await SealedLog.of('obligo.example/ledger/other', 7);
  receipt = await log.reportReceipt(5);
});

function faults(text: string): string[] {
  const verdict = verifyReportReceipt(text);
  return verdict.proven ? [] : verdict.findings.map(({ code, at }) => `${code} at ${at}`);
}

const forged = (change: (receipt: Writable<ReportReceipt>) => unknown): string =>
  changed(receipt, (members) => change(members as unknown as Writable<ReportReceipt>));

describe('the receipt of a report', () => {
  it('proves that the events it was made from are the beginning of what is sealed', () => {
    expect(verifyReportReceipt(receipt)).toMatchObject({
      proven: true,
      receipt: { report: 'quarterly', asked: '2025-12-30', log: { position: '5', events: 5 } },
      sealing: { checkpoint: { origin: log.origin, size: 7 }, keysFrom: 'receipt' },
    });
  });

  it('proves it for every number of events and every later checkpoint', async () => {
    for (let size = 0; size <= 7; size += 1) {
      for (let events = 0; events <= size; events += 1) {
        expect(faults(await log.reportReceipt(events, size))).toEqual([]);
      }
    }
  });

  it('names its query by sorted names, and nobody who read it', () => {
    const { query } = JSON.parse(receipt) as ReportReceipt;
    expect(Object.keys(query)).toEqual(['fiscalYear', 'format', 'knownAt', 'quarter']);
    expect(receipt).not.toMatch(/actor|reader|who/);
  });
});

describe('the root of an earlier size', () => {
  it('is the one that the tree had then', async () => {
    for (let size = 0; size <= 7; size += 1) {
      expect(Buffer.from(await rootAt(log.leaves, size))).toEqual(Buffer.from(log.rootAt(size)));
    }
  });
});

describe('a receipt of a report is refused, and where is told, when', () => {
  it.each<[string, string, (receipt: Writable<ReportReceipt>) => unknown]>([
    ['the number of events is another', 'proof-wrong at log.consistency', (r) => (r.log.events = 4)],
    ['there are more events than are sealed', 'proof-wrong at log.consistency', (r) => (r.log.events = 8)],
    ['the proof is another', 'proof-wrong at log.consistency', (r) => r.log.consistency.reverse()],
    ['the proof is missing', 'proof-wrong at log.consistency', (r) => (r.log.consistency = [])],
    ['the hash of its bytes is none', 'receipt-malformed at bytes.sha256', (r) => (r.bytes.sha256 = 'ab')],
    ['its length is negative', 'receipt-malformed at bytes.length', (r) => (r.bytes.length = -1)],
    ['its report would lead elsewhere', 'receipt-malformed at report', (r) => (r.report = '../people')],
    [
      'a parameter is no text',
      'receipt-malformed at query.quarter',
      (r) => Object.assign(r.query, { quarter: 1 }),
    ],
    [
      'it tells of another moment than it was made at',
      'receipt-malformed at query.knownAt',
      (r) => Object.assign(r.query, { knownAt: '6' }),
    ],
    ['it tells of no moment', 'receipt-malformed at query.knownAt', (r) => delete r.query['knownAt']],
    ['its position is none', 'receipt-malformed at log.position', (r) => (r.log.position = 'now')],
    ['its time is none', 'receipt-malformed at madeAt', (r) => Object.assign(r, { madeAt: 'yesterday' })],
    [
      'the checkpoint was changed after it was signed',
      'signature-wrong at log.checkpoint',
      (r) => (r.log.checkpoint = r.log.checkpoint.replace('2025', '2024')),
    ],
  ])('%s', (_, expected, change) => {
    expect(faults(forged(change))).toEqual([expected]);
  });

  it('the root is that of other events', () => {
    const root = Buffer.from(other.rootAt(5)).toString('base64');
    expect(faults(forged((r) => (r.log.root = root)))).toEqual(['proof-wrong at log.consistency']);
  });

  it('the checkpoint is that of another ledger', () => {
    const text = forged((r) => {
      r.log.checkpoint = other.noteAt(7);
      r.log.keys = [formatVerifierKey(other.key.verifier)];
    });
    expect(faults(text)).toEqual(['proof-wrong at log.consistency']);
  });

  it('the checkpoint is signed by a key that nobody knows', () => {
    const text = forged((r) => (r.log.checkpoint = log.noteAt(7, keyOf(log.origin, 'a stranger'))));
    expect(faults(text)).toEqual(['key-unknown at log.checkpoint']);
  });

  it('it has a member that some readers pass over', () => {
    const text = receipt.replace('"fiscalYear"', '"__proto__": "P01",\n    "fiscalYear"');
    expect(faults(text)).toEqual(['receipt-malformed at receipt']);
  });

  it('it is the receipt of a posting', async () => {
    expect(faults(await log.receipt([1]))).toContain('receipt-malformed at schema');
  });
});
