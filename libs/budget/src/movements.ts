import {
  type FiscalCalendar,
  negate,
  parseBaht,
  type Quarter,
  quarterOf,
  QUARTERS,
  type Satang,
  subtract,
} from '#kernel';
import type { AccountEvent } from './account/events.ts';
import type { Line } from './line.ts';

/** What reports are made of; spent and available follow from these. */
export type Measure = 'budget' | 'plan' | 'committed' | 'disbursed';

/** What an event does to one cell of a report. */
export interface Movement {
  readonly measure: Measure;
  /** The quarter of the business date; for a plan the quarter that is planned. */
  readonly quarter: Quarter;
  /** Absent for the plan, which belongs to the whole account. */
  readonly line?: Line;
  readonly amount: Satang;
}

/** The cells that an event moves. A plan of zero is a movement too: planned to be nothing is not unplanned. */
export function movementsOf(event: AccountEvent, calendar: FiscalCalendar): readonly Movement[] {
  const quarter = quarterOf(event.effectiveOn, calendar);
  switch (event.type) {
    case 'BudgetAccountOpened':
      return [];
    case 'BudgetAllocated':
    case 'BudgetSupplemented':
    case 'BudgetTransferredIn':
      return [{ measure: 'budget', quarter, line: event.data.line, amount: parseBaht(event.data.amount) }];
    case 'BudgetCut':
    case 'BudgetTransferredOut':
      return [
        { measure: 'budget', quarter, line: event.data.line, amount: negate(parseBaht(event.data.amount)) },
      ];
    case 'QuarterlyPlanSet':
      return QUARTERS.map((q) => ({
        measure: 'plan',
        quarter: q,
        amount: parseBaht(event.data.quarters[q]),
      }));
    case 'QuarterlyPlanRevised':
      return revised(event.data);
    case 'CommitmentMade':
      return [committed(event.data.line, quarter, parseBaht(event.data.amount))];
    case 'CommitmentAmended':
      return [committed(event.data.line, quarter, parseBaht(event.data.change))];
    case 'CommitmentReleased':
      return [committed(event.data.line, quarter, negate(parseBaht(event.data.amount)))];
    case 'DisbursementMade':
      return paid(event.data, quarter, parseBaht(event.data.amount));
    case 'DisbursementReversed':
      return paid(event.data, quarter, negate(parseBaht(event.data.amount)));
    case 'QuarterCorrected': {
      const { line, quarter: restated } = event.data;
      const movements = [
        disbursed(line, restated, parseBaht(event.data.disbursed)),
        committed(line, restated, parseBaht(event.data.committed)),
      ];
      return movements.filter(({ amount }) => amount !== 0);
    }
  }
}

const committed = (line: Line, quarter: Quarter, amount: Satang): Movement => ({
  measure: 'committed',
  quarter,
  line,
  amount,
});

const disbursed = (line: Line, quarter: Quarter, amount: Satang): Movement => ({
  measure: 'disbursed',
  quarter,
  line,
  amount,
});

/** A payment against a commitment frees as much of it. */
function paid(
  { line, commitment }: { readonly line: Line; readonly commitment?: string | undefined },
  quarter: Quarter,
  amount: Satang,
): Movement[] {
  const payment = disbursed(line, quarter, amount);
  return commitment === undefined ? [payment] : [payment, committed(line, quarter, negate(amount))];
}

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
  readonly kind: 'commitment' | 'disbursement' | 'correction' | 'transfer' | 'budget-document';
  readonly number: string;
}

export function documentOf(event: AccountEvent): DocumentReference | undefined {
  switch (event.type) {
    case 'BudgetAccountOpened':
    case 'QuarterlyPlanSet':
    case 'QuarterlyPlanRevised':
      return undefined;
    case 'BudgetAllocated':
    case 'BudgetSupplemented':
    case 'BudgetCut': {
      const { document } = event.data;
      return document === undefined ? undefined : { kind: 'budget-document', number: document };
    }
    case 'BudgetTransferredOut':
    case 'BudgetTransferredIn':
      return { kind: 'transfer', number: event.data.transfer };
    case 'CommitmentMade':
    case 'CommitmentAmended':
    case 'CommitmentReleased':
      return { kind: 'commitment', number: event.data.commitment };
    case 'DisbursementMade':
    case 'DisbursementReversed':
      return { kind: 'disbursement', number: event.data.disbursement };
    case 'QuarterCorrected':
      return { kind: 'correction', number: event.data.correction };
  }
}
