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
  subtract,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineKey, lineName } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, lineState } from '../state.ts';

/** Lets a part of the allocation be used from now on (เงินประจำงวด). What counts against it is the policy's choice. */
export interface ReleaseBudget {
  readonly type: 'release-budget';
  readonly line: Line;
  readonly amount: Satang;
  readonly document?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const BudgetReleased = defineEvent({
  type: 'BudgetReleased',
  version: 1,
  category: 'budgetaccount',
  when: 'A part of the allocation may be used from now on.',
  data: z.strictObject({
    line: lineSchema,
    amount: fields.baht('Released of the allocation, greater than zero'),
    document: fields.code('Number of the budget document').optional(),
  }),
});
export type BudgetReleased = EventOf<typeof BudgetReleased>;

export function decideReleaseBudget(state: AccountState, command: ReleaseBudget): [BudgetReleased] | Refusal {
  const { line, amount, document, effectiveOn } = command;
  const data = { line, amount: formatBaht(amount), ...(document === undefined ? {} : { document }) };
  return (
    mustBePositive(state, amount) ??
    mustHaveLine(state, line) ??
    mustBeAllocated(state, line, amount) ?? [{ type: 'BudgetReleased', effectiveOn, data }]
  );
}

function mustBeAllocated(state: AccountState, line: Line, amount: Satang): Refusal | undefined {
  const { allocated, released } = authorityOn(state, line);
  const left = subtract(allocated, released);
  if (amount <= left) return undefined;
  const shortBy = formatBaht(subtract(amount, left));
  return refuse(
    'release-exceeds-allocation',
    `${nameOf(state)}, ${lineName(line)}: ${formatBaht(amount)} is to be released, ${formatBaht(left)} of the allocation is left, ${shortBy} is missing.`,
    accountDetails(state, { line, requested: formatBaht(amount), available: formatBaht(left), shortBy }),
  );
}

/** What of a line is allocated and released; nothing for a line that the account does not have. */
export const authorityOn = (
  { lines }: AccountState,
  line: Line,
): { readonly allocated: Satang; readonly released: Satang } =>
  lines.get(lineKey(line)) ?? { allocated: ZERO, released: ZERO };

/** How much is released beyond the budget that is left when `taken` goes: no more can be released than there is. */
export function releasedBeyond(state: AccountState, line: Line, taken: Satang): Satang {
  const { allocated, released } = authorityOn(state, line);
  const beyond = subtract(released, subtract(allocated, taken));
  if (beyond <= 0) return ZERO;
  return beyond < released ? beyond : released;
}

export function evolveBudgetReleased(state: AccountState, { data }: BudgetReleased): void {
  const held = lineState(state, data.line);
  held.released = add(held.released, parseBaht(data.amount));
}
