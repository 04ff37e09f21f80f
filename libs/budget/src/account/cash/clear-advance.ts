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
import { lineSchema } from '../../line-schema.ts';
import { mustBeNewDisbursement } from '../chain/disburse.ts';
import { mustBePositive } from '../rules.ts';
import { type AccountState, move } from '../state.ts';
import { clearedBy } from './cleared-by.ts';
import { advanceOf, mustBeLeftOfAdvance, openAdvance, returnable } from './advance.ts';

/**
 * Says what an advance was spent on, wholly or in part, and which cash came back with it (ส่งใช้เงินยืม). What was
 * spent above the advance is paid out now and draws new budget; what came back returns to the line.
 */
export interface ClearAdvance {
  readonly type: 'clear-advance';
  readonly advance: string;
  /** Number of the voucher with the evidence, unique among the disbursements of the account. */
  readonly disbursement: string;
  readonly spent: Satang;
  /** Cash that came back. */
  readonly returned?: Satang | undefined;
  readonly reason?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const AdvanceCleared = defineEvent({
  type: 'AdvanceCleared',
  version: 1,
  category: 'budgetaccount',
  when: 'Evidence shows what an advance was spent on, wholly or in part; cash may come back with it.',
  data: z.strictObject({
    advance: fields.code('Number of the advance'),
    disbursement: fields.code('Number of the voucher with the evidence'),
    line: lineSchema,
    spent: fields.baht('What was spent, greater than zero'),
    excess: fields.baht('Of what was spent: above the outstanding advance, so that it draws new budget'),
    returned: fields.baht('Cash that came back and returns to the line'),
  }),
});
export type AdvanceCleared = EventOf<typeof AdvanceCleared>;

export function decideClearAdvance(state: AccountState, command: ClearAdvance): [AdvanceCleared] | Refusal {
  const { advance, disbursement, spent, returned = ZERO, effectiveOn } = command;
  const held = openAdvance(state, advance, effectiveOn);
  if ('refused' in held) return held;
  const { line, outstanding } = held;
  const excess = spent > outstanding ? subtract(spent, outstanding) : ZERO;
  const left = subtract(outstanding, subtract(spent, excess));
  const data = {
    advance,
    disbursement,
    line,
    spent: formatBaht(spent),
    excess: formatBaht(excess),
    returned: formatBaht(returned),
  };
  return (
    mustBeNewDisbursement(state, disbursement) ??
    mustBePositive(state, spent) ??
    (returned === ZERO ? undefined : mustBePositive(state, returned)) ??
    mustBeLeftOfAdvance(state, advance, returned, returnable(state, line, left)) ?? [
      { type: 'AdvanceCleared', effectiveOn, data },
    ]
  );
}

export function evolveAdvanceCleared(state: AccountState, { data, effectiveOn }: AdvanceCleared): void {
  const held = advanceOf(state, data.advance);
  const { advanced, disbursed } = clearedBy(data);
  held.outstanding = add(held.outstanding, advanced);
  state.clearings.set(data.disbursement, {
    advance: data.advance,
    line: data.line,
    effectiveOn,
    spent: parseBaht(data.spent),
    excess: parseBaht(data.excess),
    returned: parseBaht(data.returned),
    reversed: false,
  });
  // From now on the voucher is a direct payment like any other: its supplier may refund it.
  state.disbursements.set(data.disbursement, {
    line: data.line,
    commitment: undefined,
    acceptance: undefined,
    effectiveOn,
    amount: parseBaht(data.spent),
    reversed: ZERO,
    refunded: ZERO,
    drawn: ZERO,
    quantity: undefined,
    closed: ZERO,
  });
  move(state, data.line, effectiveOn, { disbursed, advanced });
}
