import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatBaht, isRefusal, type Satang, sum, THAI_CALENDAR } from '#kernel';
import { lineKey } from '../../line.ts';
import { type Measure, movementsOf } from '../../movements.ts';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import { under } from '../control/control.fixture.ts';
import type { AccountEvent } from '../events.ts';
import { type Check, play } from '../play.fixture.ts';
import { type AccountState, availableOn, type DocumentState } from '../state.ts';
import { allocate, baht, capital, commit, day, disburse, open } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { chainCommands } from './chain-commands.fixture.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('5.00'),
  allocate('2.00', { line: capital }),
  request('1', '1.00', { quantity: units('4') }),
  commit('1', '0.60', { request: '1', line: undefined, quantity: units('2') }),
  accept('1', '1', { quantity: units('1') }),
  disburse('1', '0.10', { acceptance: '1', line: undefined }),
  commit('2', '0.50'),
  accept('2', '2', { amount: baht('0.20') }),
];
/** A generous excess, so that dear units are tried as often as cheap ones. */
const context = { ...under({ excess: { percent: '1000' } }), bookedOn: day('2026-07-01') };

const played = (asked: readonly AccountCommand[], check: Check) => play([...start, ...asked], context, check);

const sequences = fc.array(chainCommands, { minLength: 15, maxLength: 50 });
const onLine = (documents: ReadonlyMap<string, DocumentState>, key: string): Satang =>
  sum(
    [...documents.values()].filter(({ line }) => lineKey(line) === key).map(({ outstanding }) => outstanding),
  );

describe('whatever is asked of the chain, in whatever order', () => {
  it('every stage of a line is the sum of its documents, and none is below zero', () => {
    const written = new Map<string, number>();
    fc.assert(
      fc.property(sequences, (asked) => {
        played(asked, (_, after, events) => {
          for (const { type } of events) written.set(type, (written.get(type) ?? 0) + 1);
          for (const [key, held] of after.lines) {
            const [requests, commitments, acceptances] = [
              after.requests,
              after.commitments,
              after.acceptances,
            ].map((documents) => onLine(documents, key)) as [Satang, Satang, Satang];
            expect([held.preCommitted, held.committed, held.accepted]).toEqual([
              requests,
              commitments + acceptances,
              acceptances,
            ]);
            expect(
              Math.min(availableOn(held), requests, commitments, acceptances, held.disbursed),
            ).toBeGreaterThanOrEqual(0);
          }
          for (const documents of [after.requests, after.commitments, after.acceptances]) {
            for (const held of documents.values()) {
              expect(held.outstanding).toBeGreaterThanOrEqual(0);
              expect(held.outstanding).toBeLessThanOrEqual(held.amount);
              if (held.outstandingQuantity !== undefined) {
                expect(held.outstandingQuantity).toBeGreaterThanOrEqual(0);
                expect(held.outstandingQuantity).toBeLessThanOrEqual(held.quantity ?? 0);
              }
            }
          }
        });
      }),
      { numRuns: 150 },
    );
    for (const type of [
      'RequestReleased',
      'WorkAccepted',
      'CommitmentReversed',
      'AcceptanceReversed',
      'DisbursementRefunded',
    ]) {
      expect([type, (written.get(type) ?? 0) > 5]).toEqual([type, true]);
    }
  });

  it('the cells of the reports are the stages of the account, and the log alone gives the state again', () => {
    fc.assert(
      fc.property(sequences, (asked) => {
        const { live, log } = played(asked, () => undefined);
        const cells = new Map<Measure, number>();
        for (const event of log) {
          for (const { measure, amount } of movementsOf(event, THAI_CALENDAR)) {
            cells.set(measure, (cells.get(measure) ?? 0) + amount);
          }
        }
        const held = [...live.lines.values()];
        const total = (member: 'preCommitted' | 'committed' | 'accepted' | 'disbursed') =>
          sum(held.map((line) => line[member]));
        expect({
          'pre-committed': cells.get('pre-committed') ?? 0,
          committed: cells.get('committed') ?? 0,
          accepted: cells.get('accepted') ?? 0,
          disbursed: cells.get('disbursed') ?? 0,
        }).toEqual({
          'pre-committed': total('preCommitted'),
          committed: total('committed'),
          accepted: total('accepted'),
          disbursed: total('disbursed'),
        });
        const again = log
          .map((event) => JSON.parse(JSON.stringify(event)) as AccountEvent)
          .reduce((state, event) => budgetAccount.evolve(state, event), budgetAccount.initial());
        expect(again).toEqual(live);
      }),
      { numRuns: 120 },
    );
  });

  it('a reversal leaves what was outstanding and available as before the document', () => {
    fc.assert(
      fc.property(sequences, (asked) => {
        const { live } = played(asked, () => undefined);
        const before = standing(live);
        const order: AccountCommand = {
          type: 'commit',
          commitment: 'X',
          request: '1',
          amount: 2 as Satang,
          final: true,
          effectiveOn: context.bookedOn,
        };
        const made = budgetAccount.decide(live, order, context);
        if (isRefusal(made)) return;
        let state = made.reduce((so, event) => budgetAccount.evolve(so, event), structuredClone(live));
        const back = budgetAccount.decide(
          state,
          { type: 'reverse-commitment', commitment: 'X', reason: 'ผิด', effectiveOn: context.bookedOn },
          context,
        );
        if (isRefusal(back)) throw new Error(back.message);
        state = back.reduce((so, event) => budgetAccount.evolve(so, event), state);
        expect(standing(state)).toEqual(before);
      }),
      { numRuns: 120 },
    );
  });
});

/** What every line has available and every request still holds. */
const standing = ({ lines, requests }: AccountState) => ({
  available: [...lines].map(([key, held]) => [key, formatBaht(availableOn(held))]),
  requests: [...requests].map(([key, { outstanding, outstandingQuantity }]) => [
    key,
    outstanding,
    outstandingQuantity,
  ]),
});
