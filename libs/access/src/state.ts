import type { CivilDate } from '#kernel';
import type { AccessEvent } from './events.ts';
import { type AccessRules, DEFAULT_RULES, type Role } from './roles.ts';

/** What a grant is limited to; what is absent is not limited. */
export interface Limits {
  readonly organisation?: string | undefined;
  readonly projects?: readonly string[] | undefined;
  readonly fundSources?: readonly string[] | undefined;
  readonly commands?: readonly string[] | undefined;
  /** Baht. */
  readonly upTo?: string | undefined;
  readonly first?: string | undefined;
  readonly last?: string | undefined;
}

export type Origin = 'set-up' | 'administrator' | 'sign-on';

/** Who was given which role. */
export interface RoleGrant {
  readonly grant: number;
  readonly subject: string;
  readonly role: Role;
  readonly limits?: Limits | undefined;
  readonly origin: Origin;
}

/** The rule table and everybody's roles, as their events left them. */
export interface AccessState {
  /** False until the ledger has its first administrator. */
  readonly isSetUp: boolean;
  /** 0 for the defaults. */
  readonly version: number;
  readonly rules: AccessRules;
  readonly grants: readonly RoleGrant[];
  /** How many grants there ever were. */
  readonly granted: number;
  /** Revision of the stream; -1 without events. */
  readonly revision: number;
}

export const emptyAccess = (): AccessState => ({
  isSetUp: false,
  version: 0,
  rules: DEFAULT_RULES,
  grants: [],
  granted: 0,
  revision: -1,
});

export function evolveAccess(before: AccessState, { type, data }: AccessEvent): AccessState {
  const state = { ...before, revision: before.revision + 1 };
  switch (type) {
    case 'AccessSetUp':
      return { ...state, isSetUp: true };
    case 'AccessRecovered':
      return state;
    case 'AccessRulesSet':
      return { ...state, version: data.version, rules: data.rules };
    case 'RoleGranted':
      return { ...state, grants: [...state.grants, data], granted: data.grant };
    case 'RoleWithdrawn':
      return { ...state, grants: state.grants.filter(({ grant }) => grant !== data.grant) };
  }
}

/** Whether a grant counts on a day. */
export const isInForce = ({ limits }: RoleGrant, on: CivilDate): boolean =>
  (limits?.first === undefined || limits.first <= on) && (limits?.last === undefined || on <= limits.last);

/** The grants of somebody that count on a day. */
export const grantsOf = (state: AccessState, subject: string, on: CivilDate): RoleGrant[] =>
  state.grants.filter((grant) => grant.subject === subject && isInForce(grant, on));

/** Whether one of the roles that somebody has on a day wants a second factor. */
export const needsSecondFactor = (state: AccessState, subject: string, on: CivilDate): boolean =>
  grantsOf(state, subject, on).some(({ role }) => state.rules.roles[role].secondFactor);
