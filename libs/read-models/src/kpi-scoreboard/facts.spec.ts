import { describe, expect, it } from '@jest/globals';
import { kpiFactsOf } from './fold.ts';
import { correct, define, end, eventsOf, plan, result, target } from './scoreboard.fixture.ts';

describe('the facts of a KPI', () => {
  it('stand under one key each, so that the later takes the place of the former', () => {
    const events = eventsOf([
      define(),
      target('10'),
      plan({ Q1: '5' }),
      result('R1', { quarter: 'Q1', value: '5' }),
      correct('R1', { quarter: 'Q1', value: '6' }),
      { type: 'mark-achieved', quarter: 'Q1', effectiveOn: end },
    ]);
    const facts = events.flatMap((event, revision) => kpiFactsOf(event, BigInt(revision)));
    expect(facts.map((fact) => fact.key)).toEqual([
      'definition',
      'target',
      'plan',
      'result/R1',
      'result/R1',
      'achieved',
    ]);
    expect(facts[4]?.value).toEqual({
      result: 'R1',
      quarter: 'Q1',
      value: '6',
      statedAt: 4,
      effectiveOn: end,
    });
  });
});
