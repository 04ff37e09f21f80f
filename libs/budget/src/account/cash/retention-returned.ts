import { add, formatBaht, type Refusal } from '#kernel';
import { leftOf, type ReverseDisbursement } from '../chain/reverse.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentKey, documentName } from '../state.ts';
import { heldUnder } from './held-cash.ts';

/**
 * A payment that is taken back as a whole gives its retention up. That cannot be when the retention has left already:
 * the cash would be gone without a payment that it was kept back of.
 */
export function mustStillHoldRetention(
  state: AccountState,
  { disbursement, item, amount }: ReverseDisbursement,
): Refusal | undefined {
  const payment = documentKey(disbursement, item);
  const made = state.disbursements.get(payment);
  if (!made) return undefined;
  const left = leftOf(state, made);
  const takenBack = amount ?? left;
  if (takenBack > left || add(made.reversed, takenBack) !== made.amount) return undefined;
  for (const [number, held] of state.held) {
    const retained = held.payments.get(payment);
    const stillHeld = heldUnder(state, held);
    if (retained === undefined || stillHeld >= retained) continue;
    const name = documentName(disbursement, item);
    return refuse(
      'retention-returned',
      `${nameOf(state)}: of the retention ${number}, ${formatBaht(retained)} was kept back of the disbursement ${name}, and only ${formatBaht(stillHeld)} is still held; expected the retention to be there.`,
      accountDetails(state, {
        disbursement,
        number,
        retained: formatBaht(retained),
        held: formatBaht(stillHeld),
      }),
    );
  }
  return undefined;
}
