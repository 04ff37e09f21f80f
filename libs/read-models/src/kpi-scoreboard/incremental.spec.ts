import { describe, expect, it } from '@jest/globals';
import { correct, define, plan, progressOf, quarterOf, result, target } from './scoreboard.fixture.ts';

describe('a KPI whose quarters add up', () => {
  const asPlanned = [define(), target('10000'), plan({ Q2: '1500', Q3: '4500', Q4: '4000' })];
  const firstReport = result('Q1-2569', { quarter: 'Q1', value: '595', text: '595 ราย', cumulative: false });
  const secondReport = [
    result('Q2-2569', {
      quarter: 'Q2',
      value: '4556',
      text: '4,556 ราย (สะสม Q1 และ Q2)',
      cumulative: true,
      narrative: 'มีผู้เข้าร่วมกิจกรรม',
    }),
    result('Q2-2569/Q1', { quarter: 'Q1', value: '595', text: 'ผล 595', cumulative: false }),
    result('Q2-2569/Q2', { quarter: 'Q2', value: '3961', text: 'ผล 3,961', cumulative: false }),
  ];

  it('shows a result without a plan as unplanned', () => {
    const progress = progressOf('Q1', ...asPlanned, firstReport);
    expect(quarterOf(progress, 'Q1')).toMatchObject({
      result: { value: '595', text: '595 ราย', unplanned: true },
      cumulative: '595',
      ofTarget: '5.95',
      status: 'on_plan',
    });
    expect(quarterOf(progress, 'Q1')).not.toHaveProperty('plan');
    expect(quarterOf(progress, 'Q1')).not.toHaveProperty('ofPlan');
    expect(quarterOf(progress, 'Q2')).toEqual({
      quarter: 'Q2',
      plan: { value: '1500' },
      planToDate: '1500',
      status: 'not_due',
      statements: [],
    });
  });

  it('counts neither a restated quarter nor the running total twice', () => {
    const progress = progressOf('Q2', ...asPlanned, firstReport, ...secondReport);
    expect(quarterOf(progress, 'Q1')).toMatchObject({
      result: { value: '595', text: 'ผล 595' },
      cumulative: '595',
    });
    expect(quarterOf(progress, 'Q1').statements.map((entry) => entry.result)).toEqual([
      'Q1-2569',
      'Q2-2569/Q1',
    ]);
    const q2 = quarterOf(progress, 'Q2');
    expect(q2).toMatchObject({
      plan: { value: '1500' },
      result: { value: '3961', text: 'ผล 3,961', narrative: 'มีผู้เข้าร่วมกิจกรรม' },
      cumulative: '4556',
      ofPlan: '264.07',
      ofPlanToDate: '303.73',
      ofTarget: '45.56',
      status: 'on_plan',
    });
    expect(q2).not.toHaveProperty('difference');
    expect(q2.result).not.toHaveProperty('derived');
  });

  it('derives the quarter from running totals where only those are reported', () => {
    const progress = progressOf(
      'Q2',
      ...asPlanned,
      result('a', { quarter: 'Q1', value: '595', cumulative: true }),
      result('b', { quarter: 'Q2', value: '4556', cumulative: true, inPlan: '4000', outOfPlan: '556' }),
    );
    expect(quarterOf(progress, 'Q1').result).toEqual({ value: '595', derived: true, unplanned: true });
    expect(quarterOf(progress, 'Q2').result).toEqual({ value: '3961', derived: true });
  });

  it('does not guess a quarter when the total before it is not known', () => {
    const progress = progressOf(
      'Q2',
      ...asPlanned,
      result('a', { quarter: 'Q1', text: 'อยู่ระหว่างดำเนินการ' }),
      result('b', { quarter: 'Q2', value: '4556', text: '4,556 ราย (สะสม)', cumulative: true }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      result: { text: '4,556 ราย (สะสม)' },
      cumulative: '4556',
    });
    expect(quarterOf(progress, 'Q2').result).not.toHaveProperty('value');
    expect(quarterOf(progress, 'Q2')).not.toHaveProperty('ofPlan');
  });

  it('shows by how much a running total and the quarters differ', () => {
    const progress = progressOf(
      'Q2',
      ...asPlanned,
      firstReport,
      ...secondReport,
      correct('Q2-2569/Q2', { quarter: 'Q2', value: '4000', cumulative: false }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      result: { value: '4000' },
      cumulative: '4556',
      difference: '-39',
    });
  });

  it('adds the quarters up where no running total is reported, and keeps the total over a silent quarter', () => {
    const progress = progressOf(
      'Q3',
      ...asPlanned,
      firstReport,
      result('b', { quarter: 'Q2', value: '905' }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      cumulative: '1500',
      ofPlanToDate: '100.00',
      status: 'on_plan',
    });
    expect(quarterOf(progress, 'Q3')).toMatchObject({
      cumulative: '1500',
      planToDate: '6000',
      ofPlanToDate: '25.00',
      status: 'no_result',
    });
    expect(quarterOf(progress, 'Q3')).not.toHaveProperty('result');
  });

  it('is behind when the year to date falls short of the plan to date', () => {
    const progress = progressOf('Q2', ...asPlanned, result('b', { quarter: 'Q2', value: '1499' }));
    expect(quarterOf(progress, 'Q2')).toMatchObject({ ofPlan: '99.93', status: 'behind' });
  });

  it('gives the parts in and out of plan of the figure that counts', () => {
    const progress = progressOf(
      'Q2',
      define(),
      target('60000', '>'),
      result('a', { quarter: 'Q1', value: '17095', cumulative: false, inPlan: '17095' }),
      result('b', { quarter: 'Q2', value: '76011', cumulative: false, inPlan: '1194', outOfPlan: '74817' }),
      result('c', { quarter: 'Q2', value: '93106', cumulative: true }),
    );
    expect(quarterOf(progress, 'Q2')).toMatchObject({
      result: { value: '76011', inPlan: '1194', outOfPlan: '74817', unplanned: true },
      cumulative: '93106',
      ofTarget: '155.18',
      status: 'met',
    });
  });

  it('has no figure where the report has words only', () => {
    const progress = progressOf('Q2', ...asPlanned, result('a', { quarter: 'Q2', text: 'อยู่ระหว่างรับสมัคร' }));
    const q2 = quarterOf(progress, 'Q2');
    expect(q2.result).toEqual({ text: 'อยู่ระหว่างรับสมัคร' });
    expect(q2).not.toHaveProperty('cumulative');
    expect(q2).not.toHaveProperty('ofTarget');
    expect(q2.status).toBe('reported');
  });

  it('loses a figure that a correction turns into words', () => {
    const progress = progressOf(
      'Q1',
      ...asPlanned,
      firstReport,
      correct('Q1-2569', { quarter: 'Q1', text: 'รอผล' }),
    );
    expect(quarterOf(progress, 'Q1').result).toEqual({ text: 'รอผล' });
  });

  it('lets the last statement about a quarter count, also when it corrects an older result', () => {
    const progress = progressOf(
      'Q1',
      ...asPlanned,
      firstReport,
      result('later', { quarter: 'Q1', value: '600' }),
      correct('Q1-2569', { quarter: 'Q1', value: '596' }),
    );
    expect(quarterOf(progress, 'Q1').result?.value).toBe('596');
  });

  it('dates the figure by the data of its own result, not of another', () => {
    const progress = progressOf(
      'Q1',
      ...asPlanned,
      result('a', { quarter: 'Q1', value: '595', dataAsOf: '2025-12-31' }),
      result('b', { quarter: 'Q1', value: '600' }),
    );
    expect(quarterOf(progress, 'Q1').result).toMatchObject({ value: '600' });
    expect(quarterOf(progress, 'Q1').result?.dataAsOf).toBeUndefined();
  });

  it('lets the last running total of a quarter count', () => {
    const progress = progressOf(
      'Q1',
      ...asPlanned,
      result('a', { quarter: 'Q1', value: '600', cumulative: true }),
      result('b', { quarter: 'Q1', value: '595', cumulative: true }),
    );
    expect(quarterOf(progress, 'Q1')).toMatchObject({ result: { value: '595' }, cumulative: '595' });
  });
});
