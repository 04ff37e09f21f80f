import { type CivilDate, type DateRange, type FiscalYear, fiscalYearRange, type Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { isEvidenceAlone } from '../cash/without-budget.ts';
import type { AccountCommand } from '../commands.ts';
import { type AccountContext, namesBehind, policyOf } from '../context.ts';
import { isReservation } from '../control/approval.ts';
import { holdsAny } from '../control/duties.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { yearEndWindow, yearOf } from './calendar.ts';
import { documentNamed } from './named-document.ts';
import { type Covering, lapsedAlready, reservationOf } from './reservation.ts';

/** The steps of a year-end: they take effect around the last day of the year and after it. */
const STEPS: ReadonlySet<string> = new Set([
  'reserve-at-year-end',
  'confirm-reservation',
  'extend-reservation',
  'lapse-reservation',
  'close-year',
  'reverse-year-end-step',
]);

/** What moves no budget, and has its own time: cash that was held, a report that was due, a contract of several years. */
const WITHOUT_BUDGET: ReadonlySet<string> = new Set([
  'return-held',
  'report-transfer',
  'take-up-contract-year',
]);

const movesNoBudget = (state: AccountState, command: AccountCommand): boolean =>
  WITHOUT_BUDGET.has(command.type) || isEvidenceAlone(state, command);

/** What may still be asked of a year that is closed, beside what is asked of reserved documents. */
const AFTER_CLOSING: ReadonlySet<string> = new Set([
  ...WITHOUT_BUDGET,
  'extend-reservation',
  'lapse-reservation',
  'reverse-year-end-step',
]);

/**
 * The business date lies in the fiscal year, or after it where reserved money is used up to the last day of its
 * reservation, and where no budget moves. It is never moved. A document with a date outside the year takes a policy that allows it and somebody
 * whose duty it is.
 */
export function mustLieInYear(
  state: AccountState,
  command: AccountCommand,
  context: AccountContext,
): Refusal | undefined {
  const year = (command.type === 'open-account' ? command.fiscalYear : yearOf(state)) as FiscalYear;
  const range = fiscalYearRange(year, context.calendar);
  const covering = coveringOf(state, command);
  return (
    mustBeInTime(state, command, context, { year, range, covering }) ??
    mustDateDocumentInYear(state, command, context, { year, range, covering })
  );
}

interface Year {
  readonly year: FiscalYear;
  readonly range: DateRange;
  /** The reservation whose money the command uses. */
  readonly covering: Covering | undefined;
}

function coveringOf(state: AccountState, command: AccountCommand): Covering | undefined {
  const document = documentNamed(state, command);
  return document && reservationOf(state, document);
}

function mustBeInTime(
  state: AccountState,
  command: AccountCommand,
  context: AccountContext,
  { year, range, covering }: Year,
): Refusal | undefined {
  const { calendar } = context;
  const { effectiveOn, type } = command;
  if (effectiveOn === undefined) return undefined;
  // A document may be decided after the year that it was handed in: what was held for it comes back on that day.
  if (type === 'release-request' && isReservation(command, context) && effectiveOn > range.last)
    return undefined;
  if (STEPS.has(type)) return within(state, effectiveOn, year, yearEndWindow(state, calendar));
  if (effectiveOn <= range.last || covering?.held.until === undefined) {
    return effectiveOn > range.last && movesNoBudget(state, command)
      ? undefined
      : within(state, effectiveOn, year, range, SAID_LATE[type]);
  }
  const { reservation, held } = covering;
  if (held.lapsed) return lapsedAlready(state, reservation);
  if (effectiveOn <= covering.held.until) return undefined;
  return refuse(
    'reservation-expired',
    `${nameOf(state)}: the reservation ${reservation} ended on ${covering.held.until}, before ${effectiveOn}; expected its extension by agreement first.`,
    accountDetails(state, { reservation, effectiveOn, until: covering.held.until }),
  );
}

const ADVANCE_LATE =
  ' After its year an advance is cleared by evidence alone: what was spent above it draws on the new year, and cash that comes back is revenue (เงินเหลือจ่ายปีเก่าส่งคืน), whose receipt clears it like what was spent.';

/** What is said beside the date of money that comes back, or is cleared, after the year of its payment. */
const SAID_LATE: Readonly<Partial<Record<AccountCommand['type'], string>>> = {
  refund:
    ' What comes back of a payment after its year is revenue (เงินเหลือจ่ายปีเก่าส่งคืน), and no entry of this account.',
  'clear-advance': ADVANCE_LATE,
  'return-advance': ADVANCE_LATE,
};

function within(
  state: AccountState,
  effectiveOn: CivilDate,
  year: FiscalYear,
  { first, last }: DateRange,
  afterwards = '',
): Refusal | undefined {
  if (effectiveOn >= first && effectiveOn <= last) return undefined;
  return refuse(
    'date-outside-fiscal-year',
    `${effectiveOn} does not lie in the fiscal year ${year}; expected ${first} to ${last}.${effectiveOn > last ? afterwards : ''}`,
    accountDetails(state, { fiscalYear: year, effectiveOn, first, last }),
  );
}

function mustDateDocumentInYear(
  state: AccountState,
  { documentDate }: AccountCommand,
  context: AccountContext,
  { year, range: { first, last }, covering }: Year,
): Refusal | undefined {
  const until = covering?.held.until ?? last;
  if (documentDate === undefined || (documentDate >= first && documentDate <= until)) return undefined;
  const duty = 'allow-date-outside-year';
  const allowed = policyOf(context).datesOutsideYear === 'allowed-by-duty';
  if (allowed && holdsAny(context, namesBehind(context), duty)) return undefined;
  const expected = allowed ? `, or somebody with the duty ${duty}` : '';
  return refuse(
    'document-date-outside-year',
    `${nameOf(state)}: the document is dated ${documentDate}, outside the fiscal year ${year}; expected ${first} to ${until}${expected}.`,
    accountDetails(state, { documentDate, first, last: until, ...(allowed ? { duty } : {}) }),
  );
}

/** After the closing of its year only reserved documents move, until their reservations lapse; the rest is cash. */
export function mustNotBeClosed(state: AccountState, command: AccountCommand): Refusal | undefined {
  if (!state.closed || AFTER_CLOSING.has(command.type) || isEvidenceAlone(state, command)) return undefined;
  const covering = coveringOf(state, command);
  if (covering?.held.lapsed) return lapsedAlready(state, covering.reservation);
  if (covering?.held.until !== undefined && !isOrderBefore(command, covering)) return undefined;
  return refuse(
    'year-closed',
    `${nameOf(state)}: the year is closed; expected a posting on reserved money, or the closing to be taken back first.`,
    accountDetails(state, { command: command.type }),
  );
}

/** An order dated before its request was reserved is no use of the reserved money. */
const isOrderBefore = ({ type, effectiveOn }: AccountCommand, { held }: Covering): boolean =>
  type === 'commit' && effectiveOn < held.effectiveOn;
