import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  parseQuantity,
  type Refusal,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import { type AccountState, documentName, type DocumentState, move } from '../state.ts';
import { itemField, itemOf, quantityField, quantityOf } from './document-fields.ts';
import { amountExceeded, heldBy, mustFollow, mustHold, take, unknownDocument } from './earlier.ts';
import { unitsOf } from './units.ts';

/** Gives the outstanding part of a commitment, or some of it, back to the line. Needs a reason. */
export interface ReleaseCommitment {
  readonly type: 'release-commitment';
  readonly commitment: string;
  readonly item?: string | undefined;
  /** All that is outstanding when absent. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const CommitmentReleased = defineEvent({
  type: 'CommitmentReleased',
  version: 1,
  category: 'budgetaccount',
  when: 'What an order or contract no longer needs returns to the line: by itself with its reason, or with the document that closes it.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract'),
    item: itemField,
    line: lineSchema,
    amount: fields.baht('Amount returned to the line, greater than zero'),
    quantity: quantityField('Units given up with it').optional(),
    closedBy: fields.code('Number of the acceptance or voucher that closes the commitment').optional(),
  }),
});
export type CommitmentReleased = EventOf<typeof CommitmentReleased>;

export function decideRelease(
  state: AccountState,
  command: ReleaseCommitment,
): [CommitmentReleased] | Refusal {
  const { commitment, item, effectiveOn } = command;
  const earlier = { stage: 'commitment', number: commitment, item } as const;
  const held = heldBy(state, earlier);
  if (!held) return unknownDocument(state, earlier);
  if (held.outstanding === 0) {
    return refuse(
      'nothing-outstanding',
      `${nameOf(state)}: nothing of the commitment ${documentName(commitment, item)} is outstanding.`,
      accountDetails(state, { commitment, line: held.line }),
    );
  }
  const amount = command.amount ?? held.outstanding;
  return (
    mustBePositive(state, amount) ??
    mustFollow(state, earlier, held, effectiveOn) ??
    (amount > held.outstanding ? amountExceeded(state, earlier, held, amount) : undefined) ?? [
      { type: 'CommitmentReleased', effectiveOn, data: commitmentRelease(earlier, held, amount) },
    ]
  );
}

/** The release of some of a commitment, or of all that is outstanding. */
export const commitmentRelease = (
  { number, item }: { readonly number: string; readonly item?: string | undefined },
  held: Pick<DocumentState, 'line' | 'outstanding' | 'outstandingQuantity'>,
  amount: Satang,
  closedBy?: string,
): CommitmentReleased['data'] => ({
  commitment: number,
  ...itemOf(item),
  line: held.line,
  amount: formatBaht(amount),
  ...quantityOf(unitsOf(held, amount)),
  ...(closedBy === undefined ? {} : { closedBy }),
});

export function evolveReleased(state: AccountState, { data, effectiveOn }: CommitmentReleased): void {
  const amount = parseBaht(data.amount);
  const held = mustHold(state, { stage: 'commitment', number: data.commitment, item: data.item });
  take(held, amount, data.quantity === undefined ? undefined : parseQuantity(data.quantity));
  held.amount = subtract(held.amount, amount);
  move(state, data.line, effectiveOn, { committed: negate(amount) });
}
