import type { CivilDate, Satang } from '#kernel';

/** Replaces the whole policy; the earlier ones stay in the log. */
export interface SetPolicy {
  readonly type: 'set-policy';
  /** Checked here, part by part. */
  readonly policy: unknown;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export interface GrantDuty {
  readonly type: 'grant-duty';
  readonly duty: string;
  readonly holder: string;
  readonly first?: CivilDate | undefined;
  readonly last?: CivilDate | undefined;
  readonly upTo?: Satang | undefined;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export interface WithdrawDuty {
  readonly type: 'withdraw-duty';
  readonly duty: string;
  readonly holder: string;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

/** Lends a duty of the one who asks to another, for some days. */
export interface DelegateDuty {
  readonly type: 'delegate-duty';
  readonly duty: string;
  readonly to: string;
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export type ControlPolicyCommand = SetPolicy | GrantDuty | WithdrawDuty | DelegateDuty;
