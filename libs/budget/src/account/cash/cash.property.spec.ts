import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, type Satang, sum, THAI_CALENDAR } from '#kernel';
import { lineKey } from '../../line.ts';
import { type BudgetPart, type Measure, movementsOf } from '../../movements.ts';
import { budgetAccount } from '../account.ts';
import { authorityCommands, cashCommands, commands } from '../commands.fixture.ts';
import type { AccountCommand } from '../commands.ts';
import type { AccountEvent } from '../events.ts';
import { type AccountState, accountTotals } from '../state.ts';
import {
  allocate,
  baht,
  bookedOn,
  capital,
  day,
  mustKeepPromise,
  open,
  operating,
} from '../testing.fixture.ts';
import { advance } from './cash.fixture.ts';
import { heldUnder } from './held-cash.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('0.40'),
  allocate('0.10', { line: capital }),
  { type: 'release-budget', line: operating, amount: baht('0.20'), effectiveOn: day('2025-10-01') },
  advance('1', '0.05', { effectiveOn: day('2025-10-01') }),
];
const context = bookedOn('2026-07-01');
const sequences = fc.array(fc.oneof(commands, authorityCommands, cashCommands), {
  minLength: 40,
  maxLength: 60,
});

/** Plays commands; what is refused leaves nothing. Calls back with every event, before and after it is counted. */
function play(
  asked: readonly AccountCommand[],
  each: (event: AccountEvent, available: Satang, after: AccountState) => void,
): AccountEvent[] {
  let live = budgetAccount.initial();
  const log: AccountEvent[] = [];
  for (const command of [...start, ...asked]) {
    const outcome = budgetAccount.decide(live, command, context);
    for (const event of isRefusal(outcome) ? [] : outcome) {
      mustKeepPromise(event);
      const { available } = accountTotals(live);
      live = budgetAccount.evolve(live, event);
      log.push(event);
      each(event, available, live);
    }
  }
  return log;
}

const moved = (log: readonly AccountEvent[], measure: Measure): Satang =>
  sum(
    log
      .flatMap((event) => movementsOf(event, THAI_CALENDAR))
      .filter((movement) => movement.measure === measure)
      .map(({ amount }) => amount),
  );

describe('whatever is asked of an account, in whatever order', () => {
  it('advances add up, and only what is spent above them or comes back changes what is available', () => {
    const written = new Map<string, number>();
    fc.assert(
      fc.property(sequences, (asked) => {
        const log = play(asked, (event, before, after) => {
          written.set(event.type, (written.get(event.type) ?? 0) + 1);
          const { available } = accountTotals(after);
          if (event.type === 'AdvanceCleared') {
            const { spent, excess, returned } = event.data;
            expect(available).toBe(before - baht(excess) + baht(returned));
            expect(baht(spent)).toBeGreaterThan(baht(excess));
          }
          if (event.type === 'AdvanceClearingReversed') {
            expect(available).toBe(before + baht(event.data.excess) - baht(event.data.returned));
          }
          if (event.type === 'GuaranteeHeld' || event.type === 'HeldCashReturned') {
            expect(available).toBe(before);
          }
          for (const [key, { advanced, disbursed }] of after.lines) {
            expect(advanced).toBe(outstandingOn(after, key));
            expect(advanced).toBeGreaterThanOrEqual(0);
            expect(disbursed).toBeGreaterThanOrEqual(0);
          }
          for (const held of after.held.values()) {
            expect(heldUnder(after, held) + held.returned).toBe(held.given);
          }
        });
        expect(log.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
    // Were hardly anything accepted, the rules above would hold for want of events.
    for (const type of ['AdvancePaid', 'AdvanceCleared', 'AdvanceReturned', 'HeldCashReturned']) {
      expect(written.get(type)).toBeGreaterThan(2);
    }
  });

  it('no more is released than allocated, and the parts of the budget add up to it', () => {
    const parts: readonly BudgetPart[] = ['original', 'supplement', 'cut', 'transfer'];
    let takenBack = 0;
    fc.assert(
      fc.property(sequences, (asked) => {
        let last: AccountState | undefined;
        const log = play(asked, (event, _, after) => {
          last = after;
          if (event.type === 'BudgetCut' && event.data.releasedTakenBack !== undefined) takenBack++;
          if (event.type === 'BudgetTransferredOut' && event.data.released !== undefined) takenBack++;
          for (const { allocated, released } of after.lines.values()) {
            expect(released).toBeGreaterThanOrEqual(0);
            expect(released).toBeLessThanOrEqual(allocated);
          }
        });
        const lines = [...(last?.lines.values() ?? [])];
        const totals = (pick: (line: (typeof lines)[number]) => Satang) => sum(lines.map(pick));
        expect(moved(log, 'budget')).toBe(sum(parts.map((part) => moved(log, part))));
        expect(moved(log, 'budget')).toBe(totals(({ allocated }) => allocated));
        expect(moved(log, 'released')).toBe(totals(({ released }) => released));
        expect(moved(log, 'estimated')).toBe(totals(({ estimated }) => estimated));
        expect(moved(log, 'advanced')).toBe(totals(({ advanced }) => advanced));
      }),
      { numRuns: 200 },
    );
    expect(takenBack).toBeGreaterThan(10);
  });
});

const outstandingOn = ({ advances }: AccountState, key: string): Satang =>
  sum(
    [...advances.values()].filter(({ line }) => lineKey(line) === key).map(({ outstanding }) => outstanding),
  );
