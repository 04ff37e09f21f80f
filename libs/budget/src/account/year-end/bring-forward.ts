import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineKey, lineName } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBeCountable, mustBePositive, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { yearOf } from './calendar.ts';
import { mustBeNextYear } from './rules.ts';

/** Receives uncommitted money of the year before, in the same append as its closing there. */
export interface BringForward {
  readonly type: 'bring-forward';
  /** The year that is closed, and its line. */
  readonly from: { readonly fiscalYear: number; readonly line: Line };
  readonly line: Line;
  readonly amount: Satang;
  readonly effectiveOn: CivilDate;
}

export const BudgetBroughtForward = defineEvent({
  type: 'BudgetBroughtForward',
  version: 1,
  category: 'budgetaccount',
  when: 'A line receives uncommitted money of the year before; in the same append as BudgetCarriedForward there.',
  data: z.strictObject({
    from: z
      .strictObject({ fiscalYear: fields.fiscalYear('The year that is closed'), line: lineSchema })
      .meta({ description: 'Where the money comes from' }),
    line: lineSchema,
    amount: fields.baht('Budget added to the line, greater than zero'),
  }),
});
export type BudgetBroughtForward = EventOf<typeof BudgetBroughtForward>;

export function decideBringForward(
  state: AccountState,
  { from, line, amount, effectiveOn }: BringForward,
): [BudgetBroughtForward] | Refusal {
  const data = { from, line, amount: formatBaht(amount) };
  return (
    mustBeNextYear(state, from.fiscalYear, yearOf(state) - 1) ??
    mustBePositive(state, amount) ??
    mustComeOnce(state, lineKey(from.line), `the line ${lineName(from.line)}`) ??
    mustBeCountable(state, amount) ?? [{ type: 'BudgetBroughtForward', effectiveOn, data }]
  );
}

/** The money of a line or document of the year before is brought forward once: it is never counted twice. */
export function mustComeOnce(state: AccountState, source: string, what: string): Refusal | undefined {
  if (!state.broughtForward.has(source)) return undefined;
  return refuse(
    'brought-forward-already',
    `${nameOf(state)}: the money of ${what} of the year before is brought forward already.`,
    accountDetails(state, { from: what }),
  );
}
