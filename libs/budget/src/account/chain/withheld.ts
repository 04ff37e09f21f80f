import { fields, formatBaht, type Refusal, type Satang, sum } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

export const WITHHELD_KINDS = ['retention', 'late-fine', 'withholding-tax', 'other'] as const;

/** Cash kept back of a payment. The budget is used by the whole payment; what is withheld moves cash only. */
export interface Withheld {
  readonly kind: (typeof WITHHELD_KINDS)[number];
  readonly amount: Satang;
  /** Number under which a retention is paid out later. */
  readonly number?: string | undefined;
}

export const withheldField = z
  .array(
    z.strictObject({
      kind: z.enum(WITHHELD_KINDS).meta({ description: 'Why it is kept back' }),
      amount: fields.baht('Cash kept back, greater than zero'),
      number: fields.code('Number under which it is paid out later').optional(),
    }),
  )
  .max(20)
  .meta({ description: 'Cash kept back of the payment; it moves no budget' });

/** No more is kept back than is paid, and every part is something. */
export function mustFitPayment(
  state: AccountState,
  amount: Satang,
  withheld: readonly Withheld[] = [],
): Refusal | undefined {
  const kept = sum(withheld.map((each) => each.amount));
  if (kept <= amount && withheld.every((each) => each.amount > 0)) return undefined;
  return refuse(
    'withheld-exceeds-payment',
    `${nameOf(state)}: ${formatBaht(kept)} is kept back of a payment of ${formatBaht(amount)}; expected parts above zero and no more than the payment.`,
    accountDetails(state, { withheld: formatBaht(kept), amount: formatBaht(amount) }),
  );
}

export const withheldOf = (withheld: readonly Withheld[] | undefined) =>
  withheld === undefined || withheld.length === 0
    ? {}
    : {
        withheld: withheld.map(({ kind, amount, number }) => ({
          kind,
          amount: formatBaht(amount),
          ...(number === undefined ? {} : { number }),
        })),
      };
