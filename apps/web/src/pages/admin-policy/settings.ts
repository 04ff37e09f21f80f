import type { policyTexts } from './texts.ts';

type TextKey = keyof typeof policyTexts;

/** One input of the policy form. */
export type Setting = {
  /** Place within the policy, or within one entry of a list. */
  readonly path: readonly string[];
  readonly label: TextKey;
} & (
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'text' | 'percent' | 'baht' | 'count' | 'codes'; readonly needed?: true }
);

/** A list of rules: what stands in an entry, and what a new one begins with. */
export interface RuleList {
  readonly path: readonly string[];
  readonly label: TextKey;
  readonly entry: (rule: unknown) => readonly Setting[];
  readonly fresh: object;
}

const KEYS = ['line', 'project', 'fund', 'category'] as const;
const STAGES = ['request', 'commit', 'disburse'] as const;
const SEVERITIES = ['track', 'warn', 'stop'] as const;

const text = (path: string, label: TextKey, needed?: true): Setting => ({
  kind: 'text',
  path: path.split('.'),
  label,
  ...(needed ? { needed } : {}),
});
const choice = (path: string, label: TextKey, choices: readonly string[]): Setting => ({
  kind: 'choice',
  path: path.split('.'),
  label,
  choices,
});
const figure = (kind: 'percent' | 'baht' | 'count' | 'codes', path: string, label: TextKey): Setting => ({
  kind,
  path: path.split('.'),
  label,
});

/** Settings that stand alone. */
export const SINGLE: readonly Setting[] = [
  choice('basis', 'basis', ['allocated', 'released']),
  figure('percent', 'excess.percent', 'excessPercent'),
  figure('baht', 'excess.amount', 'excessAmount'),
  { kind: 'flag', path: ['reserveWhileWaiting'], label: 'reserveWhileWaiting' },
  choice('pastQuarters', 'pastQuarters', ['open', 'locked']),
  choice('datesOutsideYear', 'datesOutsideYear', ['refused', 'allowed-by-duty']),
  text('yearEnd.disburseUntil', 'disburseUntil', true),
];

const LINES: readonly Setting[] = [
  text('match.project', 'matchProject'),
  text('match.fundSource', 'matchFund'),
  text('match.category', 'matchCategory'),
];

const PERIODS = {
  quarter: ['Q1', 'Q2', 'Q3', 'Q4'],
  month: Array.from({ length: 12 }, (_, at) => `M${at + 1}`),
} as const;

const perOf = (rule: unknown): keyof typeof PERIODS =>
  (rule as { readonly per?: unknown }).per === 'month' ? 'month' : 'quarter';

/** Limits of a ceiling: one for each period, in percent or baht. */
const limitsOf = (rule: unknown): Setting[] =>
  PERIODS[perOf(rule)].flatMap((period): Setting[] => [
    { kind: 'percent', path: ['limits', 'percent', period], label: 'limitPercent' },
    { kind: 'baht', path: ['limits', 'amount', period], label: 'limitAmount' },
  ]);

/** Lists of rules, in the order of the page. */
export const LISTS: readonly RuleList[] = [
  {
    path: ['availability'],
    label: 'availability',
    fresh: { name: '', key: 'line', stages: [...STAGES], severity: 'stop' },
    entry: () => [
      text('name', 'ruleName', true),
      choice('key', 'ruleKey', KEYS),
      { kind: 'choices', path: ['stages'], label: 'stages', choices: STAGES },
      choice('severity', 'severity', SEVERITIES),
      ...LINES,
      figure('percent', 'tolerance.percent', 'tolerancePercent'),
      figure('baht', 'tolerance.amount', 'toleranceAmount'),
      figure('percent', 'warnAtPercent', 'warnAtPercent'),
    ],
  },
  {
    path: ['ceilings'],
    label: 'ceilings',
    fresh: { name: '', key: 'line', per: 'quarter', stage: 'commit', severity: 'stop', limits: {} },
    entry: (rule) => [
      text('name', 'ruleName', true),
      choice('key', 'ruleKey', KEYS),
      choice('per', 'per', ['quarter', 'month']),
      choice('stage', 'stage', STAGES),
      choice('severity', 'severity', SEVERITIES),
      ...LINES,
      ...limitsOf(rule),
    ],
  },
  {
    path: ['approvals'],
    label: 'approvals',
    fresh: { command: '*', from: '', tiers: ['checker'] },
    entry: () => [
      text('command', 'approvalCommand', true),
      figure('baht', 'from', 'approvalFrom'),
      figure('codes', 'tiers', 'tiers'),
    ],
  },
  {
    path: ['transfers'],
    label: 'transfers',
    fresh: { scope: 'any', action: 'block', message: '' },
    entry: (rule) => [
      text('from', 'transferFrom'),
      text('to', 'transferTo'),
      choice('scope', 'scope', ['lines', 'projects', 'any']),
      choice('action', 'action', ['block', 'alert', 'agreement', 'report']),
      text('message', 'message', true),
      ...((rule as { readonly action?: unknown }).action === 'report'
        ? [figure('count', 'withinDays', 'withinDays')]
        : []),
    ],
  },
  {
    path: ['yearEnd', 'rules'],
    label: 'yearEndRules',
    fresh: { carry: 'commitments', rest: 'lapse' },
    entry: (rule) => [
      text('match.fundSource', 'matchFund'),
      text('match.category', 'matchCategory'),
      choice('carry', 'carry', ['whole', 'commitments', 'percentage', 'none']),
      ...((rule as { readonly carry?: unknown }).carry === 'percentage'
        ? [figure('percent', 'percent', 'carryPercent')]
        : []),
      text('toFundSource', 'toFundSource'),
      choice('rest', 'rest', ['lapse', 'return']),
    ],
  },
  {
    path: ['targets'],
    label: 'targets',
    fresh: { group: 'all', through: 'Q4', percent: '' },
    entry: () => [
      figure('count', 'fiscalYear', 'targetYear'),
      choice('group', 'targetGroup', ['all', 'current', 'capital']),
      text('through', 'targetThrough', true),
      figure('percent', 'percent', 'targetPercent'),
    ],
  },
];
