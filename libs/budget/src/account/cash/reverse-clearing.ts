import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  type Refusal,
  UnreadableEvent,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { leftOf } from '../chain/reverse.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentKey, move } from '../state.ts';
import { advanceOf } from './advance.ts';
import { clearedBy } from './cleared-by.ts';
import type { ClearingState } from './state.ts';

/** Takes a clearing back as a whole, once: the advance is outstanding as before. Needs a reason. */
export interface ReverseClearing {
  readonly type: 'reverse-clearing';
  /** Number of the voucher under which the advance was cleared. */
  readonly clearing: string;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const AdvanceClearingReversed = defineEvent({
  type: 'AdvanceClearingReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'The clearing of an advance is taken back; the advance is outstanding as before.',
  data: z.strictObject({
    clearing: fields.code('Number of the voucher under which the advance was cleared'),
    advance: fields.code('Number of the advance'),
    line: lineSchema,
    spent: fields.baht('What the clearing had shown as spent'),
    excess: fields.baht('Of what was spent: above the advance; it returns to the line'),
    returned: fields.baht('Cash that had come back; it is with the borrower again and draws budget'),
  }),
});
export type AdvanceClearingReversed = EventOf<typeof AdvanceClearingReversed>;

export function decideReverseClearing(
  state: AccountState,
  { clearing, effectiveOn }: ReverseClearing,
): [AdvanceClearingReversed] | Refusal {
  const made = state.clearings.get(clearing);
  if (!made) {
    return refuse(
      'clearing-unknown',
      `${nameOf(state)} has no clearing ${clearing}.`,
      accountDetails(state, { clearing }),
    );
  }
  const { advance, line, spent, excess, returned } = made;
  const data = {
    clearing,
    advance,
    line,
    spent: formatBaht(spent),
    excess: formatBaht(excess),
    returned: formatBaht(returned),
  };
  return (
    mustStand(state, clearing, made) ??
    mustFollowClearing(state, clearing, effectiveOn, made) ?? [
      { type: 'AdvanceClearingReversed', effectiveOn, data },
    ]
  );
}

/** A voucher of which money was refunded or taken back already no longer says what the advance was spent on. */
function mustStand(state: AccountState, clearing: string, made: ClearingState): Refusal | undefined {
  const { advance, line, spent, reversed } = made;
  const voucher = state.disbursements.get(documentKey(clearing));
  if (reversed || voucher?.reversed === voucher?.amount) {
    return refuse(
      'clearing-already-reversed',
      `${nameOf(state)}: the clearing ${clearing} of the advance ${advance} is taken back already.`,
      accountDetails(state, { clearing, advance, line }),
    );
  }
  const left = voucher && leftOf(state, voucher);
  if (left === undefined || left === spent) return undefined;
  return refuse(
    'document-in-use',
    `${nameOf(state)}: of the clearing ${clearing}, ${formatBaht(left)} of ${formatBaht(spent)} is left after refunds, reversals and corrections; expected all of it.`,
    accountDetails(state, { clearing, advance, left: formatBaht(left), expected: formatBaht(spent) }),
  );
}

function mustFollowClearing(
  state: AccountState,
  clearing: string,
  effectiveOn: CivilDate,
  made: ClearingState,
): Refusal | undefined {
  if (effectiveOn >= made.effectiveOn) return undefined;
  return refuse(
    'date-before-document',
    `${nameOf(state)}: ${effectiveOn} lies before the clearing ${clearing} of ${made.effectiveOn}; expected that day or later.`,
    accountDetails(state, { clearing, effectiveOn, expected: made.effectiveOn }),
  );
}

export function evolveClearingReversed(
  state: AccountState,
  { data, effectiveOn }: AdvanceClearingReversed,
): void {
  const made = state.clearings.get(data.clearing);
  const voucher = state.disbursements.get(documentKey(data.clearing));
  if (!made || !voucher) throw new UnreadableEvent(`the clearing ${data.clearing} was never made`);
  const { advanced, disbursed } = clearedBy(data);
  const held = advanceOf(state, data.advance);
  held.outstanding = add(held.outstanding, negate(advanced));
  made.reversed = true;
  // The number stays taken, and nothing of the voucher is left to refund.
  voucher.reversed = voucher.amount;
  move(state, data.line, effectiveOn, { disbursed: negate(disbursed), advanced: negate(advanced) });
}
