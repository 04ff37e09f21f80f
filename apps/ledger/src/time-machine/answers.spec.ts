import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseBaht, sum } from '#kernel';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { kpiReportAnswer, kpiStatesAnswer } from '../performance/kpi.answers.ts';
import { changesAnswer, diffAnswer } from './diff.answers.ts';

const DECEMBER_TO_MARCH = 'from=2025-12-30&to=2026-03-31';

describe('what is answered about two points and about KPIs', () => {
  let ledger: LedgerUnderTest;

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
    await ledger.import();
    await ledger.post('control/policy', { policy: { pastQuarters: 'locked' }, effectiveOn: '2026-04-01' });
  });
  afterAll(() => ledger.close());

  const get = async (path: string) => {
    const { status, json, text } = await ledger.get(path);
    if (status !== 200) throw new Error(text);
    return json;
  };

  it('is as its schema says, for figures of money, of lines and of KPIs, and for settings', async () => {
    const year = `fiscalYear=2569&quarter=Q1&${DECEMBER_TO_MARCH}`;
    for (const what of ['quarterly', 'account', 'budget-status', 'kpi'])
      diffAnswer.parse(await get(`diff?of=${what}&${year}`));
    diffAnswer.parse(await get(`diff?byQuarter=true&effectiveTo=2025-12-31&${year}`));
    const { changes } = changesAnswer.parse(await get('control/policy/diff?from=2026-03-31'));
    expect(changes.map(({ place }) => place)).toContain('policy · pastQuarters');
    kpiReportAnswer.parse(await get('reports/kpi?fiscalYear=2569&quarter=Q2'));
    kpiStatesAnswer.parse(await get('states/kpis?fiscalYear=2569'));
  });

  it('names for every changed cell events whose movements add up to the change', async () => {
    const { cells = [] } = diffAnswer.parse(
      await get(`diff?fiscalYear=2569&quarter=Q1&${DECEMBER_TO_MARCH}`),
    );
    expect([...new Set(cells.map(({ project_code }) => project_code))]).toEqual(['P01', 'P02', 'P06', 'P09']);
    for (const { change, events } of cells)
      expect(sum(events.map(({ movement }) => parseBaht(movement)))).toBe(parseBaht(change));
  });

  it('tells of a KPI what each event said, and when each result is due', async () => {
    const { history = [], dueOn } = kpiStatesAnswer.parse(
      await get('states/kpis?fiscalYear=2569&kpi=P01-K1'),
    );
    expect(history[0]).toMatchObject({ type: 'KpiDefined', data: { kpi: 'P01-K1', project: 'P01' } });
    expect(history.map(({ type }) => type)).toContain('KpiResultRecorded');
    expect(dueOn).toEqual({ Q1: '2025-12-31', Q2: '2026-03-31', Q3: '2026-06-30', Q4: '2026-09-30' });
  });

  it('names the files that a result rests on, by their digests', async () => {
    const evidence = [{ name: 'survey.xlsx', size: 10, sha256: 'ab'.repeat(32) }];
    const result = {
      result: 'Q3-2569',
      quarter: 'Q3',
      text: 'เตรียมการแล้ว',
      effectiveOn: '2026-06-30',
      evidence,
    };
    await ledger.must('kpis/2569/P01-K2/results', result);
    const { history = [] } = kpiStatesAnswer.parse(await get('states/kpis?fiscalYear=2569&kpi=P01-K2'));
    expect(history.at(-1)).toMatchObject({ type: 'KpiResultRecorded', evidence });
    expect(history[0]?.evidence).toEqual([]);
  });

  it('expects no result in December of a quarter that had not begun', async () => {
    const { kpis } = kpiStatesAnswer.parse(await get('states/kpis?fiscalYear=2569&knownAt=Q1-2569'));
    const after = kpis.flatMap(({ quarters }) => quarters.slice(1).map(({ status }) => status));
    expect(new Set(after)).toEqual(new Set(['not_due']));
  });
});
