import type { ControlPolicy } from '#control';
import {
  add,
  type FiscalCalendar,
  formatBaht,
  parseBaht,
  percentOf,
  percentageOf,
  type Satang,
  subtract,
  ZERO,
} from '#kernel';
import type { AccountEvent } from '../events.ts';
import type { AccountState } from '../state.ts';
import { changesOf, type LineChange } from './changes.ts';
import { balanceOf, changeOf, type ControlKey, keysTouched, type LineMatch } from './control-key.ts';
import { type ControlStage, countedStages, stageOf } from './stage.ts';

type Rule = ControlPolicy['availability'][number];

/** What one rule saw on one key, and what was asked of it. */
export interface SeenBalance {
  readonly rule: string;
  readonly key: ControlKey;
  readonly stage: ControlStage;
  readonly severity: Rule['severity'];
  readonly budget: Satang;
  /** Before the decision. */
  readonly used: Satang;
  readonly requested: Satang;
  /** How much is missing beyond the tolerance; zero or less when the rule holds. */
  readonly shortBy: Satang;
  /** The threshold that is passed with this decision, in percent of the budget. */
  readonly passed?: string | undefined;
}

/** What the rules of a policy see of a decision: a balance for every key that it draws on. */
export function balancesSeen(
  state: AccountState,
  events: readonly AccountEvent[],
  policy: ControlPolicy,
  calendar: FiscalCalendar,
): SeenBalance[] {
  const changes = [...changesOf(events, calendar), ...arrivals(state, events)];
  if (changes.length === 0) return [];
  const stage = stageOf(events);
  const seen: SeenBalance[] = [];
  for (const rule of policy.availability) {
    const { match = {}, stages, severity, key: kind } = rule;
    if (match.project !== undefined && match.project !== state.opened?.project) continue;
    if (stage === 'budget' ? severity !== 'stop' : !stages.includes(stage)) continue;
    for (const key of keysTouched(kind, match, changes)) {
      const balance = judge(state, changes, { rule, key, match, stage, basis: policy.basis });
      if (balance) seen.push(balance);
    }
  }
  return seen;
}

/** What leaves a line for another of the same account arrives there in the same append: a pool of both loses nothing. */
const arrivals = ({ opened }: AccountState, events: readonly AccountEvent[]): LineChange[] =>
  events.flatMap((event) =>
    event.type === 'BudgetTransferredOut' && event.data.to.project === opened?.project
      ? [
          {
            line: event.data.to.line,
            budget: parseBaht(event.data.amount),
            released: parseBaht(event.data.released ?? '0.00'),
            preCommitted: ZERO,
            committed: ZERO,
            disbursed: ZERO,
          },
        ]
      : [],
  );

interface Question {
  readonly rule: Rule;
  readonly key: ControlKey;
  readonly match: LineMatch;
  readonly stage: ControlStage;
  readonly basis: ControlPolicy['basis'];
}

/** Nothing, when the decision takes nothing from the key. */
function judge(
  state: AccountState,
  changes: readonly LineChange[],
  { rule, key, match, stage, basis }: Question,
): SeenBalance | undefined {
  const counted = countedStages(stage, rule.stages);
  const before = balanceOf(state, key, match, basis, counted);
  const change = changeOf(changes, key, match, basis, counted);
  const requested = subtract(change.used, change.budget);
  if (requested <= 0) return undefined;
  const budget = add(before.budget, change.budget);
  const used = add(before.used, change.used);
  const shortBy = subtract(subtract(used, budget), toleranceOf(rule, budget));
  return {
    rule: rule.name,
    key,
    stage,
    severity: rule.severity,
    budget: before.budget,
    used: before.used,
    requested,
    shortBy,
    passed: passedThreshold(rule, budget, before.used, used),
  };
}

/** Of two tolerances the smaller one counts. */
function toleranceOf({ tolerance }: Rule, budget: Satang): Satang {
  const { percent, amount } = tolerance ?? {};
  const allowed = [
    ...(percent === undefined ? [] : [percentageOf(budget, percent)]),
    ...(amount === undefined ? [] : [parseBaht(amount)]),
  ];
  return allowed.length === 0 ? ZERO : (Math.min(...allowed) as Satang);
}

function passedThreshold(
  { warnAtPercent }: Rule,
  budget: Satang,
  before: Satang,
  after: Satang,
): string | undefined {
  if (warnAtPercent === undefined) return undefined;
  const threshold = percentageOf(budget, warnAtPercent);
  return after >= threshold && before < threshold ? warnAtPercent : undefined;
}

/** The balance as the decision record keeps it, in the order in which it is stored. */
export const recordOf = ({ rule, key, stage, budget, used, requested }: SeenBalance): object => ({
  available: formatBaht(subtract(budget, used)),
  budget: formatBaht(budget),
  key,
  requested: formatBaht(requested),
  rule,
  stage,
  used: formatBaht(used),
});

/** How full a key is after the decision, in percent. */
export const percentUsed = ({ used, requested, budget }: SeenBalance): string | undefined =>
  percentOf(add(used, requested), budget);
