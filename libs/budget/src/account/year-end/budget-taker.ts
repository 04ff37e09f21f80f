import { fields, formatBaht, type Satang, subtract, ZERO } from '#kernel';
import { type Line, lineKey } from '../../line.ts';
import type { AccountState } from '../state.ts';

export const releasedField = fields
  .baht('How much of the released budget goes with it, since no more can be released than there is')
  .optional();

/**
 * Takes budget off lines in one decision of several events. What is released of a line may never exceed its budget,
 * so the last part of what is taken was released.
 */
export class BudgetTaker {
  readonly #left = new Map<string, { readonly budget: Satang; readonly released: Satang }>();
  readonly #state: AccountState;

  constructor(state: AccountState) {
    this.#state = state;
  }

  /** What the event says of released budget; nothing when none of it goes. */
  take(line: Line, amount: Satang): { released?: string } {
    const { budget, released } = this.#left.get(lineKey(line)) ?? this.#held(line);
    const left = subtract(budget, amount);
    const over = subtract(released, left);
    const taken = over > 0 ? (Math.min(over, released) as Satang) : ZERO;
    this.#left.set(lineKey(line), { budget: left, released: subtract(released, taken) });
    return taken > 0 ? { released: formatBaht(taken) } : {};
  }

  #held(line: Line): { readonly budget: Satang; readonly released: Satang } {
    const held = this.#state.lines.get(lineKey(line));
    return { budget: held?.allocated ?? ZERO, released: held?.released ?? ZERO };
  }
}
