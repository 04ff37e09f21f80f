import {
  type DecisionContext,
  type FiscalCalendar,
  formatBaht,
  isRefusal,
  orThrow,
  parseBaht,
  parseCivilDate,
  type Refusal,
  type Satang,
  THAI_CALENDAR,
} from '#kernel';
import type { Line } from '../line.ts';
import type { Allocate } from './authority/allocate.ts';
import { budgetAccount } from './account.ts';
import type { AccountCommand } from './commands.ts';
import type { Commit } from './chain/commit.ts';
import type { Disburse } from './chain/disburse.ts';
import { type AccountEvent, accountEvents } from './events.ts';
import type { OpenAccount } from './authority/open.ts';
import { type AccountState, accountTotals } from './state.ts';

/** A project of fiscal year 2569 (1 October 2025 to 30 September 2026), as its tests tell it. */

export const operating: Line = { fundSource: 'annual-appropriation', category: 'operating' };
export const capital: Line = { fundSource: 'annual-appropriation', category: 'capital' };

export const day = parseCivilDate;
export const baht = parseBaht;

/** A civil date inside each quarter of 2569. */
export const inQ1 = day('2025-11-15');
export const inQ2 = day('2026-02-15');

export const bookedOn = (date: string, calendar: FiscalCalendar = THAI_CALENDAR): DecisionContext => ({
  calendar,
  bookedOn: day(date),
});

/** The first quarter has ended, the second has not. */
export const march = bookedOn('2026-03-31');

export const open = (changes: Partial<OpenAccount> = {}): OpenAccount => ({
  type: 'open-account',
  organisation: 'etda',
  fiscalYear: 2569,
  project: 'P01',
  name: 'โครงการทดสอบ',
  effectiveOn: day('2025-10-01'),
  ...changes,
});

export const allocate = (amount: string, changes: Partial<Allocate> = {}): Allocate => ({
  type: 'allocate',
  line: operating,
  amount: baht(amount),
  effectiveOn: day('2025-10-01'),
  ...changes,
});

export const commit = (commitment: string, amount: string, changes: Partial<Commit> = {}): Commit => ({
  type: 'commit',
  commitment,
  line: operating,
  amount: baht(amount),
  effectiveOn: inQ1,
  ...changes,
});

/** Against a commitment where one is named, else directly from the operating line. */
export const disburse = (
  disbursement: string,
  amount: string,
  changes: Partial<Disburse> = {},
): Disburse => ({
  type: 'disburse',
  disbursement,
  amount: baht(amount),
  ...(changes.commitment === undefined ? { line: operating } : {}),
  effectiveOn: inQ1,
  ...changes,
});

/** An account with 1,000.00 on its operating line. */
export const budget1000: readonly AccountCommand[] = [open(), allocate('1000.00')];

/** What is left after commands that must all be accepted; every event must be as the catalogue promises. */
export function after(
  commands: readonly AccountCommand[],
  context: DecisionContext = march,
): { state: AccountState; events: AccountEvent[] } {
  let state = budgetAccount.initial();
  const events: AccountEvent[] = [];
  for (const command of commands) {
    for (const event of orThrow(budgetAccount.decide(state, command, context))) {
      mustKeepPromise(event);
      events.push(withoutRecord(event));
      state = budgetAccount.evolve(state, event);
    }
  }
  return { state, events };
}

/** The event alone, as the log gives it back; what the decision saw has tests of its own. */
export const withoutRecord = ({ decision: _, ...event }: AccountEvent): AccountEvent => event;

/** Throws unless the data of an event are exactly what its definition says. */
export function mustKeepPromise(event: AccountEvent): void {
  const definition = accountEvents.find(({ type }) => type === event.type);
  if (!definition) throw new Error(`${event.type} is not in the catalogue`);
  definition.data.parse(event.data);
}

/** The events of one more command, which must be accepted. */
export function when(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context?: DecisionContext,
): AccountEvent[] {
  return after([...given, command], context).events.slice(after(given, context).events.length);
}

/** The refusal of one more command, which must be refused. */
export function refused(
  given: readonly AccountCommand[],
  command: AccountCommand,
  context: DecisionContext = march,
): Refusal {
  const outcome = budgetAccount.decide(after(given, context).state, command, context);
  if (isRefusal(outcome)) return outcome;
  throw new Error(`${command.type} was accepted`);
}

/** What the account adds up to, in baht. */
export function totals(commands: readonly AccountCommand[], context?: DecisionContext) {
  const { allocated, committed, disbursed, available } = accountTotals(after(commands, context).state);
  const print = (amount: Satang): string => formatBaht(amount);
  return {
    allocated: print(allocated),
    committed: print(committed),
    disbursed: print(disbursed),
    available: print(available),
  };
}
