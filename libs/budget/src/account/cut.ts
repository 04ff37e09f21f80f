import { type CivilDate, defineEvent, type EventOf, fields, type Satang } from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../line.ts';

/** Takes budget away from a line, never below what is used. Needs a reason. */
export interface Cut {
  readonly type: 'cut';
  readonly line: Line;
  readonly amount: Satang;
  readonly document?: string | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const BudgetCut = defineEvent({
  type: 'BudgetCut',
  version: 1,
  category: 'budgetaccount',
  when: 'A line of the account loses budget; the reason stands in the metadata.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Budget taken from the line, greater than zero'),
    document: fields.code('Number of the budget document').optional(),
  }),
});
export type BudgetCut = EventOf<typeof BudgetCut>;
