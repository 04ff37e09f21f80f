import {
  add,
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { mustBeCountable, mustBePositive, mustHaveLine } from '../rules.ts';
import { type AccountState, lineState } from '../state.ts';

/** Adds to the original budget of a line during the year; reports keep the two apart. */
export interface Supplement {
  readonly type: 'supplement';
  readonly line: Line;
  readonly amount: Satang;
  readonly document?: string | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

export const BudgetSupplemented = defineEvent({
  type: 'BudgetSupplemented',
  version: 1,
  category: 'budgetaccount',
  when: 'A line of the account receives more than its original budget; the reason stands in the metadata.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Budget added to the line, greater than zero'),
    document: fields.code('Number of the budget document').optional(),
  }),
});
export type BudgetSupplemented = EventOf<typeof BudgetSupplemented>;

export function decideSupplement(state: AccountState, command: Supplement): [BudgetSupplemented] | Refusal {
  const { line, amount, document, effectiveOn } = command;
  const data = { line, amount: formatBaht(amount), ...(document === undefined ? {} : { document }) };
  return (
    mustBePositive(state, amount) ??
    mustHaveLine(state, line) ??
    mustBeCountable(state, amount) ?? [{ type: 'BudgetSupplemented', effectiveOn, data }]
  );
}

export function evolveSupplemented(state: AccountState, { data }: BudgetSupplemented): void {
  const held = lineState(state, data.line);
  held.allocated = add(held.allocated, parseBaht(data.amount));
}
