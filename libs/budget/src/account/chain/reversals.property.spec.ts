import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal, parseQuantity, type Quantity, satang, type Satang } from '#kernel';
import { budgetAccount } from '../account.ts';
import type { AccountCommand } from '../commands.ts';
import { under } from '../control/control.fixture.ts';
import type { AccountState } from '../state.ts';
import { allocate, capital, commit, day, open } from '../testing.fixture.ts';
import { accept, request, units } from './chain.fixture.ts';
import { chainCommands } from './chain-commands.fixture.ts';

const start: readonly AccountCommand[] = [
  open(),
  allocate('9.00'),
  allocate('2.00', { line: capital }),
  request('1', '1.00', { quantity: units('7') }),
  commit('1', '0.70', { request: '1', line: undefined, quantity: units('4') }),
  accept('1', '1', { quantity: units('2') }),
];
/** A generous excess, so that dear units are tried as often as cheap ones. */
const context = { ...under({ excess: { percent: '1000' } }), bookedOn: day('2026-07-01') };
const today = context.bookedOn;
const reason = 'บันทึกผิด';

/** The state after a command; nothing when it is refused. */
function stepped(state: AccountState, command: AccountCommand): AccountState | undefined {
  const outcome = budgetAccount.decide(state, command, context);
  if (isRefusal(outcome)) return undefined;
  return outcome.reduce((so, event) => budgetAccount.evolve(so, event), structuredClone(state));
}

const played = (commands: readonly AccountCommand[]): AccountState =>
  [...start, ...commands].reduce<AccountState>(
    (state, command) => stepped(state, command) ?? state,
    budgetAccount.initial(),
  );

/** What one more document takes: an amount, perhaps units of it, perhaps the last one. */
interface Taking {
  readonly stage: 'commit' | 'accept' | 'pay-acceptance' | 'pay-commitment';
  readonly of: string;
  readonly amount: Satang;
  readonly quantity: Quantity | undefined;
  readonly final: boolean;
}

const takings: fc.Arbitrary<Taking> = fc.record({
  stage: fc.constantFrom('commit', 'accept', 'pay-acceptance', 'pay-commitment'),
  of: fc.constantFrom('1', '1', '2', '3'),
  amount: fc.integer({ min: 1, max: 80 }).map(satang),
  quantity: fc.option(fc.constantFrom(...['0.3333', '1', '2', '3'].map(parseQuantity)), { nil: undefined }),
  final: fc.boolean(),
});

const commandOf = ({ stage, of, amount, quantity, final }: Taking): AccountCommand => {
  const taking = { amount, quantity, final, effectiveOn: today };
  if (stage === 'commit') return { type: 'commit', commitment: 'X', request: of, ...taking };
  if (stage === 'accept') return { type: 'accept', acceptance: 'X', commitment: of, ...taking };
  const earlier = stage === 'pay-acceptance' ? { acceptance: of } : { commitment: of };
  return { type: 'disburse', disbursement: 'X', ...earlier, ...taking };
};

function undoOf({ stage }: Taking): AccountCommand {
  const why = { reason, effectiveOn: today };
  if (stage === 'commit') return { type: 'reverse-commitment', commitment: 'X', ...why };
  if (stage === 'accept') return { type: 'reverse-acceptance', acceptance: 'X', ...why };
  return { type: 'reverse-disbursement', disbursement: 'X', ...why };
}

/** All but what document X leaves of itself: its number stays taken. */
function standing(state: AccountState) {
  const others = <T>(map: ReadonlyMap<string, T>) => [...map].filter(([key]) => key !== 'X');
  return {
    lines: state.lines,
    requests: others(state.requests),
    commitments: others(state.commitments),
    acceptances: others(state.acceptances),
    disbursements: others(state.disbursements),
    contracts: state.contracts,
  };
}

const stories = fc.array(chainCommands, { maxLength: 25 });

describe('whatever happened before', () => {
  it('a document that is made and taken back leaves everything as it was', () => {
    const made = new Map<string, number>();
    fc.assert(
      fc.property(stories, takings, (story, taking) => {
        const before = played(story);
        const after = stepped(before, commandOf(taking));
        if (!after) return;
        const back = stepped(after, undoOf(taking));
        if (!back) throw new Error(`the ${taking.stage} could not be taken back`);
        const kind = `${taking.stage}${taking.final ? ' final' : ''}`;
        made.set(kind, (made.get(kind) ?? 0) + 1);
        expect(standing(back)).toEqual(standing(before));
      }),
      { numRuns: 600 },
    );
    // Every stage was made and taken back, and closed, or the rule would hold for want of documents.
    expect(made.size).toBe(8);
  });

  it('a payment that is taken back in parts gives back exactly what it took', () => {
    fc.assert(
      fc.property(
        stories,
        takings.filter(({ stage }) => stage.startsWith('pay')),
        fc.array(fc.integer({ min: 1, max: 40 }).map(satang), { maxLength: 4 }),
        (story, taking, parts) => {
          const before = played(story);
          let state = stepped(before, commandOf(taking));
          if (!state) return;
          for (const amount of parts) {
            state = stepped(state, { ...undoOf(taking), amount } as AccountCommand) ?? state;
          }
          state = stepped(state, undoOf(taking)) ?? state;
          expect(standing(state)).toEqual(standing(before));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('money that comes back of a payment never makes its document outstanding again', () => {
    fc.assert(
      fc.property(
        stories,
        takings.filter(({ stage }) => stage.startsWith('pay')),
        fc.integer({ min: 1, max: 40 }).map(satang),
        (story, taking, amount) => {
          const paid = stepped(played(story), commandOf(taking));
          if (!paid) return;
          const back = { type: 'refund', refund: 'X', disbursement: 'X', amount, reason } as const;
          const refunded = stepped(paid, { ...back, effectiveOn: today });
          if (!refunded) return;
          const { lines: _, ...documents } = standing(refunded);
          expect(documents).toEqual((({ lines: __, ...rest }) => rest)(standing(paid)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
