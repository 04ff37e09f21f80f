import { add, formatBaht, isBlank, type Refusal, type Satang, subtract, ZERO } from '#kernel';
import { lineKey, lineName } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import type { AccountCommand } from '../commands.ts';
import { type AccountContext, namesBehind, policyOf } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, availableOn } from '../state.ts';
import { balancesSeen, type SeenBalance } from './availability.ts';
import { type SeenCeiling, ceilingsSeen } from './ceilings.ts';
import { changesOf } from './changes.ts';
import { keyName } from './control-key.ts';
import { holdsAny } from './duties.ts';

/** Everything that the rules of the policy have to say on a decision. */
export interface Findings {
  readonly balances: readonly SeenBalance[];
  readonly ceilings: readonly SeenCeiling[];
}

export function findingsOf(
  state: AccountState,
  events: readonly AccountEvent[],
  context: AccountContext,
): Findings {
  const policy = policyOf(context);
  return {
    balances: balancesSeen(state, events, policy, context.calendar),
    ceilings: ceilingsSeen(state, events, policy, context.calendar),
  };
}

/** The rules that stop the decision, as refusals; the first is the one to tell. */
export function stopsOf(state: AccountState, { balances, ceilings }: Findings): Refusal[] {
  const stops = ({ severity, shortBy }: SeenBalance | SeenCeiling) => severity === 'stop' && shortBy > 0;
  return [
    ...balances.filter(stops).map((seen) => budgetExceeded(state, seen)),
    ...ceilings.filter(stops).map((seen) => ceilingExceeded(state, seen)),
  ];
}

/** One satang is one satang: what is asked of a key must be there, unless somebody whose duty it is overrides the rule. */
export function mustBeAffordable(
  state: AccountState,
  command: AccountCommand,
  findings: Findings,
  context: AccountContext,
): Refusal | undefined {
  const [first] = stopsOf(state, findings);
  if (!first) return undefined;
  if (command.override === undefined) return first;
  if (isBlank(command.override)) {
    return refuse(
      'reason-missing',
      `${nameOf(state)}: the override gives no reason; expected why the rule is set aside.`,
      accountDetails(state),
    );
  }
  if (holdsAny(context, namesBehind(context), 'override-availability')) return undefined;
  return refuse(
    'override-not-allowed',
    `${nameOf(state)}: ${context.actor ?? 'nobody'} may not set the rule aside; expected the duty override-availability.`,
    accountDetails(state, { duty: 'override-availability', overrides: first.code }),
  );
}

/** Whatever the policy allows: budget that is used is not taken away from its line. */
export function mustKeepUsed(
  state: AccountState,
  events: readonly AccountEvent[],
  { calendar }: AccountContext,
): Refusal | undefined {
  for (const { line, budget, preCommitted, committed, disbursed } of changesOf(events, calendar)) {
    if (budget >= 0) continue;
    const used = add(add(preCommitted, committed), disbursed);
    const requested = subtract(used, budget);
    const held = state.lines.get(lineKey(line));
    const there = held ? availableOn(held) : ZERO;
    if (requested <= 0 || requested <= there) continue;
    const shortBy = formatBaht(subtract(requested, there));
    return refuse(
      'budget-exceeded',
      `${nameOf(state)}, ${lineName(line)}: ${formatBaht(requested)} is asked, ${formatBaht(there)} is available, ${shortBy} is missing.`,
      accountDetails(state, {
        line,
        requested: formatBaht(requested),
        available: formatBaht(there),
        shortBy,
      }),
    );
  }
  return undefined;
}

function budgetExceeded(state: AccountState, seen: SeenBalance): Refusal {
  const { key, requested, rule } = seen;
  const available = subtract(seen.budget, seen.used);
  const [asked, there, shortBy] = [requested, available, seen.shortBy].map(formatBaht) as [
    string,
    string,
    string,
  ];
  const { kind, ...line } = key;
  return refuse(
    'budget-exceeded',
    `${nameOf(state)}, ${keyName(key)}: ${asked} is asked, ${there} is available, ${shortBy} is missing.`,
    accountDetails(state, {
      ...(kind === 'line' ? { line } : { key }),
      rule,
      requested: asked,
      available: there,
      shortBy,
    }),
  );
}

function ceilingExceeded(state: AccountState, seen: SeenCeiling): Refusal {
  const { key, rule, period } = seen;
  const left: Satang = subtract(seen.limit, seen.used);
  const [asked, limit, shortBy] = [seen.requested, seen.limit, seen.shortBy].map(formatBaht) as [
    string,
    string,
    string,
  ];
  return refuse(
    'ceiling-exceeded',
    `${nameOf(state)}, ${keyName(key)}: ${asked} is asked, ${formatBaht(left)} is left below the ceiling of ${limit} up to ${period}, ${shortBy} is missing.`,
    accountDetails(state, {
      key,
      rule,
      period,
      limit,
      requested: asked,
      available: formatBaht(left),
      shortBy,
    }),
  );
}
