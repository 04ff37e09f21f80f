import { describe, expect, it } from '@jest/globals';
import type { Quarter } from '#kernel';
import { kpiProgress } from './fold.ts';
import { define, end, plan, progressOf, quarterOf, result, start, target } from './scoreboard.fixture.ts';

describe('the standing of a KPI', () => {
  it('is achieved from the quarter in which a report says so, whatever the figures', () => {
    const progress = (upTo: Quarter) =>
      progressOf(upTo, define(), plan({ Q2: '1' }), result('a', { quarter: 'Q1', text: 'เตรียมความพร้อม' }), {
        type: 'mark-achieved',
        quarter: 'Q2',
        note: 'ตามแผน',
        effectiveOn: end,
      });
    expect(progress('Q1')).not.toHaveProperty('achieved');
    expect(progress('Q3')?.achieved).toEqual({ quarter: 'Q2', note: 'ตามแผน' });
    expect(progress('Q3')?.quarters.map((quarter) => quarter.status)).toEqual([
      'reported',
      'achieved',
      'achieved',
      'not_due',
    ]);
  });

  it('of a total below a ceiling is met only at the end of the year', () => {
    const complaints = [define(), target('100', '<='), plan({ Q1: '25' })];
    const progress = progressOf(
      'Q4',
      ...complaints,
      result('a', { quarter: 'Q1', value: '20' }),
      result('b', { quarter: 'Q2', value: '6' }),
      result('d', { quarter: 'Q4', value: '10' }),
    );
    expect(progress?.quarters.map((quarter) => quarter.status)).toEqual([
      'on_plan',
      'behind',
      'no_result',
      'met',
    ]);
  });

  it('is reported, not judged, where the plan is in words', () => {
    const progress = progressOf(
      'Q1',
      define(),
      { type: 'set-plan', quarters: { Q1: { text: 'จัดทำแผน' } }, effectiveOn: start },
      result('a', { quarter: 'Q1', value: '1' }),
    );
    expect(quarterOf(progress, 'Q1')).toMatchObject({ plan: { text: 'จัดทำแผน' }, status: 'reported' });
    expect(quarterOf(progress, 'Q1').result).not.toHaveProperty('unplanned');
  });

  it('is reported, not judged, where there is neither target nor plan to hold it against', () => {
    const counted = result('a', { quarter: 'Q1', value: '5' });
    expect(quarterOf(progressOf('Q1', define(), counted), 'Q1')).toMatchObject({
      cumulative: '5',
      status: 'reported',
    });
    const inWords = { type: 'set-target', text: 'ตามที่ตกลง', effectiveOn: start } as const;
    expect(quarterOf(progressOf('Q1', define(), inWords, counted), 'Q1').status).toBe('reported');
    expect(quarterOf(progressOf('Q1', define(), target('100'), counted), 'Q1').status).toBe('on_plan');
  });

  it('follows the revised target and the revised plan', () => {
    const progress = progressOf(
      'Q3',
      define(),
      target('1000', '>='),
      plan({ Q2: '500', Q3: '500' }),
      {
        type: 'revise-plan',
        quarters: { Q3: { value: '500' }, Q4: { value: '500' } },
        reason: 'เลื่อนแผน',
        effectiveOn: end,
      },
      {
        type: 'revise-target',
        operator: '>=',
        value: '800',
        text: '800',
        reason: 'ปรับเป้า',
        effectiveOn: end,
      },
      result('a', { quarter: 'Q3', value: '500' }),
    );
    expect(quarterOf(progress, 'Q2')).not.toHaveProperty('plan');
    expect(quarterOf(progress, 'Q3')).toMatchObject({
      planToDate: '500',
      ofTarget: '62.50',
      status: 'on_plan',
    });
    expect(progress?.target).toEqual({ operator: '>=', value: '800', text: '800' });
  });

  it('of what was not defined is nothing', () => {
    expect(kpiProgress(new Map(), 'Q4')).toBeUndefined();
  });
});
