import fc from 'fast-check';
import { type CivilDate, type Quarter, satang, ZERO } from '#kernel';
import { chainCommands } from './chain/chain-commands.fixture.ts';
import type { AccountCommand } from './commands.ts';
import { capital, day, operating } from './testing.fixture.ts';

/** Few numbers, few amounts and two lines, so that commands meet each other and the limits. */
const lines = fc.constantFrom(operating, capital);
const amounts = fc.constantFrom(...[1, 1, 2, 3, 5, 10, 50, 0, -1].map(satang));
const changes = fc.constantFrom(...[-50, -3, -2, -1, 0, 1, 2, 3, 50].map(satang));
const numbers = fc.constantFrom('1', '2', '3');
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const inYear = fc.constantFrom(
  ...['2025-10-01', '2025-12-31', '2026-01-01', '2026-03-31', '2026-09-30'].map(day),
);
const mostly = <T>(usual: fc.Arbitrary<T>, rare: T) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.constant(rare) });
const dates = mostly(inYear, day('2026-10-01'));
const reason = mostly(fc.constant('เหตุผล'), '');
const plans = fc.record({ Q1: amounts, Q2: amounts, Q3: amounts, Q4: amounts });

const corrections = fc.record({
  type: fc.constant('correct-quarter' as const),
  correction: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  quarter: mostly<Quarter>(fc.constantFrom('Q1', 'Q2', 'Q3'), 'Q4'),
  line: lines,
  disbursed: changes,
  reason,
  effectiveOn: mostly<CivilDate | undefined>(fc.constant(undefined), day('2025-12-31')),
});

const other = { project: 'P02', line: operating };
const ends = fc.record({
  transfer: numbers,
  line: lines,
  amount: amounts,
  released: maybe(amounts),
  reason,
  effectiveOn: dates,
});

const cuts = fc.record({
  type: fc.constant('cut' as const),
  line: lines,
  amount: amounts,
  reason,
  effectiveOn: dates,
});

/** What gives and takes authority, beside what is allocated. */
export const authorityCommands: fc.Arbitrary<AccountCommand> = fc.oneof(
  fc.record({ type: fc.constant('estimate' as const), line: lines, amount: amounts, effectiveOn: dates }),
  fc.record({
    type: fc.constant('release-budget' as const),
    line: lines,
    amount: amounts,
    effectiveOn: dates,
  }),
  ends.map((end) => ({ ...end, type: 'transfer-out' as const, to: other })),
  ends.map((end) => ({ ...end, type: 'transfer-in' as const, from: other })),
  cuts,
);

/** Advances, and cash that is held. */
export const cashCommands: fc.Arbitrary<AccountCommand> = fc.oneof(
  fc.record({
    type: fc.constant('pay-advance' as const),
    advance: numbers,
    line: lines,
    amount: amounts,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('clear-advance' as const),
    advance: numbers,
    disbursement: fc.constantFrom('4', '5', '6'),
    spent: amounts,
    returned: maybe(amounts),
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('return-advance' as const),
    advance: numbers,
    amount: amounts,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('reverse-clearing' as const),
    clearing: fc.constantFrom('4', '5', '6'),
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('hold-guarantee' as const),
    guarantee: numbers,
    commitment: maybe(numbers),
    amount: amounts,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('return-held' as const),
    number: numbers,
    amount: amounts,
    to: fc.constantFrom('counterparty' as const, 'kept' as const),
    reason,
    effectiveOn: dates,
  }),
);

/** Anything that may be asked of an account; on 1 July 2026 the first three quarters have ended. */
export const commands: fc.Arbitrary<AccountCommand> = fc.oneof(
  authorityCommands,
  cashCommands,
  chainCommands,
  cuts,
  fc.record({ type: fc.constant('allocate' as const), line: lines, amount: amounts, effectiveOn: dates }),
  fc.record({ type: fc.constant('set-plan' as const), quarters: plans, effectiveOn: dates }),
  fc.record({ type: fc.constant('revise-plan' as const), quarters: plans, reason, effectiveOn: dates }),
  fc.record({
    type: fc.constant('commit' as const),
    commitment: numbers,
    line: lines,
    amount: amounts,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('amend-commitment' as const),
    commitment: numbers,
    change: changes,
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('release-commitment' as const),
    commitment: numbers,
    amount: maybe(amounts),
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('disburse' as const),
    disbursement: fc.constantFrom('1', '2', '3', '4'),
    amount: amounts,
    line: maybe(lines),
    commitment: maybe(numbers),
    effectiveOn: dates,
  }),
  fc.record({
    type: fc.constant('reverse-disbursement' as const),
    disbursement: numbers,
    amount: maybe(amounts),
    reason,
    effectiveOn: dates,
  }),
  corrections.map((correction) => ({ ...correction, committed: ZERO })),
  fc
    .tuple(corrections, changes, numbers)
    .map(([{ line: _, ...correction }, committed, commitment]) => ({ ...correction, committed, commitment })),
);
