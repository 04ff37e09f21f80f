import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { tables } from '../../testing/ledger-under-test.fixture.ts';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const QUARTERLY = 'report-receipts/quarterly?fiscalYear=2569&quarter=Q1&format=csv';

describe('receipts of a ledger that believes nobody', () => {
  let served: ServedLedger;
  let auditor: string;
  let reader: string;
  let limited: string;

  let now = Date.parse('2026-04-01T02:00:00.000Z');

  beforeAll(async () => {
    served = await ServedLedger.open({ clock: () => new Date(now++).toISOString() as Instant });
    const maker = await served.person('malee', ['maker']);
    await served.must('imports', { token: maker, body: { files: tables() } });
    auditor = await served.person('anan', ['auditor']);
    reader = await served.person('ratree', ['reader']);
    limited = await served.person('somchai', ['budget-owner', { projects: ['P01'] }]);
  });
  afterAll(() => served.close());

  it('of postings are for those who may read the event', async () => {
    const path = 'receipts/200?seal=true';
    expect(await served.codeOf(path)).toBe('not-signed-in');
    expect(await served.codeOf(path, { token: reader })).toBe('role-missing');
    expect(await served.codeOf('events/200', { token: limited })).toBe(
      await served.codeOf(path, { token: limited }),
    );
    expect(await served.codeOf(path, { token: auditor })).toBe('answered 200');
    expect(await served.codeOf(`${path}&organisation=etda`, { token: auditor })).toBe('answered 200');
    expect(await served.codeOf(`${path}&organisation=other`, { token: auditor })).toBe(
      'organisation-unknown',
    );
  });

  it('of reports are for those who may read the report, about what they may read', async () => {
    expect(await served.codeOf(QUARTERLY, { body: {} })).toBe('not-signed-in');
    expect(await served.codeOf(QUARTERLY, { token: reader, body: {} })).toBe('answered 200');
    expect(await served.codeOf(QUARTERLY, { token: limited, body: {} })).toBe('outside-your-limits');
    expect(await served.codeOf(`${QUARTERLY}&project=P02`, { token: limited, body: {} })).toBe(
      'outside-your-limits',
    );
    const own = await served.must(`${QUARTERLY}&project=P01`, { token: limited, body: {} });
    expect(own.json['query']).toMatchObject({ project: 'P01' });
    // This report is about all projects: naming one opens nothing.
    const book = 'report-receipts/budget-book?fiscalYear=2569&project=P01';
    expect(await served.codeOf(book, { token: limited, body: {} })).toBe('outside-your-limits');
  });

  it('of reports are made for a page with a session, which proves itself', async () => {
    const browser = new Browser(await listen(served));
    await browser.signIn('ratree');
    const made = await browser.ask(`/api/v1/${QUARTERLY}`, { body: {} });
    expect([made.status, made.json['report']]).toEqual([200, 'quarterly']);
    const unproven = await browser.ask(`/api/v1/${QUARTERLY}`, { body: {}, csrf: false });
    expect([unproven.status, unproven.json['code']]).toEqual([403, 'csrf-token-missing']);
  });

  it('are told in the reading log, with who asked', async () => {
    await served.must(QUARTERLY, { token: reader, body: {} });
    const { json } = await served.must('readings?who=ratree', { token: auditor });
    const rows = json['rows'] as readonly { readonly route: string; readonly who: string }[];
    const routes = new Set(rows.map(({ route }) => route));
    expect([...routes]).toEqual(expect.arrayContaining(['reportReceipt', 'reportQuarterly']));
  });

  it('do not say who asked', async () => {
    const [one, other] = [
      await served.must(QUARTERLY, { token: reader, body: {} }),
      await served.must(QUARTERLY, { token: auditor, body: {} }),
    ];
    const timeless = ({ madeAt: _, ...rest }: Record<string, unknown>) => rest;
    expect(timeless(one.json)).toEqual(timeless(other.json));
  });

  it('compare roots for those who may re-run history', async () => {
    expect(await served.codeOf('receipts/log-roots?sizes=1', { token: reader })).toBe('role-missing');
    expect(await served.codeOf('receipts/log-roots?sizes=1', { token: auditor })).toBe('answered 200');
  });
});
