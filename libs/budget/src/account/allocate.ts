import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../line.ts';

/** Gives a line budget. */
export interface Allocate {
  readonly type: 'allocate';
  readonly line: Line;
  readonly amount: Satang;
  /** Number of the budget document. */
  readonly document?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const BudgetAllocated = defineEvent({
  type: 'BudgetAllocated',
  version: 1,
  category: 'budgetaccount',
  when: 'A line of the account receives budget.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Budget added to the line, greater than zero'),
    document: fields.code('Number of the budget document').optional(),
  }),
});
export type BudgetAllocated = EventOf<typeof BudgetAllocated>;
