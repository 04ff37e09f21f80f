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
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import {
  accountDetails,
  mustBeAvailable,
  mustBeOutstanding,
  mustNotPrecede,
  nameOf,
  unknownCommitment,
} from '../rules.ts';
import { type AccountState, commitmentOf, move } from '../state.ts';

/** Changes the amount of a commitment up or down. Needs a reason. */
export interface AmendCommitment {
  readonly type: 'amend-commitment';
  readonly commitment: string;
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
    line: lineSchema,
    change: fields.baht('Change of the obligation, negative when it becomes smaller'),
  }),
});
export type CommitmentAmended = EventOf<typeof CommitmentAmended>;

export function decideAmend(state: AccountState, command: AmendCommitment): [CommitmentAmended] | Refusal {
  const { commitment, change, effectiveOn } = command;
  const held = state.commitments.get(commitment);
  if (!held) return unknownCommitment(state, commitment);
  if (change === 0) {
    return refuse(
      'change-is-zero',
      `${nameOf(state)}: the amendment of ${commitment} changes nothing.`,
      accountDetails(state, { commitment }),
    );
  }
  const refused =
    change > 0
      ? mustBeAvailable(state, held.line, change)
      : (mustNotPrecede(state, commitment, held, effectiveOn) ??
        mustBeOutstanding(state, commitment, held, negate(change)));
  const data = { commitment, line: held.line, change: formatBaht(change) };
  return refused ?? [{ type: 'CommitmentAmended', effectiveOn, data }];
}

export function evolveAmended(state: AccountState, { data, effectiveOn }: CommitmentAmended): void {
  const change = parseBaht(data.change);
  const held = commitmentOf(state, data.commitment);
  held.outstanding = add(held.outstanding, change);
  move(state, data.line, effectiveOn, { committed: change, disbursed: ZERO });
}
