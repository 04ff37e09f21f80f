import { guarded } from '#access';
import {
  type CivilDate,
  type Decider,
  type DecisionContext,
  formatBaht,
  type Refusal,
  withAmounts,
} from '#kernel';
import { mayAct } from '../context.ts';
import { dutyMissing, refuse } from '../refusals.ts';
import type { ControlPolicyCommand, DelegateDuty, GrantDuty, SetPolicy, WithdrawDuty } from './commands.ts';
import type { ControlPolicyEvent } from './events.ts';
import { malformed } from './malformed.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { policySchema } from './schema.ts';
import { type ControlState, emptyControl, type Grant, grantedOn } from './state.ts';

/** Whose duty it is to set the policy and to give duties. While nobody has it, anybody may: the first set-up. */
export const KEEP_POLICY = 'keep-policy';

const policyAndDuties: Decider<ControlState, ControlPolicyCommand, ControlPolicyEvent> = {
  category: 'controlpolicy',
  json: withAmounts('upTo'),
  initial: emptyControl,

  decide(state, command, context) {
    if (command.type === 'delegate-duty') return decideDelegate(state, command, context);
    if (!mayAct(state, KEEP_POLICY, context)) return dutyMissing(context.actor, KEEP_POLICY);
    switch (command.type) {
      case 'set-policy':
        return decideSet(state, command);
      case 'grant-duty':
        return decideGrant(state, command, context);
      case 'withdraw-duty':
        return decideWithdraw(state, command, context);
    }
  },

  evolve(state, { type, data }) {
    switch (type) {
      case 'ControlPolicySet':
        return { ...state, version: data.version, policy: data.policy };
      case 'DutyGranted':
        return { ...state, grants: [...without(state.grants, data), data as Grant] };
      case 'DutyWithdrawn':
        return { ...state, grants: without(state.grants, data) };
      case 'DutyDelegated':
        return { ...state, delegations: [...state.delegations, data as ControlState['delegations'][number]] };
    }
  },
};

/** Policy and duties of one organisation. */
export const controlPolicy = guarded(policyAndDuties);

const without = (grants: readonly Grant[], { duty, holder }: Pick<Grant, 'duty' | 'holder'>): Grant[] =>
  grants.filter((grant) => grant.duty !== duty || grant.holder !== holder);

type Decision<Type extends ControlPolicyEvent['type']> =
  [Extract<ControlPolicyEvent, { type: Type }>] | Refusal;

function decideSet(state: ControlState, { policy, effectiveOn }: SetPolicy): Decision<'ControlPolicySet'> {
  const read = readPolicy(policy);
  if ('refused' in read) return read;
  if (state.version > 0 && JSON.stringify(read) === JSON.stringify(state.policy)) {
    return refuse('policy-unchanged', `The policy ${state.version} says the same.`, {
      version: state.version,
    });
  }
  const data = { version: state.version + 1, policy: read };
  return [{ type: 'ControlPolicySet', effectiveOn, data }];
}

/** A policy as it is given: what is not said has its default; every fault is told with its place. */
export function readPolicy(policy: unknown): Readable | Refusal {
  const asked: unknown = isPlain(policy) ? { ...DEFAULT_POLICY, ...policy } : policy;
  const read = policySchema.safeParse(asked);
  if (read.success) return read.data;
  return malformed(
    read.error.issues.map(({ path, message }) => ({ field: path.join('.'), expected: message })),
  );
}

type Readable = Extract<ControlPolicyEvent, { type: 'ControlPolicySet' }>['data']['policy'];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function decideGrant(
  state: ControlState,
  command: GrantDuty,
  context: DecisionContext,
): Decision<'DutyGranted'> {
  const { duty, holder, first, last, upTo, effectiveOn } = command;
  const refused = mustBeInOrder(first, last);
  if (refused) return refused;
  const data = {
    duty,
    holder,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(upTo === undefined ? {} : { upTo: formatBaht(upTo) }),
  };
  const same = (grant: Grant) =>
    grant.duty === duty &&
    grant.holder === holder &&
    grant.first === first &&
    grant.last === last &&
    grant.upTo === data.upTo;
  if (state.grants.some(same)) {
    return refuse('duty-granted-already', `${holder} has the duty ${duty} already, on the same terms.`, data);
  }
  const granted = [...without(state.grants, data), { duty, holder, first, last }];
  return mustLeaveKeeper(granted, data, context) ?? [{ type: 'DutyGranted', effectiveOn, data }];
}

function decideWithdraw(
  state: ControlState,
  { duty, holder, effectiveOn }: WithdrawDuty,
  context: DecisionContext,
): Decision<'DutyWithdrawn'> {
  if (!state.grants.some((grant) => grant.duty === duty && grant.holder === holder)) {
    return refuse('duty-not-held', `${holder} does not have the duty ${duty}.`, { duty, holder });
  }
  const data = { duty, holder };
  const left = without(state.grants, data);
  return mustLeaveKeeper(left, data, context) ?? [{ type: 'DutyWithdrawn', effectiveOn, data }];
}

/** A duty to keep the policy that runs out would leave a ledger that nobody can set up any more. */
function mustLeaveKeeper(
  grants: readonly Grant[],
  { duty, holder }: Pick<Grant, 'duty' | 'holder'>,
  { bookedOn }: DecisionContext,
): Refusal | undefined {
  const keeps = (grant: Grant) =>
    grant.duty === KEEP_POLICY &&
    grant.last === undefined &&
    (grant.first === undefined || grant.first <= bookedOn);
  if (duty !== KEEP_POLICY || grants.some(keeps)) return undefined;
  return refuse(
    'duty-last-holder',
    `Without ${holder} nobody would keep the policy from today without end; expected another to be given the duty first.`,
    { duty, holder },
  );
}

function decideDelegate(
  state: ControlState,
  { duty, to, first, last, effectiveOn }: DelegateDuty,
  { actor, bookedOn }: DecisionContext,
): Decision<'DutyDelegated'> {
  if (actor === undefined || !grantedOn(state, actor, duty, bookedOn)) return dutyMissing(actor, duty);
  if (to === actor) {
    return refuse('delegation-to-oneself', `${actor} has the duty ${duty}; expected another to lend it to.`, {
      duty,
    });
  }
  const data = { duty, from: actor, to, first, last };
  return mustBeInOrder(first, last) ?? [{ type: 'DutyDelegated', effectiveOn, data }];
}

function mustBeInOrder(first: CivilDate | undefined, last: CivilDate | undefined): Refusal | undefined {
  if (first === undefined || last === undefined || first <= last) return undefined;
  return refuse('dates-reversed', `The first day ${first} lies after the last, ${last}.`, { first, last });
}
