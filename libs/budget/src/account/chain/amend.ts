import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  type Quantity,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import { type AccountState, documentName, type DocumentState, move } from '../state.ts';
import { itemField, itemOf } from './document-fields.ts';
import {
  amountExceeded,
  type Earlier,
  heldBy,
  mustFollow,
  mustHold,
  mustStand,
  unknownDocument,
} from './earlier.ts';

/** Changes the amount of a commitment up or down. Needs a reason. */
export interface AmendCommitment {
  readonly type: 'amend-commitment';
  readonly commitment: string;
  readonly item?: string | undefined;
  /** Added to the commitment; negative takes away, at most what is outstanding. */
  readonly change: Satang;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const CommitmentAmended = defineEvent({
  type: 'CommitmentAmended',
  version: 1,
  category: 'budgetaccount',
  when: 'The amount of an order or contract changes; the reason stands in the metadata.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract'),
    item: itemField,
    line: lineSchema,
    change: fields.baht('Change of the obligation, negative when it becomes smaller'),
  }),
});
export type CommitmentAmended = EventOf<typeof CommitmentAmended>;

export function decideAmend(state: AccountState, command: AmendCommitment): [CommitmentAmended] | Refusal {
  const { commitment, item, change, effectiveOn } = command;
  const earlier = { stage: 'commitment', number: commitment, item } as const;
  const held = heldBy(state, earlier);
  if (!held) return unknownDocument(state, earlier);
  if (change === 0) {
    return refuse(
      'change-is-zero',
      `${nameOf(state)}: the amendment of ${documentName(commitment, item)} changes nothing.`,
      accountDetails(state, { commitment }),
    );
  }
  const data = { commitment, ...itemOf(item), line: held.line, change: formatBaht(change) };
  return (
    mustStand(state, earlier, held) ??
    mustFollow(state, earlier, held, effectiveOn) ??
    mustLeaveTaken(state, earlier, held, command) ?? [{ type: 'CommitmentAmended', effectiveOn, data }]
  );
}

/** A smaller commitment still covers what later documents have taken of it. */
function mustLeaveTaken(
  state: AccountState,
  earlier: Earlier,
  held: DocumentState,
  { change }: AmendCommitment,
): Refusal | undefined {
  const less = negate(change);
  return less > held.outstanding ? amountExceeded(state, earlier, held, less) : undefined;
}

export function evolveAmended(state: AccountState, { data, effectiveOn }: CommitmentAmended): void {
  const change = parseBaht(data.change);
  const held = mustHold(state, { stage: 'commitment', number: data.commitment, item: data.item });
  held.outstanding = add(held.outstanding, change);
  held.amount = add(held.amount, change);
  // What is lowered to nothing leaves no units behind that could still be accepted.
  if (held.outstanding === 0 && held.outstandingQuantity !== undefined) {
    held.outstandingQuantity = 0 as Quantity;
  }
  move(state, data.line, effectiveOn, { committed: change });
}
