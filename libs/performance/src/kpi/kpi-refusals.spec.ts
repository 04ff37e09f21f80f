import { describe, expect, it } from '@jest/globals';
import { performanceRefusals } from '../refusals.ts';
import type { KpiCommand } from './commands.ts';
import { day, define, refused } from './kpi.fixture.ts';

const start = day('2025-10-01');
const target = { type: 'set-target', operator: '>=', value: '10', text: '10', effectiveOn: start } as const;
const plan = { type: 'set-plan', quarters: { Q2: { value: '5' } }, effectiveOn: start } as const;
const result = {
  type: 'record-result',
  result: 'R1',
  quarter: 'Q1',
  value: '5',
  effectiveOn: day('2025-12-30'),
} as const;
const correction = { ...result, type: 'correct-result', value: '6', reason: 'พิมพ์ผิด' } as const;
const achieved = { type: 'mark-achieved', quarter: 'Q2', effectiveOn: day('2026-03-31') } as const;
const composite = define({ kind: 'composite', accumulation: undefined });
const cumulative = define({ accumulation: 'cumulative' });

/** What is refused, the code, and what the sentence must say. */
const cases: readonly [string, string, RegExp, readonly KpiCommand[]][] = [
  ['a target of what is not defined', 'kpi-not-defined', /define-kpi/, [target]],
  ['a result of what is not defined', 'kpi-not-defined', /define-kpi/, [result]],
  ['a second definition', 'kpi-already-defined', /already/, [define(), define()]],
  ['a definition without a name', 'text-missing', /name/, [define({ name: ' ' })]],
  [
    'figures without accumulation',
    'accumulation-missing',
    /cumulative, incremental or point/,
    [define({ accumulation: undefined })],
  ],
  [
    'a composite that accumulates',
    'composite-not-accumulated',
    /point/,
    [define({ kind: 'composite', accumulation: 'point' })],
  ],
  ['a part of itself', 'part-not-possible', /P08-K1/, [define({ partOf: 'P08-K1' })]],
  ['a composite within a composite', 'part-not-possible', /P05-K2/, [{ ...composite, partOf: 'P05-K2' }]],
  [
    'a definition of the next fiscal year',
    'date-outside-fiscal-year',
    /2025-10-01 to 2026-09-30/,
    [define({ effectiveOn: day('2026-10-01') })],
  ],
  ['a code that no catalogue allows', 'field-malformed', /project/, [define({ project: '' })]],
  ['a day that does not exist', 'day-unknown', /effectiveOn/, [define({ effectiveOn: day('2026-02-31') })]],
  ['a second target', 'target-already-set', /revise-target/, [define(), target, target]],
  ['a target without words', 'text-missing', /text/, [define(), { ...target, text: '' }]],
  [
    'a target figure without operator',
    'operator-missing',
    />=/,
    [define(), { ...target, operator: undefined }],
  ],
  ['an operator without figure', 'value-missing', />=/, [define(), { ...target, value: undefined }]],
  ['a figure as the target of a composite', 'composite-has-no-value', /parts/, [composite, target]],
  [
    'a revision of no target',
    'target-not-set',
    /set-target/,
    [define(), { ...target, type: 'revise-target', reason: 'r' }],
  ],
  [
    'a target revised without reason',
    'reason-missing',
    /reason/,
    [define(), target, { ...target, type: 'revise-target', value: '9', reason: ' ' }],
  ],
  [
    'a target revised to itself',
    'target-unchanged',
    /another/,
    [define(), target, { ...target, type: 'revise-target', reason: 'r' }],
  ],
  ['a second plan', 'plan-already-set', /revise-plan/, [define(), plan, plan]],
  [
    'an empty plan',
    'plan-empty',
    /at least one quarter/,
    [define(), { ...plan, quarters: { Q1: { text: ' ' } } }],
  ],
  [
    'a running plan that falls',
    'plan-not-cumulative',
    /Q4 value is 1430; expected at least 1463/,
    [
      cumulative,
      { ...plan, quarters: { Q1: { value: '1315' }, Q3: { value: '1463' }, Q4: { value: '1430' } } },
    ],
  ],
  [
    'half a person in the plan',
    'value-not-whole',
    /Q2 value is "0.5"/,
    [define(), { ...plan, quarters: { Q2: { value: '0.5' } } }],
  ],
  [
    'a revision of no plan',
    'plan-not-set',
    /set-plan/,
    [define(), { ...plan, type: 'revise-plan', reason: 'r' }],
  ],
  [
    'a plan revised without reason',
    'reason-missing',
    /reason/,
    [define(), plan, { ...plan, type: 'revise-plan', quarters: { Q3: { value: '1' } }, reason: '' }],
  ],
  [
    'a plan revised to itself',
    'plan-unchanged',
    /another plan/,
    [define(), plan, { ...plan, type: 'revise-plan', reason: 'r' }],
  ],
  ['an empty result', 'value-missing', /Q1/, [define(), { ...result, value: undefined, text: '  ' }]],
  ['a part of a count', 'value-not-whole', /whole number/, [define(), { ...result, value: '5.5' }]],
  [
    'a level between two',
    'value-not-whole',
    /level/,
    [define({ kind: 'level' }), { ...result, value: '2.5' }],
  ],
  ['a count below zero', 'value-out-of-range', /zero or more/, [define(), { ...result, value: '-5' }]],
  [
    'a percentage without its decimal point',
    'value-out-of-range',
    /0 to 1000/,
    [define({ kind: 'percent' }), { ...result, value: '9660' }],
  ],
  [
    'a milestone of two',
    'value-out-of-range',
    /0 .* or 1/,
    [define({ kind: 'milestone' }), { ...result, value: '2' }],
  ],
  ['a figure with grouping', 'value-malformed', /20 digits/, [define(), { ...result, value: '1,315' }]],
  ['a figure of 21 digits', 'value-malformed', /20 digits/, [define(), { ...result, value: '1'.repeat(21) }]],
  ['a figure of a composite', 'composite-has-no-value', /parts/, [composite, result]],
  ['a number that is taken', 'result-exists', /R1/, [define(), result, result]],
  [
    'parts that make up more',
    'in-plan-does-not-add-up',
    /3 in plan and 3 out of plan; expected together 5/,
    [define(), { ...result, inPlan: '3', outOfPlan: '3' }],
  ],
  [
    'parts that make up less',
    'in-plan-does-not-add-up',
    /together 5/,
    [define(), { ...result, inPlan: '1', outOfPlan: '3' }],
  ],
  [
    'one part above the figure',
    'in-plan-does-not-add-up',
    /at most 5/,
    [define(), { ...result, outOfPlan: '6' }],
  ],
  [
    'parts of no figure',
    'value-missing',
    /split/,
    [define(), { ...result, value: undefined, text: 't', inPlan: '6' }],
  ],
  ['data of an unreal day', 'day-unknown', /dataAsOf/, [define(), { ...result, dataAsOf: '2026-02-31' }]],
  ['a month that is none', 'field-malformed', /periodTo/, [define(), { ...result, periodTo: '2026-13' }]],
  [
    'a period that runs backwards',
    'period-reversed',
    /2026-02/,
    [define(), { ...result, periodFrom: '2026-02', periodTo: '2025-10' }],
  ],
  [
    'a result of the last fiscal year',
    'date-outside-fiscal-year',
    /2025-09-30/,
    [define(), { ...result, effectiveOn: day('2025-09-30') }],
  ],
  [
    'a result of a quarter to come',
    'date-before-quarter',
    /2026-01-01/,
    [define(), { ...result, quarter: 'Q2' }],
  ],
  ['a correction of nothing', 'result-unknown', /R1/, [define(), correction]],
  [
    'a correction without reason',
    'reason-missing',
    /reason/,
    [define(), result, { ...correction, reason: '' }],
  ],
  ['a correction to the same', 'result-unchanged', /R1/, [define(), result, { ...correction, value: '5' }]],
  [
    'a correction that does not fit',
    'value-not-whole',
    /"6.1"/,
    [define(), result, { ...correction, value: '6.1' }],
  ],
  ['a second achievement', 'already-achieved', /Q2/, [define(), achieved, { ...achieved, quarter: 'Q1' }]],
  [
    'an achievement before its quarter',
    'date-before-quarter',
    /2026-04-01/,
    [define(), { ...achieved, quarter: 'Q3' }],
  ],
];

describe('a KPI refuses', () => {
  it.each(cases)('%s: %s', (_, code, sentence, commands) => {
    const refusal = refused(commands);
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(sentence);
    expect(refusal.message).toContain('expected');
    expect(refusal.kind).toBe(performanceRefusals.find((entry) => entry.code === code)?.kind);
  });

  it.each(cases.filter(([, code]) => code !== 'kpi-not-defined'))(
    '%s, naming the KPI and the fiscal year: %s',
    (_, __, ___, commands) => {
      const refusal = refused(commands);
      expect(refusal.message).toContain('KPI P08-K1 of fiscal year 2569');
      expect(refusal.details).toMatchObject({ kpi: 'P08-K1', fiscalYear: 2569 });
    },
  );

  it('with every code of the list that speaks of a KPI', () => {
    const ofReports = [
      'report-not-dated',
      'report-already-dated',
      'status-unchanged',
      'publication-number-wrong',
    ];
    const listed = performanceRefusals.map((entry) => entry.code).filter((code) => !ofReports.includes(code));
    expect([...new Set(cases.map(([, code]) => code))].sort()).toEqual(listed.sort());
  });
});
