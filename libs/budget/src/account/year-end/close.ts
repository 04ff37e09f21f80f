import { type CivilDate, formatBaht, type Refusal, type Satang, sum } from '#kernel';
import { refuse } from '../../refusals.ts';
import { type AccountContext, policyOf } from '../context.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { BudgetTaker } from './budget-taker.ts';
import { accountYear, yearOf } from './calendar.ts';
import { carriedDocument } from './carried-document.ts';
import {
  type BudgetCarriedForward,
  type BudgetLapsed,
  type BudgetReturned,
  type CommitmentCarriedForward,
  type DocumentReleasedAtYearEnd,
  ruleData,
  type YearClosed,
} from './closing-events.ts';
import { outstandingUnits } from './document.ts';
import { type PlannedDocument, type PlannedLine, type YearEndPlan, yearEndPlan } from './plan.ts';
import { mustBeNextYear, mustNotPrecedeRelease, mustNotPrecedeTakingBack } from './rules.ts';

/** Closes the year: every document and every line as `yearEndPlan` says, in one decision. */
export interface CloseYear {
  readonly type: 'close-year';
  /** The next fiscal year, whose account receives what is carried forward. */
  readonly toFiscalYear: number;
  readonly effectiveOn: CivilDate;
}

export type ClosingEvent =
  | DocumentReleasedAtYearEnd
  | CommitmentCarriedForward
  | BudgetCarriedForward
  | BudgetReturned
  | BudgetLapsed
  | YearClosed;

export function decideClose(
  state: AccountState,
  { toFiscalYear, effectiveOn }: CloseYear,
  context: AccountContext,
): ClosingEvent[] | Refusal {
  const { last } = accountYear(state, context.calendar);
  if (effectiveOn < last) {
    return refuse(
      'year-not-ended',
      `${nameOf(state)}: the year ends on ${last}; expected it to be closed on that day or later.`,
      accountDetails(state, { effectiveOn, expected: last }),
    );
  }
  const refused =
    mustBeNextYear(state, toFiscalYear, yearOf(state) + 1) ??
    mustNotPrecedeTakingBack(state, effectiveOn) ??
    mustNotPrecedeRelease(state, effectiveOn);
  if (refused) return refused;
  const plan = yearEndPlan(state, policyOf(context).yearEnd);
  const taker = new BudgetTaker(state);
  return [
    ...plan.documents.flatMap((each) => ofDocument(each, taker, { toFiscalYear, effectiveOn })),
    ...plan.lines.flatMap((each) => ofLine(each, taker, { toFiscalYear, effectiveOn })),
    { type: 'YearClosed', effectiveOn, data: { toFiscalYear, totals: totalsOf(plan) } },
  ];
}

type Closing = Pick<CloseYear, 'toFiscalYear' | 'effectiveOn'>;

function ofDocument(
  planned: PlannedDocument,
  taker: BudgetTaker,
  { toFiscalYear, effectiveOn }: Closing,
): ClosingEvent[] {
  const { document, held, amount, fate } = planned;
  const { line } = held;
  const rule = ruleData(planned.rule);
  if (fate === 'reserved') return [];
  if (fate === 'released') {
    const data = { document, line, amount: formatBaht(amount), ...outstandingUnits(held), rule };
    return [{ type: 'DocumentReleasedAtYearEnd', effectiveOn, data }];
  }
  const data = { ...carriedDocument(planned), toFiscalYear, rule, ...taker.take(line, amount) };
  return [{ type: 'CommitmentCarriedForward', effectiveOn, data }];
}

function ofLine(
  { line, toLine, carried, returned, lapsed, rule: placed }: PlannedLine,
  taker: BudgetTaker,
  { toFiscalYear, effectiveOn }: Closing,
): ClosingEvent[] {
  const rule = ruleData(placed);
  const taken = (amount: Satang) => ({ line, amount: formatBaht(amount), rule, ...taker.take(line, amount) });
  const events: ClosingEvent[] = [];
  if (carried > 0) {
    const data = { ...taken(carried), toFiscalYear, toLine };
    events.push({ type: 'BudgetCarriedForward', effectiveOn, data });
  }
  if (returned > 0) events.push({ type: 'BudgetReturned', effectiveOn, data: taken(returned) });
  if (lapsed > 0) events.push({ type: 'BudgetLapsed', effectiveOn, data: taken(lapsed) });
  return events;
}

function totalsOf({ lines }: YearEndPlan): YearClosed['data']['totals'] {
  const total = (pick: (line: PlannedLine) => Satang): string => formatBaht(sum(lines.map(pick)));
  return {
    disbursed: total(({ disbursed }) => disbursed),
    reserved: total(({ reserved }) => reserved),
    carriedDocuments: total(({ carriedDocuments }) => carriedDocuments),
    carried: total(({ carried }) => carried),
    returned: total(({ returned }) => returned),
    lapsed: total(({ lapsed }) => lapsed),
  };
}
