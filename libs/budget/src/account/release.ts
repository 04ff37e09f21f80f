import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../line.ts';

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
