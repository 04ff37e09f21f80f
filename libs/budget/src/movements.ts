import {
  type FiscalCalendar,
  type FiscalYear,
  fiscalYearOf,
  parseBaht,
  type Quarter,
  quarterOf,
  QUARTERS,
  type Satang,
  subtract,
} from '#kernel/folding';
import { authorityMovements } from './account/authority/movements.ts';
import { cashMovements } from './account/cash/movements.ts';
import { chainMovements } from './account/chain/movements.ts';
import type { AccountEvent } from './account/events.ts';
import { yearEndMovements } from './account/year-end/movements.ts';
import { yearEndDocument } from './account/year-end/reference.ts';
import type { Line } from './line.ts';

/** What reports are made of; spent and available follow from these. */
export type Measure =
  | 'budget'
  | 'plan'
  /** Requests that are not ordered yet. */
  | 'pre-committed'
  /** Obligations that are not paid yet, accepted ones among them. */
  | 'committed'
  /** Of what is committed: accepted and not paid. */
  | 'accepted'
  /** Paid out, advances that are not cleared among it. */
  | 'disbursed'
  /** Of what is disbursed: advances that are not cleared. */
  | 'advanced'
  | 'estimated'
  | 'released'
  | BudgetPart;

/** What the budget is made of, signed as it moves the budget: their sum is the budget. */
export type BudgetPart =
  | 'original'
  | 'supplement'
  | 'cut'
  | 'transfer'
  | 'brought-forward'
  | 'carried-forward'
  | 'returned'
  | 'lapsed';

/** A quarter of the fiscal year, or the time after it, when reserved money is used. */
export type MovementQuarter = Quarter | 'after';

/** What an event does to one cell of a report. */
export interface Movement {
  readonly measure: Measure;
  /** The quarter of the business date; for a plan the quarter that is planned. */
  readonly quarter: MovementQuarter;
  /** Absent for the plan, which belongs to the whole account. */
  readonly line?: Line;
  readonly amount: Satang;
}

/**
 * The cells that an event moves. A plan of zero is a movement too: planned to be nothing is not unplanned.
 * With the fiscal year of the account, what takes effect after it stands in no quarter of it, but `after`.
 */
export function movementsOf(
  event: AccountEvent,
  calendar: FiscalCalendar,
  fiscalYear?: FiscalYear,
): readonly Movement[] {
  const quarter = movementQuarter(event, calendar, fiscalYear);
  switch (event.type) {
    case 'BudgetAccountOpened':
    case 'BudgetEstimated':
    case 'BudgetAllocated':
    case 'BudgetReleased':
    case 'BudgetSupplemented':
    case 'BudgetCut':
    case 'BudgetTransferredOut':
    case 'BudgetTransferredIn':
    case 'TransferReported':
      return authorityMovements(event).map((movement) => ({ ...movement, quarter }));
    case 'QuarterlyPlanSet':
      return QUARTERS.map((q) => ({
        measure: 'plan',
        quarter: q,
        amount: parseBaht(event.data.quarters[q]),
      }));
    case 'QuarterlyPlanRevised':
      return revised(event.data);
    case 'QuarterCorrected': {
      const { line, quarter: restated } = event.data;
      const movements = [
        disbursed(line, restated, parseBaht(event.data.disbursed)),
        committed(line, restated, parseBaht(event.data.committed)),
      ];
      return movements.filter(({ amount }) => amount !== 0);
    }
    case 'RequestMade':
    case 'RequestReleased':
    case 'CommitmentMade':
    case 'CommitmentAmended':
    case 'CommitmentReleased':
    case 'CommitmentReversed':
    case 'ContractYearTakenUp':
    case 'WorkAccepted':
    case 'AcceptanceReleased':
    case 'AcceptanceReversed':
    case 'DisbursementMade':
    case 'DisbursementReversed':
    case 'DisbursementRefunded':
    case 'OffBudgetLineNoted':
      return chainMovements(event).map((movement) => ({ ...movement, quarter }));
    case 'AdvancePaid':
    case 'AdvanceCleared':
    case 'AdvanceReturned':
    case 'AdvanceClearingReversed':
    case 'GuaranteeHeld':
    case 'HeldCashReturned':
      return cashMovements(event).map((movement) => ({ ...movement, quarter }));
    default:
      return yearEndMovements(event).map((movement) => ({ ...movement, quarter }));
  }
}

function movementQuarter(
  { effectiveOn }: AccountEvent,
  calendar: FiscalCalendar,
  fiscalYear: FiscalYear | undefined,
): MovementQuarter {
  const isAfter = fiscalYear !== undefined && fiscalYearOf(effectiveOn, calendar) > fiscalYear;
  return isAfter ? 'after' : quarterOf(effectiveOn, calendar);
}

const committed = (line: Line, quarter: MovementQuarter, amount: Satang): Movement => ({
  measure: 'committed',
  quarter,
  line,
  amount,
});

const disbursed = (line: Line, quarter: MovementQuarter, amount: Satang): Movement => ({
  measure: 'disbursed',
  quarter,
  line,
  amount,
});

type Quarters = Readonly<Record<Quarter, string>>;

function revised({
  quarters,
  previous,
}: {
  readonly quarters: Quarters;
  readonly previous: Quarters;
}): Movement[] {
  return QUARTERS.map((quarter): Movement => ({
    measure: 'plan',
    quarter,
    amount: subtract(parseBaht(quarters[quarter]), parseBaht(previous[quarter])),
  })).filter(({ amount }) => amount !== 0);
}

/** The document that an event is about. */
export interface DocumentReference {
  readonly kind:
    | 'request'
    | 'commitment'
    | 'acceptance'
    | 'disbursement'
    | 'correction'
    | 'transfer'
    | 'budget-document'
    | 'reservation'
    | 'advance'
    /** A guarantee or a retention, by the number under which it is held. */
    | 'held-cash';
  readonly number: string;
}

export function documentOf(event: AccountEvent): DocumentReference | undefined {
  switch (event.type) {
    case 'BudgetAccountOpened':
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return undefined;
    case 'BudgetEstimated':
    case 'BudgetAllocated':
    case 'BudgetReleased':
    case 'BudgetSupplemented':
    case 'BudgetCut': {
      const { document } = event.data;
      return document === undefined ? undefined : { kind: 'budget-document', number: document };
    }
    case 'BudgetTransferredOut':
    case 'BudgetTransferredIn':
    case 'TransferReported':
      return { kind: 'transfer', number: event.data.transfer };
    case 'RequestMade':
    case 'RequestReleased':
      return { kind: 'request', number: event.data.request };
    case 'CommitmentReversed':
    case 'ContractYearTakenUp':
    case 'CommitmentMade':
    case 'CommitmentAmended':
    case 'CommitmentReleased':
      return { kind: 'commitment', number: event.data.commitment };
    case 'WorkAccepted':
    case 'AcceptanceReleased':
    case 'AcceptanceReversed':
      return { kind: 'acceptance', number: event.data.acceptance };
    case 'OffBudgetLineNoted':
      return { kind: event.data.stage, number: event.data.document };
    case 'DisbursementMade':
    case 'DisbursementReversed':
    case 'DisbursementRefunded':
      return { kind: 'disbursement', number: event.data.disbursement };
    case 'AdvancePaid':
    case 'AdvanceCleared':
    case 'AdvanceReturned':
    case 'AdvanceClearingReversed':
      return { kind: 'advance', number: event.data.advance };
    case 'GuaranteeHeld':
      return { kind: 'held-cash', number: event.data.guarantee };
    case 'HeldCashReturned':
      return { kind: 'held-cash', number: event.data.number };
    case 'QuarterCorrected':
      return { kind: 'correction', number: event.data.correction };
    default:
      return yearEndDocument(event);
  }
}
