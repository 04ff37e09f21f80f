import { type CivilDate, parseBaht, type Satang } from '#kernel';
import { type ControlPolicy, DEFAULT_POLICY } from './policy.ts';

/** Who has a duty, from when to when, and up to which amount. */
export interface Grant {
  readonly duty: string;
  readonly holder: string;
  readonly first?: CivilDate | undefined;
  readonly last?: CivilDate | undefined;
  /** Baht. */
  readonly upTo?: string | undefined;
}

/** A duty that its holder hands to another for some days. */
export interface Delegation {
  readonly duty: string;
  readonly from: string;
  readonly to: string;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** Policy and duties of an organisation, as their events left them. */
export interface ControlState {
  /** 0 until a policy is set. */
  version: number;
  policy: ControlPolicy;
  grants: Grant[];
  delegations: Delegation[];
}

export const emptyControl = (): ControlState => ({
  version: 0,
  policy: DEFAULT_POLICY,
  grants: [],
  delegations: [],
});

const lasts = ({ first, last }: Pick<Grant, 'first' | 'last'>, on: CivilDate): boolean =>
  (first === undefined || first <= on) && (last === undefined || on <= last);

/** Whether somebody was given a duty himself, on a day and for an amount. */
export const grantedOn = (
  state: ControlState,
  holder: string,
  duty: string,
  on: CivilDate,
  amount?: Satang,
): boolean =>
  state.grants.some(
    (grant) =>
      grant.holder === holder &&
      grant.duty === duty &&
      lasts(grant, on) &&
      (grant.upTo === undefined || amount === undefined || amount <= parseBaht(grant.upTo)),
  );

/** Those who lend somebody a duty on a day; a duty that is lent cannot be lent on. */
export const lendersOf = (
  state: ControlState,
  actor: string,
  duty: string,
  on: CivilDate,
  amount?: Satang,
): string[] =>
  state.delegations
    .filter(
      (each) =>
        each.to === actor &&
        each.duty === duty &&
        lasts(each, on) &&
        grantedOn(state, each.from, duty, on, amount),
    )
    .map(({ from }) => from);

/** Whether somebody has a duty on a day, for an amount: by a grant of his own, or lent by one who has it. */
export const holdsDuty = (
  state: ControlState,
  actor: string,
  duty: string,
  on: CivilDate,
  amount?: Satang,
): boolean =>
  grantedOn(state, actor, duty, on, amount) || lendersOf(state, actor, duty, on, amount).length > 0;
