import {
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
import { refuse } from '../../refusals.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import { type AccountState, move } from '../state.ts';

/**
 * Gives money before it is spent (เงินยืม). The line counts it as disbursed at once; what it is spent on follows when
 * the advance is cleared.
 */
export interface PayAdvance {
  readonly type: 'pay-advance';
  /** Number of the advance, unique in the account. */
  readonly advance: string;
  readonly line: Line;
  readonly amount: Satang;
  /** The day by which it is to be cleared. */
  readonly dueOn?: CivilDate | undefined;
  readonly description?: string | undefined;
  /** A reference to the borrower, never a personal name. */
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const AdvancePaid = defineEvent({
  type: 'AdvancePaid',
  version: 1,
  category: 'budgetaccount',
  when: 'Money is given before it is spent; the line counts it as disbursed.',
  data: z.strictObject({
    advance: fields.code('Number of the advance, unique in the account'),
    line: lineSchema,
    amount: fields.baht('Amount given, greater than zero'),
    dueOn: fields.date('Day by which it is to be cleared').optional(),
    description: fields.text('What it is given for', 2000).optional(),
    counterparty: fields.code('Reference to the borrower, never a personal name').optional(),
  }),
});
export type AdvancePaid = EventOf<typeof AdvancePaid>;

export function decidePayAdvance(
  state: AccountState,
  command: PayAdvance,
  context: AccountContext,
): [AdvancePaid] | Refusal {
  const { advance, line, amount, dueOn, description, counterparty, effectiveOn } = command;
  const data = {
    advance,
    line,
    amount: formatBaht(amount),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  return (
    mustBeNewAdvance(state, advance) ??
    mustBePositive(state, amount) ??
    mustHaveLine(state, line, context) ??
    mustBeDueLater(state, command) ?? [{ type: 'AdvancePaid', effectiveOn, data }]
  );
}

function mustBeNewAdvance(state: AccountState, advance: string): Refusal | undefined {
  if (!state.advances.has(advance)) return undefined;
  return refuse(
    'advance-exists',
    `${nameOf(state)} has an advance ${advance} already; expected another number.`,
    accountDetails(state, { advance }),
  );
}

function mustBeDueLater(
  state: AccountState,
  { advance, dueOn, effectiveOn }: PayAdvance,
): Refusal | undefined {
  if (dueOn === undefined || dueOn >= effectiveOn) return undefined;
  return refuse(
    'advance-due-early',
    `${nameOf(state)}: the advance ${advance} is paid on ${effectiveOn} and due on ${dueOn}; expected that day or later.`,
    accountDetails(state, { advance, dueOn, expected: effectiveOn }),
  );
}

export function evolveAdvancePaid(state: AccountState, { data, effectiveOn }: AdvancePaid): void {
  const { advance, line, dueOn } = data;
  const amount = parseBaht(data.amount);
  state.advances.set(advance, {
    line,
    amount,
    effectiveOn,
    dueOn: dueOn as CivilDate | undefined,
    outstanding: amount,
  });
  move(state, line, effectiveOn, { disbursed: amount, advanced: amount });
}
