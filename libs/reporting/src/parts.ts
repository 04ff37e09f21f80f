import type { Measure } from '#budget';
import { type Satang, sum } from '#kernel';
import { REPORT_MEASURES } from './figures.ts';

/** What the budget consists of, and the stages of its use: kept as they are, and reported as they are. */
const KEPT_MEASURES = [
  'estimated',
  'released',
  'original',
  'supplement',
  'cut',
  'transfer',
  'brought-forward',
  'carried-forward',
  'returned',
  'lapsed',
  'pre-committed',
  'accepted',
  'advanced',
] as const satisfies readonly Measure[];

/** Actual less plan: negative where less was used than planned. */
const VARIANCES = ['spent-variance', 'disbursed-variance'] as const;

/** Every figure whose events can be asked for. */
export const EXPLAINED_MEASURES = [...REPORT_MEASURES, ...KEPT_MEASURES, ...VARIANCES] as const;
export type ExplainedMeasure = (typeof EXPLAINED_MEASURES)[number];

type Signs = Readonly<Partial<Record<Measure, 1 | -1>>>;

const kept = Object.fromEntries(KEPT_MEASURES.map((measure) => [measure, { [measure]: 1 }])) as Readonly<
  Record<(typeof KEPT_MEASURES)[number], Signs>
>;

/** How a reported figure is made of kept ones: what each event of those does to it. */
export const PARTS: Readonly<Record<ExplainedMeasure, Signs>> = {
  ...kept,
  budget: { budget: 1 },
  plan: { plan: 1 },
  disbursed: { disbursed: 1 },
  committed: { committed: 1 },
  spent: { disbursed: 1, committed: 1 },
  available: { budget: 1, 'pre-committed': -1, committed: -1, disbursed: -1 },
  'spent-variance': { disbursed: 1, committed: 1, plan: -1 },
  'disbursed-variance': { disbursed: 1, plan: -1 },
};

/** What a reported figure comes to, of the kept figures that it is made of. */
export const figureOf = (
  measure: ExplainedMeasure,
  kept: readonly { readonly measure: Measure; readonly balance: Satang }[],
): Satang => sum(kept.map((each) => ((PARTS[measure][each.measure] ?? 0) * each.balance) as Satang));

/** A figure that another is made of, as people name them: each can be asked for in its turn. */
export interface Operand {
  readonly measure: ExplainedMeasure;
  readonly sign: 1 | -1;
}

const plus = (measure: ExplainedMeasure): Operand => ({ measure, sign: 1 });
const minus = (measure: ExplainedMeasure): Operand => ({ measure, sign: -1 });

/** The figures that a figure is the sum of; none of one that is kept as it is. */
const OPERANDS: Readonly<Partial<Record<ExplainedMeasure, readonly Operand[]>>> = {
  // The parts of the budget are kept with the sign with which they move it.
  budget: (
    [
      'original',
      'supplement',
      'cut',
      'transfer',
      'brought-forward',
      'carried-forward',
      'returned',
      'lapsed',
    ] as const
  ).map(plus),
  spent: [plus('disbursed'), plus('committed')],
  available: [plus('budget'), minus('pre-committed'), minus('spent')],
  'spent-variance': [plus('spent'), minus('plan')],
  'disbursed-variance': [plus('disbursed'), minus('plan')],
};

export const operandsOf = (measure: ExplainedMeasure): readonly Operand[] => OPERANDS[measure] ?? [];

/** The formula of a figure in words. */
export const FORMULAS: Readonly<Record<ExplainedMeasure, string>> = {
  budget:
    'allocations ± supplements, cuts and transfers + brought forward − carried forward, returned and lapsed',
  plan: 'plan as last revised',
  disbursed: 'disbursements + advances − reversals, refunds and returned advances ± corrections',
  committed: 'commitments ± amendments − releases − disbursements against commitments ± corrections',
  spent: 'disbursed + committed',
  available: 'budget − pre-committed − spent',
  estimated: 'estimates',
  released: 'releases of allocated budget',
  original: 'first allocations',
  supplement: 'supplements',
  cut: 'cuts, with their sign',
  transfer: 'transfers in − transfers out',
  'brought-forward': 'what came from the year before',
  'carried-forward': 'what went to the next year, with its sign',
  returned: 'what was given back at the end of the year, with its sign',
  lapsed: 'what lapsed, with its sign',
  'pre-committed': 'requests − releases − what was ordered on them',
  accepted: 'acceptances − reversals − disbursements against acceptances',
  advanced: 'advances − clearings − returns',
  'spent-variance': 'spent − plan',
  'disbursed-variance': 'disbursed − plan',
};
