import type { AccountCommand, AccountEvent, AccountState, Line } from '#budget';
import type { CivilDate, Quarter, Satang } from '#kernel';
import type { Frame } from '../check/frame.ts';
import type { Origin, ScratchLedger, ScratchStream } from './scratch-ledger.ts';

/** The published tables do not split a budget; all of it stands on one line. */
export const LINE: Line = { fundSource: 'annual-appropriation', category: 'unclassified' };

/** Change of what is disbursed and of what is committed in a quarter. */
export interface Change {
  readonly disbursed: Satang;
  readonly committed: Satang;
}

/** One account and one row of a report: where movements are planned. */
export interface AccountDesk {
  readonly ledger: ScratchLedger;
  readonly account: ScratchStream<AccountState, AccountCommand, AccountEvent>;
  readonly frame: Frame;
  readonly project: string;
  readonly origin: Origin;
  /** The report in words, for descriptions and reasons. */
  readonly title: string;
}

/** The quarter that is moved and the day on which the movement takes effect. */
export interface Effect {
  readonly quarter: Quarter;
  readonly effectiveOn: CivilDate;
}

export const postTo = (desk: AccountDesk, command: AccountCommand): void =>
  desk.ledger.post(desk.account, command, desk.origin);

/** The number itself, or with `-2`, `-3` … when it is taken. */
export function freeNumber(wanted: string, taken: (number: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  for (let next = 2; ; next++) {
    if (!taken(`${wanted}-${next}`)) return `${wanted}-${next}`;
  }
}
