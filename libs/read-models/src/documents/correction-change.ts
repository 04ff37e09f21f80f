import type { AccountEvent } from '#budget';
import { add, negate, parseBaht, type Satang, ZERO } from '#kernel/folding';
import type { DocumentChange, HeldOf } from './change.ts';

/**
 * A correction that frees a commitment and pays as much is a payment that was booked late; one that commits again
 * and takes back as much is a payment that was booked in error. No more is taken back than was paid.
 */
export function corrected(
  { data }: Extract<AccountEvent, { type: 'QuarterCorrected' }>,
  heldOf: HeldOf,
): DocumentChange[] {
  if (data.commitment === undefined) return [];
  const moved = { stage: 'commitment', number: data.commitment } as const;
  const [committed, disbursed] = [parseBaht(data.committed), parseBaht(data.disbursed)];
  const freed = negate(committed);
  const used =
    freed > 0 && disbursed > 0
      ? least(freed, disbursed)
      : freed < 0 && disbursed < 0
        ? negate(least(committed, negate(disbursed), heldOf(moved).used))
        : ZERO;
  return [{ moved, amount: add(committed, used), used }];
}

const least = (...amounts: Satang[]): Satang => Math.max(0, Math.min(...amounts)) as Satang;
