import { defineEvent, type EventOf, fields } from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';

const otherEnd = (description: string) =>
  z.strictObject({ project: fields.code('Project code'), line: lineSchema }).meta({ description });

const end = {
  transfer: fields.code('Number of the transfer, the same at both ends'),
  line: lineSchema,
  reverses: fields.code('The transfer that this one takes back').optional(),
  agreement: fields.code('Reference of the outside agreement with the transfer').optional(),
  released: fields
    .baht('How much of the released budget goes with it, since no more can be released than there is')
    .optional(),
};

export const BudgetTransferredOut = defineEvent({
  type: 'BudgetTransferredOut',
  version: 1,
  category: 'budgetaccount',
  when: 'A line gives budget to another line or project; in the same append as BudgetTransferredIn at the other end.',
  data: z.strictObject({
    ...end,
    amount: fields.baht('Budget taken from the line, greater than zero'),
    to: otherEnd('The line that receives it'),
    alert: fields.text('What the policy says to such a transfer, which it lets pass', 500).optional(),
    reportDueOn: fields.date('The day by which the transfer has to be reported').optional(),
  }),
});
export type BudgetTransferredOut = EventOf<typeof BudgetTransferredOut>;

export const BudgetTransferredIn = defineEvent({
  type: 'BudgetTransferredIn',
  version: 1,
  category: 'budgetaccount',
  when: 'A line receives budget from another line or project; in the same append as BudgetTransferredOut at the other end.',
  data: z.strictObject({
    ...end,
    amount: fields.baht('Budget added to the line, greater than zero'),
    from: otherEnd('The line that gives it'),
  }),
});
export type BudgetTransferredIn = EventOf<typeof BudgetTransferredIn>;
