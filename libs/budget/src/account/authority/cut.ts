import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineName } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { available, type AccountState, lineState } from '../state.ts';
import { releasedBeyond } from './release-budget.ts';

/**
 * Takes budget away from a line, never below what is used. Needs a reason. What was released beyond the budget that
 * is left is taken back with it. The plan stays as it is, since a cut says nothing about quarters; until it is
 * revised it may lie above the budget.
 */
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
    releasedTakenBack: fields
      .baht(
        'How much of the released budget is taken back with it, since no more can be released than there is',
      )
      .optional(),
  }),
});
export type BudgetCut = EventOf<typeof BudgetCut>;

export function decideCut(state: AccountState, command: Cut): [BudgetCut] | Refusal {
  const { line, amount, document, effectiveOn } = command;
  const takenBack = releasedBeyond(state, line, amount);
  const data = {
    line,
    amount: formatBaht(amount),
    ...(document === undefined ? {} : { document }),
    ...(takenBack > 0 ? { releasedTakenBack: formatBaht(takenBack) } : {}),
  };
  return (
    mustBePositive(state, amount) ??
    mustHaveLine(state, line) ??
    mustLeaveUsed(state, line, amount) ?? [{ type: 'BudgetCut', effectiveOn, data }]
  );
}

function mustLeaveUsed(state: AccountState, line: Line, amount: Satang): Refusal | undefined {
  const free = available(state, line);
  if (amount <= free) return undefined;
  const shortBy = formatBaht(subtract(amount, free));
  return refuse(
    'cut-below-used',
    `${nameOf(state)}, ${lineName(line)}: a cut of ${formatBaht(amount)} would take ${shortBy} that is requested, committed or disbursed; ${formatBaht(free)} is free.`,
    accountDetails(state, { line, requested: formatBaht(amount), available: formatBaht(free), shortBy }),
  );
}

export function evolveCut(state: AccountState, { data }: BudgetCut): void {
  const held = lineState(state, data.line);
  held.allocated = subtract(held.allocated, parseBaht(data.amount));
  if (data.releasedTakenBack === undefined) return;
  held.released = subtract(held.released, parseBaht(data.releasedTakenBack));
}
