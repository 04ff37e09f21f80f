import { add, type CivilDate, parseBaht, type Satang, subtract, ZERO } from '#kernel';
import type { Line } from '../../line.ts';
import { type AccountState, lineState, type TransferState } from '../state.ts';
import { authorityOn, releasedBeyond } from './release-budget.ts';
import type { BudgetTransferredIn, BudgetTransferredOut } from './transfer-events.ts';

/** Which end of a transfer stands in the account; between two lines of one project both do. */
export type Direction = 'in' | 'out';

const keyOf = (transfer: string, direction: Direction): string => `${direction} ${transfer}`;

export const transferEnd = (
  { transfers }: AccountState,
  transfer: string,
  direction: Direction,
): TransferState | undefined => transfers.get(keyOf(transfer, direction));

/** A transfer that left this account, so that it can be taken back. */
export const transferOut = (state: AccountState, transfer: string): TransferState | undefined =>
  transferEnd(state, transfer, 'out');

/** Every transfer that left this account, by its number. */
export const transfersOut = ({ transfers }: AccountState): [transfer: string, made: TransferState][] =>
  [...transfers]
    .filter(([key]) => key.startsWith(keyOf('', 'out')))
    .map(([key, made]) => [key.slice(keyOf('', 'out').length), made]);

/** How much of the released budget has to move with a transfer from a line, and how much can. */
export function releasedRange(
  state: AccountState,
  line: Line,
  amount: Satang,
): { readonly least: Satang; readonly most: Satang } {
  const { released } = authorityOn(state, line);
  return { least: releasedBeyond(state, line, amount), most: amount < released ? amount : released };
}

/**
 * What moves of the released budget unless the transfer says another amount: no more than must, so that the giving
 * line has not more released than allocated; with a transfer that is taken back as much as it had brought.
 */
export function releasedAlong(
  state: AccountState,
  asked: { readonly line: Line; readonly amount: Satang; readonly reverses?: string | undefined },
): Satang {
  const { least, most } = releasedRange(state, asked.line, asked.amount);
  const brought = asked.reverses === undefined ? undefined : transferEnd(state, asked.reverses, 'in');
  return Math.max(least, Math.min(most, brought?.released ?? ZERO)) as Satang;
}

export function evolveTransferredOut(state: AccountState, event: BudgetTransferredOut): void {
  const { data } = event;
  const held = lineState(state, data.line);
  held.allocated = subtract(held.allocated, parseBaht(data.amount));
  held.released = subtract(held.released, releasedOf(data));
  remember(state, 'out', event, data.to);
}

export function evolveTransferredIn(state: AccountState, event: BudgetTransferredIn): void {
  const { data } = event;
  const held = lineState(state, data.line);
  held.allocated = add(held.allocated, parseBaht(data.amount));
  held.released = add(held.released, releasedOf(data));
  remember(state, 'in', event, data.from);
}

const releasedOf = ({ released }: BudgetTransferredOut['data'] | BudgetTransferredIn['data']) =>
  released === undefined ? ZERO : parseBaht(released);

function remember(
  state: AccountState,
  direction: Direction,
  { data, effectiveOn }: BudgetTransferredOut | BudgetTransferredIn,
  other: TransferState['other'],
): void {
  const { transfer, line, amount, reverses } = data;
  state.transfers.set(keyOf(transfer, direction), {
    line,
    other,
    amount: parseBaht(amount),
    released: releasedOf(data),
    effectiveOn,
    reportDueOn: 'reportDueOn' in data ? (data.reportDueOn as CivilDate | undefined) : undefined,
    reported: false,
    reversed: false,
  });
  if (reverses === undefined) return;
  const made = state.transfers.get(keyOf(reverses, direction === 'out' ? 'in' : 'out'));
  if (made) made.reversed = true;
}
