import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, QUARTERS, quarterRange, THAI_CALENDAR, type FiscalYear } from '#kernel';
import type { KpiCommand } from './commands.ts';
import { kpi } from './decider.ts';
import { type KpiEvent, kpiEvents } from './events.ts';
import { KPI_KINDS } from './kind.ts';
import { context, day, define } from './kpi.fixture.ts';

const start = day('2025-10-01');
const figures = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('0', '1') },
  { weight: 1, arbitrary: fc.constantFrom('5', '2.5', '96.60', '1200', '-1', '1,315', undefined) },
);
const texts = fc.constantFrom('words', '', undefined);
const quarters = fc.constantFrom(...QUARTERS);
const reasons = fc.constantFrom('why', 'because', 'since', '');
const planned = fc.record({ value: figures, text: texts });
const plans = fc.record({ Q1: planned, Q2: planned, Q4: planned }, { requiredKeys: [] });
const contents = fc.record({
  quarter: quarters,
  value: figures,
  text: texts,
  cumulative: fc.constantFrom(true, false, undefined),
  inPlan: fc.constantFrom('0', '3', undefined, undefined),
});
const ends = (quarter: (typeof QUARTERS)[number]) =>
  quarterRange(2569 as FiscalYear, quarter, THAI_CALENDAR).last;
const numbers = fc.constantFrom('R1', 'R2');

const commands: fc.Arbitrary<KpiCommand> = fc.oneof(
  fc
    .record({ operator: fc.constantFrom('>=' as const, undefined), value: figures, reason: reasons })
    .chain((target) =>
      fc.constantFrom<KpiCommand>(
        { type: 'set-target', text: 't', effectiveOn: start, ...target },
        { type: 'revise-target', text: 't', effectiveOn: start, ...target },
      ),
    ),
  fc
    .tuple(plans, reasons)
    .chain(([plan, reason]) =>
      fc.constantFrom<KpiCommand>(
        { type: 'set-plan', quarters: plan, effectiveOn: start },
        { type: 'revise-plan', quarters: plan, reason, effectiveOn: start },
      ),
    ),
  fc
    .tuple(contents, numbers, reasons)
    .chain(([content, result, reason]) =>
      fc.constantFrom<KpiCommand>(
        { type: 'record-result', result, ...content, effectiveOn: ends(content.quarter) },
        { type: 'correct-result', result, reason, ...content, effectiveOn: ends(content.quarter) },
      ),
    ),
  quarters.map((quarter): KpiCommand => ({ type: 'mark-achieved', quarter, effectiveOn: ends(quarter) })),
);

const definitions = fc
  .tuple(fc.constantFrom(...KPI_KINDS), fc.constantFrom('cumulative' as const, 'incremental' as const))
  .map(([kind, accumulation]) =>
    define({ kind, accumulation: kind === 'composite' ? undefined : accumulation }),
  );

describe('whatever is asked of a KPI', () => {
  it('the log alone gives the state again, every event is of the published form, and no decision changes the state', () => {
    let accepted = 0;
    fc.assert(
      fc.property(definitions, fc.array(commands, { maxLength: 25 }), (first, rest) => {
        let live = kpi.initial();
        const log: string[] = [];
        for (const command of [first, ...rest]) {
          const before = structuredClone(live);
          const outcome = kpi.decide(live, command, context);
          expect(live).toEqual(before);
          if (isRefusal(outcome)) continue;
          accepted += 1;
          for (const event of outcome) {
            const definition = kpiEvents.find(({ type }) => type === event.type)!;
            expect(definition.data.parse(event.data)).toEqual(event.data);
            log.push(JSON.stringify(event));
            live = kpi.evolve(live, event);
          }
        }
        let replayed = kpi.initial();
        for (const line of log) replayed = kpi.evolve(replayed, JSON.parse(line) as KpiEvent);
        expect(replayed).toEqual(live);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(600);
  });
});
