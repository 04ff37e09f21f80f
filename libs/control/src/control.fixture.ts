import {
  type Decider,
  type DomainEvent,
  EventCatalogue,
  isRefusal,
  parseBaht,
  parseCivilDate,
  type Refusal,
  THAI_CALENDAR,
} from '#kernel';
import { approval } from './approvals/approval.ts';
import type { ApprovalCommand, SubmitDocument } from './approvals/commands.ts';
import { approvalEvents } from './approvals/events.ts';
import type { ControlContext } from './context.ts';
import { fiscalPeriodsEvents } from './periods/events.ts';
import { fiscalPeriods, type FiscalPeriodsCommand } from './periods/fiscal-periods.ts';
import type { ControlPolicyCommand, GrantDuty } from './policy/commands.ts';
import { controlPolicy } from './policy/control-policy.ts';
import { controlPolicyEvents } from './policy/events.ts';
import type { ControlState } from './policy/state.ts';

/** An office of fiscal year 2569 on 5 December 2025, with the people who keep its rules. */

export const day = parseCivilDate;
export const baht = parseBaht;

/** What the event catalogue promises of every event that is decided here. */
const promises = new EventCatalogue([...controlPolicyEvents, ...fiscalPeriodsEvents, ...approvalEvents]);

export const asked = (by: string | undefined, changes: Partial<ControlContext> = {}): ControlContext => ({
  calendar: THAI_CALENDAR,
  bookedOn: day('2025-12-05'),
  actor: by,
  ...changes,
});

/** One step: who asks, what, and in which circumstances. */
export type Step<Command> = readonly [
  by: string | undefined,
  command: Command,
  changes?: Partial<ControlContext>,
];

/** A stream that takes steps one after another; every step but the last must be accepted. */
function told<State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>) {
  const decide = (state: State, [by, command, changes]: Step<Command>) =>
    decider.decide(state, command, asked(by, changes));
  const after = (...steps: readonly Step<Command>[]): State =>
    steps.reduce((state, step) => {
      const outcome = decide(state, step);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      for (const event of outcome) promises.check(event);
      return outcome.reduce((folded, event) => decider.evolve(folded, event), state);
    }, decider.initial());
  const last = (steps: readonly Step<Command>[]): readonly Event[] | Refusal => {
    const step = steps.at(-1);
    if (!step) throw new Error('nothing was asked');
    return decide(after(...steps.slice(0, -1)), step);
  };
  return {
    after,
    /** The events of the last step. */
    written: (...steps: readonly Step<Command>[]): readonly Event[] => {
      const outcome = last(steps);
      if (isRefusal(outcome)) throw new Error(outcome.message);
      for (const event of outcome) promises.check(event);
      return outcome;
    },
    /** The refusal of the last step. */
    refused: (...steps: readonly Step<Command>[]): Refusal => {
      const outcome = last(steps);
      if (isRefusal(outcome)) return outcome;
      throw new Error('nothing was refused');
    },
  };
}

export const policies = told(controlPolicy);
export const periods = told(fiscalPeriods);
export const documents = told(approval);

const effectiveOn = day('2025-12-05');

export const setPolicy = (policy: unknown): ControlPolicyCommand => ({
  type: 'set-policy',
  policy,
  effectiveOn,
});

export const grant = (
  duty: string,
  holder: string,
  changes: Partial<Pick<GrantDuty, 'first' | 'last' | 'upTo'>> = {},
): ControlPolicyCommand => ({ type: 'grant-duty', duty, holder, ...changes, effectiveOn });

export const withdraw = (duty: string, holder: string): ControlPolicyCommand => ({
  type: 'withdraw-duty',
  duty,
  holder,
  effectiveOn,
});

export const lend = (duty: string, to: string, first: string, last: string): ControlPolicyCommand => ({
  type: 'delegate-duty',
  duty,
  to,
  first: day(first),
  last: day(last),
  effectiveOn,
});

/** Duties as they stand after the first set-up: nobody keeps the policy, so anybody gives them. */
export const duties = (...steps: readonly Step<ControlPolicyCommand>[]): ControlState =>
  policies.after(...steps);

export const periodStep = (
  type: FiscalPeriodsCommand['type'],
  period: string,
  reason?: string,
): FiscalPeriodsCommand => ({
  type,
  fiscalYear: 2569 as FiscalPeriodsCommand['fiscalYear'],
  period,
  reason,
  effectiveOn,
});

export const submit = (changes: Partial<SubmitDocument> = {}): SubmitDocument => ({
  type: 'submit-document',
  number: 'D-1',
  summary: 'ใบสั่งซื้อ PO-1',
  amount: baht('500.00'),
  tiers: ['checker'],
  what: [{ stream: 'budgetaccount-etda.2569.P01', command: { type: 'commit', amount: '500.00' } }],
  effectiveOn,
  ...changes,
});

export const approve = (tier = 'checker'): ApprovalCommand => ({
  type: 'approve-document',
  tier,
  effectiveOn,
});

export const turnDown = (reason = 'ไม่มีใบเสนอราคา'): ApprovalCommand => ({
  type: 'refuse-document',
  reason,
  effectiveOn,
});

export const takeBack: ApprovalCommand = { type: 'withdraw-document', effectiveOn };
