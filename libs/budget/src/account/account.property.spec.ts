import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseBaht, QUARTERS, type Satang, sum, THAI_CALENDAR, ZERO } from '#kernel';
import { lineName } from '../line.ts';
import { type Measure, movementsOf } from '../movements.ts';
import { budgetAccount } from './account.ts';
import { commands } from './commands.fixture.ts';
import type { AccountCommand } from './commands.ts';
import type { AccountEvent } from './events.ts';
import { type Check, play } from './play.fixture.ts';
import { accountTotals, available, type DocumentState } from './state.ts';
import { allocate, bookedOn, capital, commit, disburse, open } from './testing.fixture.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('0.20'),
  allocate('0.05', { line: capital }),
  commit('1', '0.06'),
  disburse('1', '0.03', { commitment: '1' }),
];
const context = bookedOn('2026-07-01');

const played = (asked: readonly AccountCommand[], check: Check) => play([...start, ...asked], context, check);

const sequences = fc.array(commands, { minLength: 10, maxLength: 60 });
const runs = (numRuns: number) => ({ numRuns });

describe('whatever is asked of an account, in whatever order', () => {
  it('no line is used beyond its budget, and commitments add up to what is committed', () => {
    const written = new Map<string, number>();
    fc.assert(
      fc.property(sequences, (asked) => {
        played(asked, (_, after, events) => {
          for (const { type } of events) written.set(type, (written.get(type) ?? 0) + 1);
          for (const held of after.lines.values()) {
            const free = available(after, held.line);
            expect(free).toBe(held.allocated - held.preCommitted - held.committed - held.disbursed);
            expect(free).toBeGreaterThanOrEqual(0);
            expect(held.disbursed).toBeGreaterThanOrEqual(0);
            const on = (documents: ReadonlyMap<string, DocumentState>) =>
              outstandingOn(documents, lineName(held.line));
            expect(held.preCommitted).toBe(on(after.requests));
            expect(held.accepted).toBe(on(after.acceptances));
            expect(held.committed).toBe(on(after.commitments) + on(after.acceptances));
          }
          for (const documents of [after.requests, after.commitments, after.acceptances]) {
            for (const { outstanding } of documents.values()) expect(outstanding).toBeGreaterThanOrEqual(0);
          }
        });
      }),
      runs(200),
    );
    // Were hardly anything accepted, the rules above would hold for want of events.
    for (const type of ['BudgetCut', 'CommitmentAmended', 'DisbursementReversed', 'QuarterCorrected']) {
      expect(written.get(type)).toBeGreaterThan(10);
    }
  });

  it('a payment against a commitment changes what is available by what a final one releases, and no more', () => {
    fc.assert(
      fc.property(sequences, (asked) => {
        played(asked, (before, after, events) => {
          const paid = events.some(
            ({ type, data }) => 'commitment' in data && type.startsWith('Disbursement'),
          );
          if (!paid) return;
          const released = events.map((event) =>
            event.type === 'CommitmentReleased' ? parseBaht(event.data.amount) : ZERO,
          );
          expect(accountTotals(after).available).toBe(accountTotals(before).available + sum(released));
        });
      }),
      runs(200),
    );
  });

  it('the log alone gives the state again', () => {
    fc.assert(
      fc.property(sequences, (asked) => {
        const { live, log } = played(asked, () => undefined);
        const stored = log.map((event) => JSON.stringify(event));
        const replayed = stored.reduce(
          (state, line) => budgetAccount.evolve(state, JSON.parse(line) as AccountEvent),
          budgetAccount.initial(),
        );
        expect(replayed).toEqual(live);
      }),
      runs(100),
    );
  });

  it('the cells of the report add up to the account and to its plan', () => {
    fc.assert(
      fc.property(sequences, (asked) => {
        const { live, log } = played(asked, () => undefined);
        const moved = log.flatMap((event) => movementsOf(event, THAI_CALENDAR));
        const total = (measure: Measure, quarter?: string): Satang =>
          sum(
            moved
              .filter((each) => each.measure === measure && (quarter ?? each.quarter) === each.quarter)
              .map(({ amount }) => amount),
          );
        const { allocated, preCommitted, committed, disbursed } = accountTotals(live);
        expect({
          budget: total('budget'),
          preCommitted: total('pre-committed'),
          committed: total('committed'),
          accepted: total('accepted'),
          disbursed: total('disbursed'),
        }).toEqual({
          budget: allocated,
          preCommitted,
          committed,
          accepted: sum([...live.lines.values()].map(({ accepted }) => accepted)),
          disbursed,
        });
        for (const quarter of QUARTERS) expect(total('plan', quarter)).toBe(live.plan?.[quarter] ?? 0);
      }),
      runs(100),
    );
  });
});

function outstandingOn(documents: ReadonlyMap<string, DocumentState>, line: string): Satang {
  const held = [...documents.values()].filter((document) => lineName(document.line) === line);
  return sum(held.map(({ outstanding }) => outstanding));
}
