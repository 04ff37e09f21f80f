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
import { mustBeCountable, mustBePositive } from '../rules.ts';
import { type AccountState, lineState } from '../state.ts';

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

export function decideAllocate(state: AccountState, command: Allocate): [BudgetAllocated] | Refusal {
  const { line, amount, document, effectiveOn } = command;
  const data = { line, amount: formatBaht(amount), ...(document === undefined ? {} : { document }) };
  return (
    mustBePositive(state, amount) ??
    mustBeCountable(state, amount) ?? [{ type: 'BudgetAllocated', effectiveOn, data }]
  );
}

export function evolveAllocated(state: AccountState, { data }: BudgetAllocated): void {
  const held = lineState(state, data.line);
  held.allocated = add(held.allocated, parseBaht(data.amount));
}
