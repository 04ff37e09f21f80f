import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../line.ts';

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
