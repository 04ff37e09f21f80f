import type { DecisionContext } from '#kernel';
import { type ControlState, holdsDuty } from './policy/state.ts';

/** What decisions on periods and approvals see beside their own state. */
export interface ControlContext extends DecisionContext {
  readonly control?: ControlState | undefined;
}

/**
 * Whether a duty stands open to everybody, because it is given to nobody: how a ledger is set up. One whose days are
 * over is still given.
 */
export const isUnassigned = (control: ControlState | undefined, duty: string): boolean =>
  !control?.grants.some((grant) => grant.duty === duty);

/** Whether the one who asks may do what takes a duty; while nobody has the duty, anybody may. */
export const mayAct = (control: ControlState | undefined, duty: string, context: DecisionContext): boolean =>
  isUnassigned(control, duty) ||
  (control !== undefined &&
    context.actor !== undefined &&
    holdsDuty(control, context.actor, duty, context.bookedOn));
