import type { ControlPolicy } from '#control';
import {
  add,
  type CivilDate,
  type FiscalCalendar,
  parseBaht,
  percentageOf,
  type Satang,
  subtract,
  sum,
  ZERO,
} from '#kernel';
import type { AccountEvent } from '../events.ts';
import { type AccountState, lineOfMonth, type Moved } from '../state.ts';
import { changesOf } from './changes.ts';
import { balanceOf, type ControlKey, isIn, keysTouched } from './control-key.ts';
import { countedStages, stageOf } from './stage.ts';

type Rule = ControlPolicy['ceilings'][number];

/** A ceiling on what may be used from the start of the year to the end of a month or quarter. */
export interface SeenCeiling {
  readonly rule: string;
  readonly key: ControlKey;
  readonly severity: Rule['severity'];
  /** The month of the fiscal year, `M1` to `M12`, or the quarter. */
  readonly period: string;
  readonly limit: Satang;
  /** Used up to the end of the period, before the decision. */
  readonly used: Satang;
  readonly requested: Satang;
  /** Zero or less when the ceiling holds. */
  readonly shortBy: Satang;
}

/** The ceilings that a decision comes up against: those of its own period and of every later one. */
export function ceilingsSeen(
  state: AccountState,
  events: readonly AccountEvent[],
  policy: ControlPolicy,
  calendar: FiscalCalendar,
): SeenCeiling[] {
  const stage = stageOf(events);
  const [first] = events;
  if (stage === 'budget' || !first || policy.ceilings.length === 0) return [];
  const changes = changesOf(events, calendar);
  const seen: SeenCeiling[] = [];
  for (const rule of policy.ceilings) {
    const { match = {} } = rule;
    if (match.project !== undefined && match.project !== state.opened?.project) continue;
    for (const key of keysTouched(rule.key, match, changes)) {
      const touched = changes.filter(({ line }) => isIn(key, line) && isIn(match, line));
      const requested = sum(touched.map((change) => measured(change, rule)));
      if (requested <= 0) continue;
      for (const [period, limit] of limitsFrom(state, policy, rule, key, first.effectiveOn, calendar)) {
        const used = usedUpTo(state, rule, key, period, calendar);
        const shortBy = subtract(add(used, requested), limit);
        seen.push({ rule: rule.name, key, severity: rule.severity, period, limit, used, requested, shortBy });
      }
    }
  }
  return seen;
}

/** What counts against a ceiling on payments, on commitments, or on requests: the stage and all later ones. */
const measured = ({ preCommitted, committed, disbursed }: Moved, { stage }: Rule): Satang =>
  sum([disbursed, stage === 'disburse' ? ZERO : committed, stage === 'request' ? preCommitted : ZERO]);

/** The limits of the period of a day and of the later ones. */
function limitsFrom(
  state: AccountState,
  policy: ControlPolicy,
  rule: Rule,
  key: ControlKey,
  day: CivilDate,
  calendar: FiscalCalendar,
): [period: string, limit: Satang][] {
  const { percent = {}, amount = {} } = rule.limits;
  const everything = countedStages('request', []);
  const { budget } = balanceOf(state, key, rule.match ?? {}, policy.basis, everything);
  const limits: [string, Satang][] = [
    ...Object.entries(percent).map(([period, part]): [string, Satang] => [
      period,
      percentageOf(budget, part),
    ]),
    ...Object.entries(amount).map(([period, limit]): [string, Satang] => [period, parseBaht(limit)]),
  ];
  const month = monthOfYear(day.slice(0, 7), calendar);
  return limits.filter(([period]) => lastMonthOf(period) >= month);
}

function usedUpTo(
  { months }: AccountState,
  rule: Rule,
  key: ControlKey,
  period: string,
  calendar: FiscalCalendar,
): Satang {
  let used = ZERO;
  for (const [name, moved] of months) {
    const { line, month } = lineOfMonth(name);
    if (!isIn(key, line) || !isIn(rule.match ?? {}, line)) continue;
    if (monthOfYear(month, calendar) <= lastMonthOf(period)) used = add(used, measured(moved, rule));
  }
  return used;
}

/** The place of a month in the fiscal year, 1 to 12. */
const monthOfYear = (month: string, { startMonth }: FiscalCalendar): number =>
  ((Number(month.slice(5, 7)) - startMonth + 12) % 12) + 1;

const lastMonthOf = (period: string): number => Number(period.slice(1)) * (period.startsWith('Q') ? 3 : 1);
