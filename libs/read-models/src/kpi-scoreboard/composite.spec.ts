import { describe, expect, it } from '@jest/globals';
import { kpiProgress } from './fold.ts';
import {
  define,
  eventsOf,
  factsAfter,
  plan,
  progressOf,
  quarterOf,
  result,
  target,
} from './scoreboard.fixture.ts';

describe('a composite', () => {
  const composite = [
    define({ kpi: 'P05-K2', kind: 'composite', accumulation: undefined }),
    result('w', { quarter: 'Q2', text: '1. ดำเนินการได้ 93,106 ราย', narrative: 'สร้างความตระหนักรู้' }),
  ];
  const part = (kpi: string, goal: string, value?: string) =>
    progressOf(
      'Q2',
      define({ kpi, partOf: 'P05-K2' }),
      target(goal, '>='),
      plan({ Q2: goal }),
      result('r', { quarter: 'Q2', text: 'รายงาน', ...(value !== undefined && { value }) }),
    )!;
  const standing = (...parts: ReturnType<typeof part>[]) =>
    kpiProgress(factsAfter(eventsOf(composite)), 'Q2', parts);

  it('lists its parts in code order and has no figure of its own', () => {
    const stranger = progressOf('Q2', define({ kpi: 'P05-K3' }))!;
    const progress = standing(part('P05-K2b', '3', '3'), stranger, part('P05-K2a', '60000', '93106'));
    expect(progress?.parts?.map((entry) => entry.definition.kpi)).toEqual(['P05-K2a', 'P05-K2b']);
    expect(quarterOf(progress, 'Q2').result).toEqual({
      text: '1. ดำเนินการได้ 93,106 ราย',
      narrative: 'สร้างความตระหนักรู้',
    });
    expect(quarterOf(progress, 'Q2')).not.toHaveProperty('cumulative');
  });

  it('stands as its weakest part', () => {
    const done = part('P05-K2a', '60000', '93106');
    expect(quarterOf(standing(done, part('P05-K2b', '3', '3')), 'Q2')).toMatchObject({
      ofTarget: '100.00',
      status: 'met',
    });
    expect(quarterOf(standing(done, part('P05-K2b', '3', '1')), 'Q2')).toMatchObject({
      ofTarget: '33.33',
      status: 'behind',
    });
    const unknown = quarterOf(standing(done, part('P05-K2b', '3')), 'Q2');
    expect(unknown.status).toBe('reported');
    expect(unknown).not.toHaveProperty('ofTarget');
    expect(quarterOf(standing(done), 'Q3').status).toBe('not_due');
  });
});
