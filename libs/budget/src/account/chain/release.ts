import {
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
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import {
  accountDetails,
  mustBeOutstanding,
  mustBePositive,
  mustNotPrecede,
  nameOf,
  unknownCommitment,
} from '../rules.ts';
import { type AccountState, commitmentOf, move } from '../state.ts';

/** Gives the outstanding part of a commitment, or some of it, back to the line. Needs a reason. */
export interface ReleaseCommitment {
  readonly type: 'release-commitment';
  readonly commitment: string;
  /** All that is outstanding when absent. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const CommitmentReleased = defineEvent({
  type: 'CommitmentReleased',
  version: 1,
  category: 'budgetaccount',
  when: 'What an order or contract no longer needs returns to the line; the reason stands in the metadata.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract'),
    line: lineSchema,
    amount: fields.baht('Amount returned to the line, greater than zero'),
  }),
});
export type CommitmentReleased = EventOf<typeof CommitmentReleased>;

export function decideRelease(
  state: AccountState,
  command: ReleaseCommitment,
): [CommitmentReleased] | Refusal {
  const { commitment, effectiveOn } = command;
  const held = state.commitments.get(commitment);
  if (!held) return unknownCommitment(state, commitment);
  if (held.outstanding === 0) {
    return refuse(
      'nothing-outstanding',
      `${nameOf(state)}: nothing of the commitment ${commitment} is outstanding.`,
      accountDetails(state, { commitment, line: held.line }),
    );
  }
  const amount = command.amount ?? held.outstanding;
  const data = { commitment, line: held.line, amount: formatBaht(amount) };
  return (
    mustBePositive(state, amount) ??
    mustNotPrecede(state, commitment, held, effectiveOn) ??
    mustBeOutstanding(state, commitment, held, amount) ?? [{ type: 'CommitmentReleased', effectiveOn, data }]
  );
}

export function evolveReleased(state: AccountState, { data, effectiveOn }: CommitmentReleased): void {
  const amount = parseBaht(data.amount);
  const held = commitmentOf(state, data.commitment);
  held.outstanding = subtract(held.outstanding, amount);
  move(state, data.line, effectiveOn, { committed: negate(amount), disbursed: ZERO });
}
