import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
  UnreadableEvent,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { lineKey, lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import { type AccountState, commitmentOf, type DisbursementState, move } from '../state.ts';

/** Takes a disbursement back, wholly or in part; what it liquidated is committed again. Needs a reason. */
export interface ReverseDisbursement {
  readonly type: 'reverse-disbursement';
  readonly disbursement: string;
  /** All that is not yet reversed when absent. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const DisbursementReversed = defineEvent({
  type: 'DisbursementReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'A disbursement is taken back wholly or in part; the reason stands in the metadata.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher that is taken back'),
    line: lineSchema,
    amount: fields.baht('Amount taken back, greater than zero'),
    commitment: fields.code('Order or contract that becomes outstanding again').optional(),
  }),
});
export type DisbursementReversed = EventOf<typeof DisbursementReversed>;

export function decideReverse(
  state: AccountState,
  command: ReverseDisbursement,
): [DisbursementReversed] | Refusal {
  const { disbursement, effectiveOn } = command;
  const made = state.disbursements.get(disbursement);
  if (!made) {
    return refuse(
      'disbursement-unknown',
      `${nameOf(state)} has no disbursement ${disbursement}.`,
      accountDetails(state, { disbursement }),
    );
  }
  const { line, commitment } = made;
  // A correction may have taken some of it back already, on its line and without naming it.
  const onLine = state.lines.get(lineKey(line))?.disbursed ?? ZERO;
  const unreversed = subtract(made.amount, made.reversed);
  const left = unreversed < onLine ? unreversed : onLine;
  if (left === 0) {
    return refuse(
      'already-reversed',
      `${nameOf(state)}: the disbursement ${disbursement} is taken back already.`,
      accountDetails(state, { disbursement, line }),
    );
  }
  const amount = command.amount ?? left;
  const data = {
    disbursement,
    line,
    amount: formatBaht(amount),
    ...(commitment === undefined ? {} : { commitment }),
  };
  return (
    mustBePositive(state, amount) ??
    mustNotPrecedePayment(state, disbursement, made, effectiveOn) ??
    mustBeLeft(state, disbursement, amount, left) ?? [{ type: 'DisbursementReversed', effectiveOn, data }]
  );
}

function mustNotPrecedePayment(
  state: AccountState,
  disbursement: string,
  made: DisbursementState,
  effectiveOn: CivilDate,
): Refusal | undefined {
  if (effectiveOn >= made.effectiveOn) return undefined;
  return refuse(
    'reversal-before-disbursement',
    `${nameOf(state)}: ${effectiveOn} lies before the disbursement ${disbursement} of ${made.effectiveOn}; expected that day or later.`,
    accountDetails(state, { disbursement, effectiveOn, expected: made.effectiveOn }),
  );
}

function mustBeLeft(
  state: AccountState,
  disbursement: string,
  amount: Satang,
  left: Satang,
): Refusal | undefined {
  if (amount <= left) return undefined;
  const shortBy = formatBaht(subtract(amount, left));
  return refuse(
    'reversal-exceeds-disbursement',
    `${nameOf(state)}: ${formatBaht(amount)} is to be taken back of the disbursement ${disbursement}, ${formatBaht(left)} is left of it, ${shortBy} too much.`,
    accountDetails(state, { disbursement, requested: formatBaht(amount), left: formatBaht(left), shortBy }),
  );
}

export function evolveReversed(state: AccountState, { data, effectiveOn }: DisbursementReversed): void {
  const { disbursement, line, commitment } = data;
  const amount = parseBaht(data.amount);
  const made = state.disbursements.get(disbursement);
  if (!made) throw new UnreadableEvent(`the disbursement ${disbursement} was never made`);
  made.reversed = add(made.reversed, amount);
  const held = commitment === undefined ? undefined : commitmentOf(state, commitment);
  if (held) held.outstanding = add(held.outstanding, amount);
  move(state, line, effectiveOn, { disbursed: negate(amount), committed: held ? amount : ZERO });
}
