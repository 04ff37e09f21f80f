import {
  type CivilDate,
  type DecisionContext,
  EventCatalogue,
  isRefusal,
  parseCivilDate,
  THAI_CALENDAR,
} from '#kernel';
import { accessRules, SET_UP } from './access-rules.ts';
import type { AccessCommand } from './commands.ts';
import { accessEvents } from './events.ts';
import type { AccessState, Limits } from './state.ts';

/** A ledger of fiscal year 2569 on 5 December 2025, with an administrator called admin. */

export const day = parseCivilDate;
export const TODAY: CivilDate = day('2025-12-05');

/** What the event catalogue promises of every event that is decided here. */
const promises = new EventCatalogue(accessEvents);

export const asked = (actor: string, changes: Partial<DecisionContext> = {}): DecisionContext => ({
  calendar: THAI_CALENDAR,
  bookedOn: TODAY,
  recordedOn: TODAY,
  actor,
  ...changes,
});

export type Said = AccessCommand extends infer Each
  ? Each extends AccessCommand
    ? Omit<Each, 'effectiveOn'>
    : never
  : never;

export const decide = (state: AccessState, actor: string, command: Said) =>
  accessRules.decide(state, { ...command, effectiveOn: TODAY }, asked(actor));

/** The table after somebody said something that must be accepted. */
export function after(state: AccessState, actor: string, ...commands: readonly Said[]): AccessState {
  return commands.reduce((before, command) => {
    const events = decide(before, actor, command);
    if (isRefusal(events)) throw new Error(events.message);
    for (const event of events) promises.check(event);
    return events.reduce((state, event) => accessRules.evolve(state, event), before);
  }, state);
}

export const SET: AccessState = after(accessRules.initial(), SET_UP, {
  type: 'set-up-access',
  administrator: 'admin',
});

export const granting = (subject: string, role: string, limits?: Limits): Said => ({
  type: 'grant-role',
  subject,
  role,
  ...(limits === undefined ? {} : { limits }),
});

/** The table with roles given by the administrator. */
export const withRoles = (
  ...roles: readonly (readonly [subject: string, role: string, limits?: Limits])[]
): AccessState =>
  after(SET, 'admin', ...roles.map(([subject, role, limits]) => granting(subject, role, limits)));
