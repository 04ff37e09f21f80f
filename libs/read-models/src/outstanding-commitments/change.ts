import type { AccountEvent } from '#budget';
import { add, negate, parseBaht, type Satang, ZERO } from '#kernel';

/** What an event does to a commitment; what is outstanding moves by the difference. */
export interface Change {
  /** Obliged, or freed without a payment. */
  readonly committed: Satang;
  /** Paid, or taken back. */
  readonly disbursed: Satang;
}

/** The commitment that an event is about. */
export const commitmentOf = ({ data }: AccountEvent): string | undefined =>
  'commitment' in data ? data.commitment : undefined;

/** The change that an event makes to its commitment, of which `paid` was disbursed before. */
export function changeOf(event: AccountEvent, paid: Satang): Change | undefined {
  switch (event.type) {
    case 'CommitmentMade':
      return { committed: parseBaht(event.data.amount), disbursed: ZERO };
    case 'CommitmentAmended':
      return { committed: parseBaht(event.data.change), disbursed: ZERO };
    case 'CommitmentReleased':
      return { committed: negate(parseBaht(event.data.amount)), disbursed: ZERO };
    case 'DisbursementMade':
      return { committed: ZERO, disbursed: parseBaht(event.data.amount) };
    case 'DisbursementReversed':
      return { committed: ZERO, disbursed: negate(parseBaht(event.data.amount)) };
    case 'QuarterCorrected':
      return correction(parseBaht(event.data.committed), parseBaht(event.data.disbursed), paid);
    case 'BudgetAccountOpened':
    case 'BudgetAllocated':
    case 'BudgetSupplemented':
    case 'BudgetTransferredOut':
    case 'BudgetTransferredIn':
    case 'BudgetCut':
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return undefined;
  }
}

/**
 * A correction that frees a commitment and pays as much is a payment that was booked late; one that commits again
 * and takes back as much is a payment that was booked in error. No more is taken back than was paid.
 */
function correction(committed: Satang, disbursed: Satang, paid: Satang): Change {
  const freed = negate(committed);
  const payment =
    freed > 0 && disbursed > 0
      ? least(freed, disbursed)
      : freed < 0 && disbursed < 0
        ? negate(least(committed, negate(disbursed), paid))
        : ZERO;
  return { committed: add(committed, payment), disbursed: payment };
}

const least = (...amounts: Satang[]): Satang => Math.max(0, Math.min(...amounts)) as Satang;
