import { DEFAULT_POLICY } from '#control';
import { describe, expect, it } from '@jest/globals';
import { THAI_CALENDAR } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import { after, baht, budget1000, commit, day, disburse, operating } from '../testing.fixture.ts';
import { rule } from './control.fixture.ts';
import { type PastDecision, reRun, shortOf } from './re-run.ts';

/** The history of an account: one decision for every command, a day apart from 1 November 2025 on. */
function history(commands: readonly AccountCommand[]): PastDecision[] {
  return commands.map((_, index) => ({
    position: String(index + 1),
    bookedOn: day(`2025-11-${String(index + 1).padStart(2, '0')}`),
    actor: 'somchai',
    overridden: false,
    events: after(commands.slice(0, index + 1)).events.slice(after(commands.slice(0, index)).events.length),
  }));
}

const year = history([
  ...budget1000,
  commit('PO-1', '600.00'),
  disburse('V-1', '500.00', { commitment: 'PO-1' }),
  disburse('V-2', '300.00'),
]);
const run = (proposal: Partial<Parameters<typeof reRun>[1]>) =>
  reRun(year, { policy: DEFAULT_POLICY, cuts: [], ...proposal }, THAI_CALENDAR).map((found) => ({
    document: found.document?.number,
    position: found.position,
    code: found.refusal.code,
    shortBy: shortOf(found),
    follows: found.follows,
  }));

describe('the history of an account, run again', () => {
  it('under the rules of today refuses nothing', () => {
    expect(run({})).toEqual([]);
  });

  it('under a proposed ceiling names what would have been refused, and what stands on it', () => {
    const ceiling = {
      name: 'Q1',
      key: 'line',
      per: 'quarter',
      stage: 'commit',
      severity: 'stop',
      limits: { percent: { Q1: '50' } },
    } as const;
    expect(run({ policy: { ...DEFAULT_POLICY, ceilings: [ceiling] } })).toEqual([
      { document: 'PO-1', position: '3', code: 'ceiling-exceeded', shortBy: '100.00', follows: false },
      { document: 'V-1', position: '4', code: 'document-unknown', shortBy: undefined, follows: true },
    ]);
  });

  it('under a proposed cut names what would have been short, from the day of the cut on', () => {
    const cut = { line: operating, amount: baht('200.01') };
    expect(run({ cuts: [{ ...cut, on: day('2025-11-05') }] })).toEqual([
      { document: 'V-2', position: '5', code: 'budget-exceeded', shortBy: '100.01', follows: false },
    ]);
    expect(run({ cuts: [{ ...cut, amount: baht('100.00'), on: day('2025-11-06') }] })).toEqual([]);
  });

  it('judges the cut itself as the real one would be', () => {
    const cut = { line: operating, amount: baht('200.01'), on: day('2025-11-06') };
    expect(run({ cuts: [cut] })).toMatchObject([
      { position: '5', code: 'cut-below-used', shortBy: '100.01' },
    ]);
  });

  it('under a proposed policy that only warns refuses nothing', () => {
    const policy = { ...DEFAULT_POLICY, availability: [rule({ severity: 'warn' })] };
    expect(
      run({ policy, cuts: [{ line: operating, amount: baht('900.00'), on: day('2025-11-03') }] }),
    ).toEqual([]);
  });

  it('leaves what was allowed by an override', () => {
    const overridden = year.map((decision) => ({ ...decision, overridden: true }));
    const cuts = [{ line: operating, amount: baht('900.00'), on: day('2025-11-03') }];
    expect(reRun(overridden, { policy: DEFAULT_POLICY, cuts }, THAI_CALENDAR)).toEqual([]);
  });
});
