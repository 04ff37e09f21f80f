import { describe, expect, it } from '@jest/globals';
import type { CarryRule, YearEndRules } from '#control';
import fc from 'fast-check';
import { isRefusal, orThrow, parseBaht, type Satang, sum, THAI_CALENDAR } from '#kernel';
import { budgetAccount } from '../account.ts';
import { commands } from '../commands.fixture.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountEvent } from '../events.ts';
import { type AccountState, accountTotals, availableOn } from '../state.ts';
import { allocate, capital, commit, day, disburse, mustKeepPromise, open } from '../testing.fixture.ts';
import { broughtForward, takeBack } from './carry.ts';
import { outstandingDocuments } from './document.ts';
import { staysInAccount } from './reservation.ts';
import { closeYear, confirm, nextYear, reserve, reverseStep, under } from './year-end.fixture.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('0.20'),
  allocate('0.05', { line: capital }),
  commit('1', '0.06'),
  disburse('1', '0.03', { commitment: '1' }),
];

const carryRules: fc.Arbitrary<CarryRule> = fc.record({
  match: fc.constantFrom({}, { category: 'operating' }, { category: 'capital' }),
  carry: fc.constantFrom<CarryRule['carry']>('whole', 'commitments', 'percentage', 'none'),
  percent: fc.constantFrom('0', '33.33', '50', '100'),
  toFundSource: fc.constantFrom('prior-year-balance', 'accumulated-fund'),
  rest: fc.constantFrom<CarryRule['rest']>('lapse', 'return'),
});

const ending = fc.record({
  asked: fc.array(commands, { minLength: 5, maxLength: 40 }),
  rules: fc.array(carryRules, { maxLength: 3 }),
  /** Which outstanding documents are reserved, by their place, and which of those confirmed. */
  reserved: fc.array(fc.nat(5), { maxLength: 3 }),
  confirmed: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
});

interface Account {
  state: AccountState;
  readonly log: AccountEvent[];
}

const fresh = (): Account => ({ state: budgetAccount.initial(), log: [] });

/** Plays what is accepted and keeps the log. */
function play(account: Account, asked: readonly AccountCommand[], rules: Partial<YearEndRules>): void {
  for (const command of asked) {
    const outcome = budgetAccount.decide(account.state, command, under(rules));
    if (!isRefusal(outcome)) record(account, outcome);
  }
}

function record(account: Account, events: readonly AccountEvent[]): void {
  for (const event of events) {
    mustKeepPromise(event);
    account.state = budgetAccount.evolve(account.state, event);
    account.log.push(event);
  }
}

function must(account: Account, command: AccountCommand, rules: Partial<YearEndRules>): AccountEvent[] {
  const events = [...orThrow(budgetAccount.decide(account.state, command, under(rules)))];
  record(account, events);
  return events;
}

/** The account on the eve of its closing. */
function eve({ asked, rules, reserved, confirmed }: typeof ending extends fc.Arbitrary<infer T> ? T : never) {
  const account = fresh();
  play(account, [...start, ...asked], {});
  reserved.forEach((place, index) => {
    const document = outstandingDocuments(account.state)[place]?.document;
    if (!document) return;
    const effectiveOn = day('2026-09-30');
    const steps = [
      reserve(`R-${index}`, document, { effectiveOn, reason: 'อนุมัติพิเศษ' }),
      confirm(`R-${index}`),
    ];
    play(account, confirmed[index] ? steps : steps.slice(0, 1), {});
  });
  return { account, rules: { rules } };
}

const budgetOf = (state: AccountState): Satang => accountTotals(state).allocated;

const lost = (events: readonly AccountEvent[]): Satang =>
  sum(
    events.flatMap(({ type, data }) =>
      type === 'BudgetLapsed' || type === 'BudgetReturned' ? [parseBaht(data.amount)] : [],
    ),
  );

const withoutMonths = ({ months: _, takenBackOn: __, ...state }: AccountState) => structuredClone(state);

describe('whatever the year was and whatever the rules are', () => {
  it('money is counted once: what both accounts hold is what there was, less what lapsed or was returned', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(ending, (drawn) => {
        const { account, rules } = eve(drawn);
        const before = budgetOf(account.state);
        const events = must(account, closeYear(), rules);
        const next = fresh();
        must(next, nextYear, rules);
        for (const command of broughtForward(events, THAI_CALENDAR)) must(next, command, rules);
        expect(budgetOf(account.state) + budgetOf(next.state) + lost(events)).toBe(before);
        for (const { type } of [...events, ...next.log]) seen.add(type);
      }),
      { numRuns: 300 },
    );
    // Were hardly anything carried, the sum would hold for want of events.
    for (const type of [
      'DocumentReleasedAtYearEnd',
      'CommitmentBroughtForward',
      'BudgetBroughtForward',
      'BudgetReturned',
    ]) {
      expect(seen).toContain(type);
    }
  });

  it('a closed account keeps what is paid and what is reserved, and has nothing free', () => {
    fc.assert(
      fc.property(ending, (drawn) => {
        const { account, rules } = eve(drawn);
        must(account, closeYear(), rules);
        const { state } = account;
        for (const line of state.lines.values()) {
          expect(availableOn(line)).toBe(0);
          expect(line.allocated).toBe(line.disbursed + line.committed + line.preCommitted);
        }
        for (const { document } of outstandingDocuments(state))
          expect(staysInAccount(state, document)).toBe(true);
        const held = sum(outstandingDocuments(state).map(({ amount }) => amount));
        const { committed, preCommitted } = accountTotals(state);
        expect(held).toBe(committed + preCommitted);
      }),
      { numRuns: 200 },
    );
  });

  it('taking the closing back leaves both accounts as they were', () => {
    fc.assert(
      fc.property(ending, (drawn) => {
        const { account, rules } = eve(drawn);
        const before = withoutMonths(account.state);
        const next = fresh();
        must(next, nextYear, rules);
        const closing = must(account, closeYear(), rules);
        for (const command of broughtForward(closing, THAI_CALENDAR)) must(next, command, rules);
        const undone = must(account, reverseStep(), rules);
        for (const command of takeBack(undone, THAI_CALENDAR, 'เหตุผล')) must(next, command, rules);
        expect(withoutMonths(account.state)).toEqual(before);
        expect(budgetOf(next.state)).toBe(0);
        expect(outstandingDocuments(next.state)).toEqual([]);
        expect(next.state.broughtForward.size).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('the log alone gives the state again', () => {
    fc.assert(
      fc.property(ending, (drawn) => {
        const { account, rules } = eve(drawn);
        must(account, closeYear(), rules);
        const replayed = account.log
          .map((event) => JSON.parse(JSON.stringify(event)) as AccountEvent)
          .reduce((state, event) => budgetAccount.evolve(state, event), budgetAccount.initial());
        expect(replayed).toEqual(account.state);
      }),
      { numRuns: 100 },
    );
  });
});
