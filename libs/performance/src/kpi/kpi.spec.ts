import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#kernel';
import { kpi } from './decider.ts';
import { after, context, day, define } from './kpi.fixture.ts';

const recordQ1 = {
  type: 'record-result' as const,
  result: 'Q1-2569',
  quarter: 'Q1' as const,
  value: '595',
  text: '595 ราย',
  cumulative: false,
  effectiveOn: day('2025-12-31'),
};

describe('a KPI', () => {
  it('is defined with what is given and nothing else', () => {
    const { events } = after([
      define({ nameEn: undefined, tiers: { basic: 'ร้อยละ 70', advanced: undefined }, note: 'หมายเหตุ' }),
    ]);
    expect(events).toEqual([
      {
        type: 'KpiDefined',
        effectiveOn: '2025-10-01',
        data: {
          organisation: 'etda',
          fiscalYear: 2569,
          kpi: 'P08-K1',
          project: 'P08',
          name: 'พัฒนาศักยภาพแรงงานดิจิทัล',
          kind: 'count',
          accumulation: 'incremental',
          unit: 'ราย',
          tiers: { basic: 'ร้อยละ 70' },
          note: 'หมายเหตุ',
        },
      },
    ]);
    expect(Object.keys(events[0]!.data)).not.toContain('nameEn');
  });

  it('keeps the former target and the former plan in the revision', () => {
    const { events } = after([
      define(),
      {
        type: 'set-target',
        operator: '>=',
        value: '1000',
        text: 'ไม่น้อยกว่า 1,000 ราย',
        effectiveOn: day('2025-10-01'),
      },
      {
        type: 'set-plan',
        quarters: { Q2: { value: '500', text: '500' }, Q3: { value: '500' }, Q4: {} },
        effectiveOn: day('2025-10-01'),
      },
      {
        type: 'revise-plan',
        quarters: { Q3: { value: '500' }, Q4: { value: '500' } },
        reason: 'แผนไตรมาส 2 เลื่อนไปไตรมาส 4',
        effectiveOn: day('2026-03-31'),
      },
      { type: 'revise-target', text: 'ประมาณ 1,000 ราย', reason: 'ปรับเป้า', effectiveOn: day('2026-03-31') },
    ]);
    expect(events[3]!.data).toEqual({
      quarters: { Q3: { value: '500' }, Q4: { value: '500' } },
      previous: { Q2: { value: '500', text: '500' }, Q3: { value: '500' } },
    });
    expect(events[4]!.data).toEqual({
      text: 'ประมาณ 1,000 ราย',
      previous: { operator: '>=', value: '1000', text: 'ไม่น้อยกว่า 1,000 ราย' },
    });
  });

  it('takes several results for one quarter, with digits as printed', () => {
    const { state } = after([
      define(),
      recordQ1,
      { ...recordQ1, result: 'Q2-2569-b', text: 'ผล 595', effectiveOn: day('2026-03-31') },
    ]);
    expect([...state.results.keys()]).toEqual(['Q1-2569', 'Q2-2569-b']);
  });

  it('states a result anew as a whole and keeps what was said before', () => {
    const { events } = after([
      define(),
      recordQ1,
      {
        type: 'correct-result',
        result: 'Q1-2569',
        quarter: 'Q1',
        value: '17095',
        inPlan: '17095',
        reason: 'แยกในแผน',
        effectiveOn: day('2026-03-31'),
      },
    ]);
    expect(events[2]!.data).toEqual({
      result: 'Q1-2569',
      quarter: 'Q1',
      value: '17095',
      inPlan: '17095',
      previous: { quarter: 'Q1', value: '595', text: '595 ราย', cumulative: false },
    });
  });

  it('splits a figure in plan and out of plan when they make it up', () => {
    const { events } = after([
      define(),
      {
        ...recordQ1,
        quarter: 'Q2',
        value: '76011',
        inPlan: '1194',
        outOfPlan: '74817',
        effectiveOn: day('2026-03-31'),
      },
    ]);
    expect(events[1]!.data).toMatchObject({ value: '76011', inPlan: '1194', outOfPlan: '74817' });
  });

  it.each([
    ['percent', '104.25'],
    ['percent', '1000'],
    ['amount', '15.033400'],
    ['milestone', '1'],
    ['level', '5'],
    ['count', '12345678901234567890'],
  ] as const)('of kind %s takes %s', (kind, value) => {
    const { state } = after([define({ kind, accumulation: 'point' }), { ...recordQ1, value }]);
    expect(state.results.get('Q1-2569')?.value).toBe(value);
  });

  it('that is a composite takes words for target, plan and result', () => {
    const composite = define({ kpi: 'P05-K2', kind: 'composite', accumulation: undefined, unit: undefined });
    const { events } = after([
      composite,
      { type: 'set-target', text: 'มากกว่า 60,000 ราย', effectiveOn: day('2025-10-01') },
      { type: 'set-plan', quarters: { Q4: { text: 'มากกว่า 60,000 ราย' } }, effectiveOn: day('2025-10-01') },
      {
        type: 'record-result',
        result: 'Q1',
        quarter: 'Q1',
        narrative: 'ดำเนินการแล้ว',
        effectiveOn: day('2025-12-30'),
      },
    ]);
    expect(events.map((event) => event.type)).toEqual([
      'KpiDefined',
      'KpiTargetSet',
      'KpiPlanSet',
      'KpiResultRecorded',
    ]);
  });

  it('is not changed by a decision that is taken or refused', () => {
    const { state } = after([define(), recordQ1]);
    const before = structuredClone(state);
    const correction = { ...recordQ1, type: 'correct-result', reason: 'r', value: '600' } as const;
    expect(isRefusal(kpi.decide(state, recordQ1, context))).toBe(true);
    expect(isRefusal(kpi.decide(state, correction, context))).toBe(false);
    expect(state).toEqual(before);
  });
});
