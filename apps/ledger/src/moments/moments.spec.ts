import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { momentAnswer, momentsAnswer } from './moments.answers.ts';

describe('the moments that people know by name', () => {
  let ledger: LedgerUnderTest;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.import();
    await ledger.must('periods/2569/soft-closings', { period: 'Q1', effectiveOn: '2026-04-02' });
    await ledger.must('periods/2569/reopenings', {
      period: '2025-12',
      effectiveOn: '2026-04-02',
      reason: 'ใบแจ้งหนี้มาช้า',
    });
  });
  afterAll(() => ledger.close());

  const moments = async (query = 'fiscalYear=2569') =>
    momentsAnswer.parse((await ledger.get(`moments?${query}`)).json).moments;
  const resolved = async (knownAt: string) =>
    momentAnswer.parse((await ledger.get(`moments/resolve?knownAt=${encodeURIComponent(knownAt)}`)).json);

  it('are the reports of the year and its closings, newest first', async () => {
    expect((await moments()).map(({ kind, code, quarter }) => [kind, code, quarter])).toEqual([
      ['period-reopened', '2025-12', null],
      ['period-soft-closed', 'Q1', null],
      ['report', 'Q2-2569', 'Q2'],
      ['report', 'Q1-2569', 'Q1'],
    ]);
    expect(await moments('fiscalYear=2570')).toEqual([]);
  });

  it('say what was known then: the end of the day that a report stands for', async () => {
    const [report] = (await moments()).filter(({ code }) => code === 'Q1-2569');
    expect(report).toMatchObject({ day: '2025-12-30' });
    const { knownAt } = await resolved('2025-12-30');
    expect(report?.position).toBe(knownAt.position);
    expect(report?.bookedAt).toBe(knownAt.bookedAt);
    expect((await resolved('Q1-2569')).knownAt.position).toBe(knownAt.position);
  });

  it('are a list for spreadsheets too', async () => {
    const { text } = await ledger.get('moments?fiscalYear=2569&format=csv');
    expect(text.split('\n')[0]).toBe('kind,code,day,position,booked_at,happened_at,actor,title');
    expect(text.trim().split('\n')).toHaveLength(5);
  });

  it('resolve to a place in the log, and say whether anything was recorded since', async () => {
    const now = await resolved('now');
    expect(now).toMatchObject({ isNow: true, head: now.knownAt.position });
    const then = await resolved('2025-12-30');
    expect(then).toMatchObject({ isNow: false, head: now.head, knownAt: { asked: '2025-12-30' } });
    expect(then.knownAt.bookedAt).toMatch(/^2025-12-30T.*\+07:00$/);
    expect((await resolved(now.head)).isNow).toBe(true);
    expect((await resolved('2020-01-01')).knownAt).toEqual({
      asked: '2020-01-01',
      position: '0',
      bookedAt: null,
    });
  });

  it('are refused where they are none, or still to come', async () => {
    const code = async (asked: string) => (await ledger.get(`moments/resolve?knownAt=${asked}`)).json['code'];
    expect(await code('soon')).toBe('known-at-malformed');
    expect(await code('999999')).toBe('known-at-unknown');
    expect(await code('2099-01-01')).toBe('known-at-in-future');
    expect(await code(new Date(Date.now() + 60_000).toISOString())).toBe('known-at-in-future');
    expect(await code(new Date(Date.now() - 1_000).toISOString())).toBeUndefined();
  });

  describe('beside reports that are called or dated oddly', () => {
    const dated = (report: string, asOf = '2026-03-31', fiscalYear = 2569, effectiveOn = asOf) =>
      ledger.post('quarterly-reports', { fiscalYear, report, quarter: 'Q2', asOf, effectiveOn });

    it.each(['2025-12-30', 'now', 'NOW', '190'])('%s is no name of a report', async (report) => {
      const refused = (await dated(report)).json;
      expect([refused['code'], refused['detail']]).toEqual([
        'input-invalid',
        expect.stringContaining('that is no moment by itself'),
      ]);
    });

    it('a code of two fiscal years names no moment', async () => {
      for (const [asOf, year] of [['2026-03-31', 2569] as const, ['2027-03-31', 2570] as const])
        await dated('RQ', asOf, year, `${year - 544}-10-01`);
      const { json } = await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q2&knownAt=RQ');
      expect([json['code'], json['detail']]).toEqual([
        'known-at-ambiguous',
        'RQ is a report of the fiscal years 2570 and 2569: expected the date or the position that is meant.',
      ]);
    });

    it('a report that is dated ahead is no moment yet, and what was restated of its year is still told', async () => {
      expect((await dated('AHEAD', '2027-06-30', 2570, '2026-10-01')).status).toBe(201);
      expect((await ledger.get('moments/resolve?knownAt=AHEAD')).json['code']).toBe('known-at-in-future');
      const after = (await ledger.get('reports/restatements?fiscalYear=2570')).json;
      expect(after['reports']).toEqual(
        expect.arrayContaining([expect.objectContaining({ report: 'AHEAD', cells: [] })]),
      );
    });
  });
});
