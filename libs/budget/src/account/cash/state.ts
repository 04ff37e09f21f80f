import type { CivilDate, Satang } from '#kernel';
import type { Line } from '../../line.ts';

/** Money given before it is spent (เงินยืม). */
export interface AdvanceState {
  readonly line: Line;
  readonly amount: Satang;
  readonly effectiveOn: CivilDate;
  /** The day by which it is to be cleared. */
  readonly dueOn: CivilDate | undefined;
  /** What is neither cleared nor returned. */
  outstanding: Satang;
}

/** Cash that belongs to a counterparty: a guarantee, or a retention out of payments. */
export interface HeldState {
  readonly kind: 'guarantee' | 'retention';
  /** Since when there is something under the number. */
  readonly effectiveOn: CivilDate;
  /** The guarantee as it was given; nothing for a retention. */
  readonly given: Satang;
  /** The order or contract that a guarantee secures. */
  readonly commitment?: string | undefined;
  /** What each payment added to a retention, by `documentKey` of the payment. */
  readonly payments: Map<string, Satang>;
  /** Given back, or kept for good. */
  returned: Satang;
}

/** What a clearing took of an advance, by the number of its voucher. */
export interface ClearingState {
  readonly advance: string;
  readonly line: Line;
  readonly effectiveOn: CivilDate;
  readonly spent: Satang;
  readonly excess: Satang;
  readonly returned: Satang;
  reversed: boolean;
}

/** The part of an account's state that is about cash. */
export interface CashState {
  /** By number. */
  readonly advances: Map<string, AdvanceState>;
  /** By number of the voucher. */
  readonly clearings: Map<string, ClearingState>;
  /** By number of the guarantee or retention. */
  readonly held: Map<string, HeldState>;
}

export const noCash = (): CashState => ({ advances: new Map(), clearings: new Map(), held: new Map() });
