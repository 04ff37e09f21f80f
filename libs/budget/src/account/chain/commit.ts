import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBeAvailable, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, move } from '../state.ts';

/** Obliges the line by an order or a contract. */
export interface Commit {
  readonly type: 'commit';
  /** Number of the order or contract, unique in the account. */
  readonly commitment: string;
  readonly line: Line;
  readonly amount: Satang;
  readonly description?: string | undefined;
  /** A reference to the counterparty, never a personal name. */
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const CommitmentMade = defineEvent({
  type: 'CommitmentMade',
  version: 1,
  category: 'budgetaccount',
  when: 'An order or contract obliges a line of the account.',
  data: z.strictObject({
    commitment: fields.code('Number of the order or contract, unique in the account'),
    line: lineSchema,
    amount: fields.baht('Amount of the obligation, greater than zero'),
    description: fields.text('What is ordered', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type CommitmentMade = EventOf<typeof CommitmentMade>;

export function decideCommit(state: AccountState, command: Commit): [CommitmentMade] | Refusal {
  const { commitment, line, amount, description, counterparty, effectiveOn } = command;
  const data = {
    commitment,
    line,
    amount: formatBaht(amount),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  return (
    mustBeNewCommitment(state, commitment) ??
    mustBePositive(state, amount) ??
    mustHaveLine(state, line) ??
    mustBeAvailable(state, line, amount) ?? [{ type: 'CommitmentMade', effectiveOn, data }]
  );
}

function mustBeNewCommitment(state: AccountState, commitment: string): Refusal | undefined {
  if (!state.commitments.has(commitment)) return undefined;
  return refuse(
    'commitment-exists',
    `${nameOf(state)} has a commitment ${commitment} already; expected another number, or an amendment of it.`,
    accountDetails(state, { commitment }),
  );
}

export function evolveCommitted(state: AccountState, { data, effectiveOn }: CommitmentMade): void {
  const amount = parseBaht(data.amount);
  state.commitments.set(data.commitment, { line: data.line, effectiveOn, outstanding: amount });
  move(state, data.line, effectiveOn, { committed: amount, disbursed: ZERO });
}
