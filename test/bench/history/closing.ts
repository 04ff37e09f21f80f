import {
  type AccountEvent,
  type AccountFacts,
  type AccountState,
  broughtForward,
  budgetAccount,
} from '#budget';
import { controlPolicy, type ControlState, fiscalPeriods } from '#control';
import { type FiscalYear, fiscalYearRange, orThrow, streams, THAI_CALENDAR } from '#kernel';
import { type Posting, posting, read, type Recorder } from '#posting';
import { toAccount } from '../../../apps/ledger/src/budget/account-posting.ts';
import type { Account } from './account.ts';
import { dateOf, type Day } from './days.ts';

type Address = Pick<Account, 'organisation' | 'fiscalYear' | 'project'>;

/** Closes the year of an account, and brings into the next one what the policy carries there. */
export async function closing(recorder: Recorder, account: Account, day: Day): Promise<readonly Posting[]> {
  const { organisation, fiscalYear, project, season } = account;
  const next = (fiscalYear + 1) as FiscalYear;
  const facts: AccountFacts = { type: 'close-year', toFiscalYear: next, effectiveOn: dateOf(season.last) };
  const carried = broughtForward(await decided(recorder, account, facts, day), THAI_CALENDAR);
  const to = (year: FiscalYear, each: AccountFacts): Posting =>
    toAccount(organisation, { fiscalYear: year, project }, each, undefined);
  const isOpen =
    carried.length === 0 ||
    (await recorder.stateOf(budgetAccount, streams.budgetAccount(organisation, next, project))) !== undefined;
  return [
    to(fiscalYear, facts),
    ...(isOpen ? [] : [to(next, opening(account, next))]),
    ...carried.map((each) => to(next, each)),
  ];
}

async function decided(
  recorder: Recorder,
  { organisation, fiscalYear, project }: Address,
  facts: AccountFacts,
  day: Day,
): Promise<readonly AccountEvent[]> {
  const state = await recorder.stateOf(
    budgetAccount,
    streams.budgetAccount(organisation, fiscalYear, project),
  );
  const control = await recorder.stateOf(controlPolicy, streams.controlPolicy(organisation));
  const context = { calendar: THAI_CALENDAR, bookedOn: dateOf(day), control: control as ControlState };
  return orThrow(budgetAccount.decide(state as AccountState, facts, context));
}

const opening = ({ organisation, project }: Address, fiscalYear: FiscalYear): AccountFacts => ({
  type: 'open-account',
  organisation,
  fiscalYear,
  project,
  name: `โครงการ ${project} ของ ${organisation}`,
  effectiveOn: fiscalYearRange(fiscalYear, THAI_CALENDAR).first,
});

/** Closes all months of a year, when nothing of it is to be paid any more. */
export const closePeriods = (organisation: string, fiscalYear: FiscalYear, day: Day): Posting =>
  posting(
    fiscalPeriods,
    streams.fiscalPeriods(organisation, fiscalYear),
    { type: 'close-period', fiscalYear, period: 'year', effectiveOn: dateOf(day) },
    { reads: { control: read(controlPolicy, streams.controlPolicy(organisation)) } },
  );
