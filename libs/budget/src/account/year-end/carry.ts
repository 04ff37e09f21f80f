import { type CivilDate, type FiscalCalendar, fiscalYearRange, type FiscalYear, parseBaht } from '#kernel';
import type { AccountEvent } from '../events.ts';
import type { BringCommitmentForward } from './bring-commitment-forward.ts';
import type { BringForward } from './bring-forward.ts';
import { undoneEvent } from './undone-event.ts';
import type { ReturnBroughtForward } from './return-brought-forward.ts';

/**
 * What the account of the next year must be asked when a year is closed: one command for every event that carries
 * money there. Recorded in the same append, or not at all, so that the money is counted once.
 */
export function broughtForward(
  events: readonly AccountEvent[],
  calendar: FiscalCalendar,
): (BringForward | BringCommitmentForward)[] {
  return events.flatMap((event): (BringForward | BringCommitmentForward)[] => {
    if (event.type === 'BudgetCarriedForward') {
      const { line, toLine, amount, toFiscalYear } = event.data;
      const from = { fiscalYear: toFiscalYear - 1, line };
      const effectiveOn = inYear(event.effectiveOn, toFiscalYear, calendar);
      return [{ type: 'bring-forward', from, line: toLine, amount: parseBaht(amount), effectiveOn }];
    }
    if (event.type !== 'CommitmentCarriedForward') return [];
    const { toFiscalYear, rule: _rule, released: _released, ...carried } = event.data;
    const from = { fiscalYear: toFiscalYear - 1 };
    const effectiveOn = inYear(event.effectiveOn, toFiscalYear, calendar);
    return [{ type: 'bring-commitment-forward', from, carried, effectiveOn }];
  });
}

/** What the account of the next year must be asked when the closing of a year is taken back: it gives back what it got. */
export function takeBack(
  events: readonly AccountEvent[],
  calendar: FiscalCalendar,
  reason: string,
): ReturnBroughtForward[] {
  return events.flatMap((event): ReturnBroughtForward[] => {
    if (event.type !== 'YearEndStepReversed') return [];
    const undone = undoneEvent(event);
    if (undone.type !== 'BudgetCarriedForward' && undone.type !== 'CommitmentCarriedForward') return [];
    const effectiveOn = inYear(event.effectiveOn, undone.data.toFiscalYear, calendar);
    const from =
      undone.type === 'BudgetCarriedForward'
        ? { line: undone.data.line }
        : { document: undone.data.document };
    return [{ type: 'return-brought-forward', from, reason, effectiveOn }];
  });
}

/** The day of the closing, or the first day of the year that receives. */
function inYear(effectiveOn: CivilDate, fiscalYear: number, calendar: FiscalCalendar): CivilDate {
  const { first } = fiscalYearRange(fiscalYear as FiscalYear, calendar);
  return effectiveOn > first ? effectiveOn : first;
}
