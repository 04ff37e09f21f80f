import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../line.ts';

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
