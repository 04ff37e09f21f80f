import type { CivilDate } from '#kernel';
import type { Limits } from './state.ts';

interface Step {
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

/** Names the first administrator; only for the set-up itself. */
export interface SetUpAccess extends Step {
  readonly type: 'set-up-access';
  readonly administrator: string;
}

/** Makes somebody administrator although nobody who administers can be asked; only for whoever works on the folder itself. */
export interface RecoverAccess extends Step {
  readonly type: 'recover-access';
  readonly administrator: string;
}

/** Replaces the whole table; the earlier ones stay in the log. */
export interface SetAccessRules extends Step {
  readonly type: 'set-access-rules';
  /** Roles that are not named keep what they may do; checked here, part by part. */
  readonly rules: unknown;
}

export interface GrantRole extends Step {
  readonly type: 'grant-role';
  readonly subject: string;
  readonly role: string;
  readonly limits?: Limits | undefined;
}

export interface WithdrawRole extends Step {
  readonly type: 'withdraw-role';
  readonly grant: number;
}

/** Ends every grant of somebody who leaves, or of a service token that is revoked. */
export interface WithdrawAllRoles extends Step {
  readonly type: 'withdraw-all-roles';
  readonly subject: string;
}

/** Makes what somebody was granted by claims what the claims say now; only for single sign-on. */
export interface MatchSignOn extends Step {
  readonly type: 'match-sign-on';
  readonly subject: string;
  readonly roles: readonly { readonly role: string; readonly limits?: Limits | undefined }[];
}

export type AccessCommand =
  SetUpAccess | RecoverAccess | SetAccessRules | GrantRole | WithdrawRole | WithdrawAllRoles | MatchSignOn;
