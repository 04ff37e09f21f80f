import { add, parseBaht, type CivilDate, type Refusal, type Satang, subtract, sum, ZERO } from '#kernel';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentKey } from '../state.ts';
import type { HeldState } from './state.ts';

/** Cash that is held for a counterparty and can be given back under a number: guarantees and retentions. */

/** What is held under a number now. A payment that was taken back as a whole holds nothing any more. */
export function heldUnder(state: AccountState, { given, payments, returned }: HeldState): Satang {
  const standing = [...payments].map(([payment, amount]) => {
    const made = state.disbursements.get(payment);
    return made !== undefined && made.reversed === made.amount ? ZERO : amount;
  });
  const left = subtract(add(given, sum(standing)), returned);
  return left > 0 ? left : ZERO;
}

/** The number of a guarantee stands for it alone; payments may add to a retention of theirs. */
export function mustBeNewHeld(state: AccountState, number: string): Refusal | undefined {
  const held = state.held.get(number);
  if (!held) return undefined;
  return refuse(
    'held-cash-exists',
    `${nameOf(state)} holds a ${held.kind} ${number} already; expected another number.`,
    accountDetails(state, { number, kind: held.kind }),
  );
}

/** A payment as far as cash is kept back of it. */
export interface PaymentWithheld<Amount> {
  readonly disbursement: string;
  readonly item?: string | undefined;
  readonly withheld?:
    | readonly { readonly kind: string; readonly amount: Amount; readonly number?: string | undefined }[]
    | undefined;
}

/** The retentions of a payment by number; one without a number has that of the voucher. */
const retentionsOf = <Amount>({ disbursement, withheld = [] }: PaymentWithheld<Amount>) =>
  withheld
    .filter(({ kind }) => kind === 'retention')
    .map(({ number = disbursement, amount }) => ({ number, amount }));

/** A retention cannot be kept under the number of a guarantee. */
export function mustHoldApart(state: AccountState, payment: PaymentWithheld<unknown>): Refusal | undefined {
  const taken = retentionsOf(payment).find(({ number }) => state.held.get(number)?.kind === 'guarantee');
  return taken && mustBeNewHeld(state, taken.number);
}

/**
 * Holds the retentions of a payment until they are given back. Fines, taxes and the rest are settled with the payment
 * and held for nobody.
 */
export function holdWithheld(
  state: AccountState,
  data: PaymentWithheld<string>,
  effectiveOn: CivilDate,
): void {
  const payment = documentKey(data.disbursement, data.item);
  for (const { number, amount } of retentionsOf(data)) {
    const held = state.held.get(number) ?? retention(effectiveOn);
    held.payments.set(payment, add(held.payments.get(payment) ?? ZERO, parseBaht(amount)));
    state.held.set(number, held);
  }
}

const retention = (effectiveOn: CivilDate): HeldState => ({
  kind: 'retention',
  effectiveOn,
  given: ZERO,
  payments: new Map(),
  returned: ZERO,
});
