import { describe, expect, it } from '@jest/globals';
import { define, plan, progressOf, quarterOf, result, target } from './scoreboard.fixture.ts';

describe('a KPI of running totals', () => {
  const cumulative = [
    define({ kpi: 'P01-K1', accumulation: 'cumulative' }),
    target('1463', '>'),
    plan({ Q1: '1315', Q2: '1355', Q3: '1430', Q4: '1463' }),
  ];

  it('compares the total with the plan of the quarter, which is a total as well', () => {
    const progress = progressOf(
      'Q2',
      ...cumulative,
      result('a', { quarter: 'Q1', text: 'อยู่ระหว่างเตรียมการ' }),
      result('b', { quarter: 'Q2', value: '1805', cumulative: true }),
    );
    expect(quarterOf(progress, 'Q1').status).toBe('reported');
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      planToDate: '1355',
      result: { value: '1805' },
      cumulative: '1805',
      ofPlan: '133.21',
      ofPlanToDate: '133.21',
      ofTarget: '123.38',
      status: 'met',
    });
  });

  it('adds the growth of a quarter to the total before', () => {
    const progress = progressOf(
      'Q2',
      ...cumulative,
      result('a', { quarter: 'Q1', value: '1315' }),
      result('b', { quarter: 'Q2', value: '40', cumulative: false }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      result: { value: '1355' },
      cumulative: '1355',
      status: 'on_plan',
    });
  });

  it('is not met by the very figure that it must exceed', () => {
    const progress = progressOf('Q4', ...cumulative, result('a', { quarter: 'Q4', value: '1463' }));
    expect(quarterOf(progress, 'Q4')).toMatchObject({ ofTarget: '100.00', status: 'on_plan' });
  });
});

describe('a KPI whose figures stand for themselves', () => {
  const percent = [define({ kind: 'percent', accumulation: 'point' }), target('90', '>'), plan({ Q4: '90' })];

  it('never adds percentages up, whatever period they cover', () => {
    const progress = progressOf(
      'Q3',
      ...percent,
      result('a', {
        quarter: 'Q1',
        value: '99.67',
        cumulative: true,
        periodFrom: '2025-10',
        periodTo: '2025-11',
      }),
      result('b', { quarter: 'Q2', value: '99.10', cumulative: true, dataAsOf: '2026-03-13' }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      result: { value: '99.10', dataAsOf: '2026-03-13', unplanned: true },
      cumulative: '99.10',
      ofTarget: '110.11',
      status: 'met',
    });
    expect(quarterOf(progress, 'Q3')).toMatchObject({ cumulative: '99.10', status: 'no_result' });
    expect(quarterOf(progress, 'Q4').planToDate).toBe('90');
  });

  it.each([
    ['>=', '80', 'met'],
    ['=', '80', 'met'],
    ['=', '81', 'met'],
    ['>', '80', 'on_plan'],
    ['<=', '80', 'met'],
    ['<', '80', 'behind'],
    ['<=', '80.01', 'behind'],
    ['>=', '79.99', 'on_plan'],
  ] as const)('with the target %s 80 and the figure %s is %s', (operator, value, status) => {
    const point = define({ kind: 'percent', accumulation: 'point' });
    const progress = progressOf('Q1', point, target('80', operator), result('a', { quarter: 'Q1', value }));
    expect(quarterOf(progress, 'Q1').status).toBe(status);
  });
});
