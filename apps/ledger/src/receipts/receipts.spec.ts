import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { orThrow, type Instant } from '#kernel';
import { parseVerifierKey, verifyInclusionReceipt, verifyReportReceipt } from '#audit-trail';
import { LedgerUnderTest, LINE, tables } from '../../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;
let now = Date.parse('2026-04-01T05:00:00.000Z');

beforeAll(async () => {
  ledger = await LedgerUnderTest.open({ clock: () => new Date(now++).toISOString() as Instant });
  await ledger.account('R01', '1000.00');
});
afterAll(() => ledger.close());

const commit = (commitment: string) =>
  ledger.must('budget-accounts/2569/R01/commitments', {
    ...{ commitment, line: LINE, amount: '1.25', effectiveOn: '2025-11-01' },
  });

const publishedKeys = () =>
  ledger.ledger.embedded.seals.file.verifierKeys().map(({ text }) => orThrow(parseVerifierKey(text)));

/** What a receipt proves under the published keys: type and order of the events. */
function provenBy(text: string): [type: string, index: number][] {
  const verdict = verifyInclusionReceipt(text, { keys: publishedKeys() });
  if (!verdict.proven) throw new Error(JSON.stringify(verdict.findings));
  return verdict.events.map(({ index, event }) => [event.type, index]);
}

describe('whoever posts', () => {
  it('gets the address of a receipt, which is refused until it is sealed, and says when that will be', async () => {
    const posted = await commit('PO-1');
    expect(posted.json['receiptUrl']).toBe(
      `/api/v1/receipts/${String(posted.json['position'])}?organisation=main`,
    );
    const early = await ledger.get(String(posted.json['receiptUrl']));
    expect([early.status, early.json['code'], early.json['position']]).toEqual([
      409,
      'not-sealed-yet',
      posted.json['position'],
    ]);
    expect(Number(early.json['seconds'])).toBeLessThanOrEqual(60);
    const sealed = await ledger.get(`${String(posted.json['receiptUrl'])}&seal=true`);
    expect(sealed.status).toBe(200);
    expect(provenBy(sealed.text)).toEqual([['CommitmentMade', Number(posted.json['position']) - 1]]);
    expect((await ledger.get(String(posted.json['receiptUrl']))).text).toBe(sealed.text);
  });

  it('keeps a receipt that stays what it is while the log grows', async () => {
    const { json } = await commit('PO-2');
    const path = `receipts/${String(json['position'])}`;
    const before = (await ledger.get(`${path}?seal=true`)).text;
    await commit('PO-3');
    await ledger.restart();
    expect((await ledger.get(path)).text).toBe(before);
  });

  it('gets no address of a receipt from a dry run', async () => {
    const body = { commitment: 'PO-9', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' };
    const tried = await ledger.post('budget-accounts/2569/R01/commitments?dryRun=true', body);
    expect([tried.status, 'receiptUrl' in tried.json]).toEqual([200, false]);
  });
});

describe('a receipt', () => {
  it('of any event of a posting has all of them; of this one alone when asked so', async () => {
    const lines = ['R01', 'R02'].map((project) => ({
      fiscalYear: 2569,
      project,
      line: LINE,
      amount: '2.00',
    }));
    await ledger.account('R02', '1000.00');
    const posted = await ledger.must('documents/commitments', {
      ...{ commitment: 'DOC-1', lines, effectiveOn: '2025-11-02' },
    });
    const last = Number(posted.json['position']);
    const count = (posted.json['events'] as unknown as readonly unknown[]).length;
    expect(count).toBeGreaterThan(1);
    const expected = Array.from({ length: count }, (_, place) => last - count + place);
    for (const position of [last, last - count + 1]) {
      const all = await ledger.get(`receipts/${position}?seal=true`);
      expect(provenBy(all.text).map(([, index]) => index)).toEqual(expected);
      const single = await ledger.get(`receipts/${position}?single=true`);
      expect(provenBy(single.text).map(([, index]) => index)).toEqual([position - 1]);
    }
  });

  it.each([
    ['a position that the log does not have', 'receipts/999999'],
    ['what is no position', 'receipts/now'],
  ])('of %s is refused', async (_, path) => {
    const { status, json } = await ledger.get(path);
    expect([status, json['code']]).toEqual([404, 'event-unknown']);
  });
});

describe('the roots of the log', () => {
  it('are computed from the events, and are those that checkpoints seal', async () => {
    const { file } = ledger.ledger.embedded.seals;
    await ledger.get(`receipts/1?seal=true`);
    const { size } = file.latest() ?? { size: 0 };
    const { json } = await ledger.get(`receipts/log-roots?sizes=0,${size},999999`);
    const root = Buffer.from(file.tree('ledger').root()).toString('base64');
    expect(json['roots']).toEqual([
      { events: 0, root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', position: null },
      { events: size, root, position: String(size) },
      { events: 999999, root: null, position: null },
    ]);
  });

  it.each(['', '1;2', '-1', '1,2,3,4,5,6,7,8,9,10,11'])('are not computed for "%s"', async (sizes) => {
    const { status, json } = await ledger.get(`receipts/log-roots?sizes=${encodeURIComponent(sizes)}`);
    expect([status, json['code']]).toEqual([400, 'input-invalid']);
  });
});

describe('the receipt of a report', () => {
  const question = 'fiscalYear=2569&quarter=Q1&format=csv';

  it('names every parameter, the position, the root and the hash, under a signed checkpoint', async () => {
    await commit('PO-5');
    const head = String((await ledger.get('status')).json['head']);
    const made = await ledger.post(`report-receipts/quarterly?${question}`, {});
    expect(made.status).toBe(200);
    const verdict = verifyReportReceipt(made.text, { keys: publishedKeys() });
    expect(verdict).toMatchObject({
      proven: true,
      receipt: {
        report: 'quarterly',
        asked: 'now',
        query: { organisation: 'main', fiscalYear: '2569', quarter: 'Q1', byQuarter: 'false', knownAt: head },
        bytes: { type: 'text/csv; charset=utf-8' },
        log: { position: head, events: Number(head) },
      },
    });
    expect(JSON.parse(made.text)).toMatchObject({
      projections: expect.arrayContaining([expect.objectContaining({ name: 'plan-versus-actual' })]),
      software: { name: 'obligo' },
    });
  });

  it('is refused as the report is refused', async () => {
    const path = `reports/quarterly?${question}&project=NOBODY`;
    const [report, receipt] = [
      await ledger.get(path),
      await ledger.post(path.replace('reports', 'report-receipts'), {}),
    ];
    expect([receipt.status, receipt.json['code']]).toEqual([404, 'project-unknown']);
    expect(receipt.text).toBe(report.text);
    expect(receipt.headers['content-type']).toBe(report.headers['content-type']);
  });

  it.each([
    ['report-receipts/unheard-of', 404, 'report-name-unknown'],
    ['report-receipts/..%2Fpeople', 404, 'report-name-unknown'],
    [`report-receipts/quarterly?${question}&quarter=Q2`, 400, 'input-invalid'],
    ['report-receipts/quarterly?fiscalYear=2569', 400, 'input-invalid'],
  ])('is refused: %s', async (path, status, code) => {
    const reply = await ledger.post(path, {});
    expect([reply.status, reply.json['code']]).toEqual([status, code]);
  });
});

describe('the sample', () => {
  it('has one receipt for all events that its import wrote', async () => {
    const sample = await LedgerUnderTest.open();
    try {
      const { receipt } = (await sample.import(tables())).json as unknown as {
        readonly receipt: { readonly receiptUrl: string; readonly events: number };
      };
      const { text } = await sample.get(`${receipt.receiptUrl}&seal=true`);
      const verdict = verifyInclusionReceipt(text);
      expect(verdict.proven && verdict.events.map(({ index }) => index)).toEqual(
        Array.from({ length: receipt.events }, (_, index) => index),
      );
    } finally {
      await sample.close();
    }
  });

  it('has receipts of its reports, under which they are what was known in December and in March', async () => {
    const sample = await LedgerUnderTest.open();
    try {
      await sample.import(tables());
      const asked = ['quarter=Q1&knownAt=2025-12-30', 'quarter=Q2&byQuarter=true&knownAt=2026-03-31'];
      const positions: number[] = [];
      for (const report of asked) {
        const made = await sample.post(`report-receipts/quarterly?fiscalYear=2569&format=csv&${report}`, {});
        const verdict = verifyReportReceipt(made.text);
        expect(verdict.proven).toBe(true);
        if (verdict.proven) positions.push(Number(verdict.receipt.log.position));
      }
      expect(positions[0]).toBeLessThan(positions[1] ?? 0);
    } finally {
      await sample.close();
    }
  });
});
