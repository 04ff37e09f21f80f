import type { Refusal } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import type { AccountContext } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import type { AccountState } from '../state.ts';
import { mustBeApproved } from './approval.ts';
import { findingsOf, mustBeAffordable, mustKeepUsed } from './findings.ts';
import { mustBeInOpenPeriod } from './periods.ts';
import { withRecord } from './record.ts';

/**
 * Budget control: one rule for every command. The concept files decide what a command means; here its events are held
 * against periods, approvals and availability, and the first of them takes the record of what was seen.
 */
export function control(
  state: AccountState,
  command: AccountCommand,
  events: readonly AccountEvent[],
  context: AccountContext,
): readonly AccountEvent[] | Refusal {
  const findings = findingsOf(state, events, context);
  return (
    mustBeInOpenPeriod(state, command, events, context) ??
    mustBeApproved(state, command, events, context) ??
    mustKeepUsed(state, events, context) ??
    mustBeAffordable(state, command, findings, context) ??
    withRecord(command, events, findings, context)
  );
}
