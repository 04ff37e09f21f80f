import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
} from '#kernel';
import { z } from 'zod';
import { lineSchema } from '../../line-schema.ts';
import { mustBePositive } from '../rules.ts';
import { type AccountState, move } from '../state.ts';
import { advanceOf, mustBeLeftOfAdvance, openAdvance, returnable } from './advance.ts';

/** Takes unused cash of an advance back, all or a part of it; it returns to the line. */
export interface ReturnAdvance {
  readonly type: 'return-advance';
  readonly advance: string;
  readonly amount: Satang;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const AdvanceReturned = defineEvent({
  type: 'AdvanceReturned',
  version: 1,
  category: 'budgetaccount',
  when: 'Unused cash of an advance comes back and returns to the line.',
  data: z.strictObject({
    advance: fields.code('Number of the advance'),
    line: lineSchema,
    amount: fields.baht('Cash that came back, greater than zero'),
  }),
});
export type AdvanceReturned = EventOf<typeof AdvanceReturned>;

export function decideReturnAdvance(
  state: AccountState,
  { advance, amount, effectiveOn }: ReturnAdvance,
): [AdvanceReturned] | Refusal {
  const held = openAdvance(state, advance, effectiveOn);
  if ('refused' in held) return held;
  const { line, outstanding } = held;
  const data = { advance, line, amount: formatBaht(amount) };
  return (
    mustBePositive(state, amount) ??
    mustBeLeftOfAdvance(state, advance, amount, returnable(state, line, outstanding)) ?? [
      { type: 'AdvanceReturned', effectiveOn, data },
    ]
  );
}

export function evolveAdvanceReturned(state: AccountState, { data, effectiveOn }: AdvanceReturned): void {
  const amount = parseBaht(data.amount);
  const held = advanceOf(state, data.advance);
  held.outstanding = subtract(held.outstanding, amount);
  move(state, data.line, effectiveOn, { disbursed: negate(amount), advanced: negate(amount) });
}
