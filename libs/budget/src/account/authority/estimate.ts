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
  sum,
} from '#kernel';
import { z } from 'zod';
import type { Line } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { mustBePositive } from '../rules.ts';
import { type AccountState, lineState } from '../state.ts';

/** Notes what a line is estimated to need or to bring in; an estimate is not budget until it is allocated. */
export interface Estimate {
  readonly type: 'estimate';
  readonly line: Line;
  /** Added to the estimate of the line. */
  readonly amount: Satang;
  readonly document?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const BudgetEstimated = defineEvent({
  type: 'BudgetEstimated',
  version: 1,
  category: 'budgetaccount',
  when: 'Money of a line is estimated; it is no budget until it is allocated.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Added to the estimate of the line, greater than zero'),
    document: fields.code('Number of the budget document').optional(),
  }),
});
export type BudgetEstimated = EventOf<typeof BudgetEstimated>;

export function decideEstimate(state: AccountState, command: Estimate): [BudgetEstimated] | Refusal {
  const { line, amount, document, effectiveOn } = command;
  const data = { line, amount: formatBaht(amount), ...(document === undefined ? {} : { document }) };
  const refused = mustBePositive(state, amount);
  if (refused) return refused;
  // Throws the refusal when the estimates of the account could no longer be counted.
  add(sum([...state.lines.values()].map(({ estimated }) => estimated)), amount);
  return [{ type: 'BudgetEstimated', effectiveOn, data }];
}

export function evolveEstimated(state: AccountState, { data }: BudgetEstimated): void {
  const held = lineState(state, data.line);
  held.estimated = add(held.estimated, parseBaht(data.amount));
}
