import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../line.ts';

/** Pays out, directly from a line or against a commitment (then the line is the commitment's). */
export interface Disburse {
  readonly type: 'disburse';
  /** Number of the voucher, unique in the account. */
  readonly disbursement: string;
  readonly amount: Satang;
  /** Needed for a direct disbursement; when a commitment is named it must be the same line or absent. */
  readonly line?: Line | undefined;
  readonly commitment?: string | undefined;
  readonly description?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const DisbursementMade = defineEvent({
  type: 'DisbursementMade',
  version: 1,
  category: 'budgetaccount',
  when: 'Money is paid out, directly from a line or against a commitment.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher, unique in the account'),
    line: lineSchema,
    amount: fields.baht('Amount paid, greater than zero'),
    commitment: fields.code('Order or contract that the payment liquidates').optional(),
    description: fields.text('What is paid for', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type DisbursementMade = EventOf<typeof DisbursementMade>;
