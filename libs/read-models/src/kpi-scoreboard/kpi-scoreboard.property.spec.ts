import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QUARTERS } from '#kernel';
import { ACCUMULATIONS, type KpiCommand, type KpiEvent } from '#performance';
import { kpiFactsOf, kpiProgress } from './fold.ts';
import { define, eventsOf, factsAfter, plan, quarterOf, result, target } from './scoreboard.fixture.ts';

const quarters = fc.constantFrom(...QUARTERS);
const counts = fc.nat(5000).map(String);
const contents = fc.record(
  { quarter: quarters, value: counts, cumulative: fc.boolean(), text: fc.constant('รายงาน') },
  { requiredKeys: ['quarter', 'text'] },
);

const logs: fc.Arbitrary<KpiEvent[]> = fc
  .record({
    accumulation: fc.constantFrom(...ACCUMULATIONS),
    goal: fc.option(counts),
    planned: fc.option(fc.record({ Q2: counts }, { requiredKeys: ['Q2'] })),
    results: fc.array(contents, { maxLength: 8 }),
  })
  .map(({ accumulation, goal, planned, results }) => {
    const commands: KpiCommand[] = [define({ accumulation })];
    if (goal !== null) commands.push(target(goal));
    if (planned !== null) commands.push(plan(planned));
    results.forEach((content, index) => commands.push(result(`R${index}`, content)));
    return eventsOf(commands);
  });

describe('whatever is reported', () => {
  it('the order in which the facts are read makes no difference', () => {
    const shuffled = logs.chain((log) => {
      const facts = [...factsAfter(log)];
      return fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
        quarters,
      );
    });
    fc.assert(
      fc.property(shuffled, ([inOrder, anyOrder, upTo]) => {
        expect(kpiProgress(new Map(anyOrder), upTo)).toEqual(kpiProgress(new Map(inOrder), upTo));
      }),
      { numRuns: 300 },
    );
  });

  it('the facts kept while events come in equal those of a replay up to the same place', () => {
    fc.assert(
      fc.property(logs, quarters, (log, upTo) => {
        const live = new Map<string, unknown>();
        log.forEach((event, revision) => {
          for (const { key, value } of kpiFactsOf(event, BigInt(revision))) live.set(key, value);
          const replayed = factsAfter(log.slice(0, revision + 1));
          expect(kpiProgress(live, upTo)).toEqual(kpiProgress(replayed, upTo));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('of quarters that add up, the year is the sum of what was last said of each', () => {
    const results = fc.array(fc.record({ quarter: quarters, value: counts }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(results, (contents) => {
        const log = eventsOf([define(), ...contents.map((content, index) => result(`R${index}`, content))]);
        const last = new Map(contents.map(({ quarter, value }) => [quarter, Number(value)]));
        const sum = [...last.values()].reduce((total, value) => total + value, 0);
        expect(quarterOf(kpiProgress(factsAfter(log), 'Q4'), 'Q4').cumulative).toBe(String(sum));
      }),
      { numRuns: 200 },
    );
  });
});
