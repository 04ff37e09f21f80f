import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../line.ts';

/** Takes a disbursement back, wholly or in part; what it liquidated is committed again. Needs a reason. */
export interface ReverseDisbursement {
  readonly type: 'reverse-disbursement';
  readonly disbursement: string;
  /** All that is not yet reversed when absent. */
  readonly amount?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const DisbursementReversed = defineEvent({
  type: 'DisbursementReversed',
  version: 1,
  category: 'budgetaccount',
  when: 'A disbursement is taken back wholly or in part; the reason stands in the metadata.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher that is taken back'),
    line: lineSchema,
    amount: fields.baht('Amount taken back, greater than zero'),
    commitment: fields.code('Order or contract that becomes outstanding again').optional(),
  }),
});
export type DisbursementReversed = EventOf<typeof DisbursementReversed>;
