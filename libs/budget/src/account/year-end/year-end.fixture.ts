import { DEFAULT_POLICY, emptyControl, type Grant, type YearEndRules } from '#control';
import { type CivilDate, formatBaht, isRefusal, type Refusal } from '#kernel';
import type { Line } from '../../line.ts';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountContext } from '../context.ts';
import type { AccountEvent } from '../events.ts';
import { type AccountState, availableOn } from '../state.ts';
import { after, allocate, capital, commit, day, disburse, march, open } from '../testing.fixture.ts';
import type { CloseYear } from './close.ts';
import type { ConfirmReservation } from './confirm.ts';
import type { StagedDocument } from './document.ts';
import type { ExtendReservation } from './extend.ts';
import type { LapseReservation } from './lapse.ts';
import type { ReserveAtYearEnd } from './reserve.ts';
import type { ReverseYearEndStep } from './reverse-step.ts';

/** The end of fiscal year 2569, 30 September 2026, as its tests tell it. */

/** The general subsidy of a public organisation; what it does not use stays with it. */
export const subsidy: Line = { fundSource: 'general-subsidy', category: 'operating' };
export const priorYear: Line = { fundSource: 'prior-year-balance', category: 'operating' };

export const lastDay = day('2026-09-30');
export const order = (number: string): StagedDocument => ({ stage: 'commitment', number });

/** An agency reserves or loses its appropriation, capital money goes back, a public organisation keeps its subsidy. */
export const rules: YearEndRules = {
  disburseUntil: '03-31',
  rules: [
    { match: { fundSource: subsidy.fundSource }, carry: 'whole', rest: 'lapse' },
    { match: { category: capital.category }, carry: 'none', rest: 'return' },
    { carry: 'none', rest: 'lapse' },
  ],
};

/** Decisions under carry rules, by somebody with duties. */
export const under = (
  yearEnd: Partial<YearEndRules> = {},
  { grants = [], ...policy }: Partial<typeof DEFAULT_POLICY> & { readonly grants?: Grant[] } = {},
): AccountContext => ({
  ...march,
  actor: 'somchai',
  control: {
    ...emptyControl(),
    grants,
    policy: { ...DEFAULT_POLICY, ...policy, yearEnd: { ...rules, ...yearEnd } },
  },
});

export const byRule = under();

export const reserve = (
  reservation: string,
  document: StagedDocument,
  changes: Partial<ReserveAtYearEnd> = {},
): ReserveAtYearEnd => ({
  type: 'reserve-at-year-end',
  reservation,
  document,
  effectiveOn: day('2026-09-15'),
  ...changes,
});

export const confirm = (
  reservation: string,
  changes: Partial<ConfirmReservation> = {},
): ConfirmReservation => ({
  type: 'confirm-reservation',
  reservation,
  effectiveOn: lastDay,
  ...changes,
});

export const extend = (
  reservation: string,
  until: CivilDate,
  changes: Partial<ExtendReservation> = {},
): ExtendReservation => ({
  type: 'extend-reservation',
  reservation,
  until,
  agreement: 'กค 0402.2/1234',
  reason: 'ผู้ขายส่งมอบล่าช้า',
  effectiveOn: day('2027-03-20'),
  ...changes,
});

export const lapse = (
  reservation: string,
  effectiveOn: CivilDate,
  changes: Partial<LapseReservation> = {},
): LapseReservation => ({ type: 'lapse-reservation', reservation, effectiveOn, ...changes });

export const closeYear = (changes: Partial<CloseYear> = {}): CloseYear => ({
  type: 'close-year',
  toFiscalYear: 2570,
  effectiveOn: lastDay,
  ...changes,
});

export const reverseStep = (
  step?: number,
  changes: Partial<ReverseYearEndStep> = {},
): ReverseYearEndStep => ({
  type: 'reverse-year-end-step',
  ...(step === undefined ? {} : { step }),
  reason: 'ปิดบัญชีผิดวัน',
  effectiveOn: day('2027-07-10'),
  ...changes,
});

/** 1,000.00 on the operating line: 400.00 ordered as PO-1, of which 150.00 is paid; 100.00 ordered as PO-2. */
export const ordered: readonly AccountCommand[] = [
  open(),
  allocate('1000.00'),
  commit('PO-1', '400.00'),
  disburse('V-1', '150.00', { commitment: 'PO-1' }),
  commit('PO-2', '100.00'),
];

/** What is left of PO-1 is reserved as R-1 and confirmed until 31 March 2027. */
export const confirmed: readonly AccountCommand[] = [
  ...ordered,
  reserve('R-1', order('PO-1')),
  confirm('R-1'),
];

export const closed: readonly AccountCommand[] = [...confirmed, closeYear()];

/** The account of the same project in the next fiscal year. */
export const nextYear = open({ fiscalYear: 2570, effectiveOn: day('2026-10-01') });

/** The events of one more command under the carry rules, which must be accepted. */
export function then(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: AccountContext = byRule,
): AccountEvent[] {
  return after([...given, command], context).events.slice(after(given, context).events.length);
}

/** The refusal of one more command under the carry rules, which must be refused. */
export function refusedThen(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: AccountContext = byRule,
): Refusal {
  const outcome = budgetAccount.decide(after(given, context).state, command, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error(`${command.type} was accepted`);
}

/** What a line holds, in baht. */
export function held(state: AccountState, { fundSource, category }: Line) {
  const line = state.lines.get(`${fundSource}\n${category}`);
  if (!line) throw new Error(`there is no line ${fundSource}/${category}`);
  return {
    budget: formatBaht(line.allocated),
    committed: formatBaht(line.committed),
    disbursed: formatBaht(line.disbursed),
    available: formatBaht(availableOn(line)),
  };
}
