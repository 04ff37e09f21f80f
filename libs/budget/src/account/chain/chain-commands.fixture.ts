import fc from 'fast-check';
import { atRate, parseQuantity, satang } from '#kernel';
import type { AccountCommand } from '../commands.ts';
import { capital, day, operating } from '../testing.fixture.ts';

/** Few numbers, small amounts and units, so that documents meet each other and what is outstanding of them. */
const lines = fc.constantFrom(operating, operating, capital);
const amounts = fc.constantFrom(...[1, 2, 3, 5, 7, 10, 33, 100].map(satang));
const changes = fc.constantFrom(...[-100, -33, -5, -2, -1, 1, 2, 10].map(satang));
const numbers = fc.constantFrom('1', '2', '3');
const units = fc.constantFrom(...['1', '2', '3', '0.5'].map(parseQuantity));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const dates = fc.constantFrom(
  ...['2025-11-01', '2025-11-01', '2025-11-01', '2025-12-15', '2026-02-01'].map(day),
);
const reason = fc.constant('เหตุผล');
const final = maybe(fc.boolean());

const of = <const Type extends string>(type: Type) => fc.constant(type);

/** Tenths of dollars at a rate that has to be rounded, on a few documents of their own. */
const dollars = fc.constantFrom('0.1', '0.2', '0.3', '1');
const RATE = '0.3333';
const part = dollars.map((amount) => ({ currency: 'USD', amount }));
const foreignNumbers = fc.constantFrom('F', 'G');

const foreignCommands: fc.Arbitrary<AccountCommand> = fc.oneof(
  fc
    .record({ commitment: foreignNumbers, line: lines, foreign: part, quantity: maybe(units) })
    .map(({ foreign, ...order }) => ({
      type: 'commit' as const,
      ...order,
      foreign: { ...foreign, rate: RATE },
      amount: atRate(foreign.amount, RATE),
      effectiveOn: day('2025-11-01'),
    })),
  fc.record({
    type: of('accept'),
    acceptance: numbers,
    commitment: foreignNumbers,
    quantity: maybe(units),
    foreign: maybe(part),
    final,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('disburse'),
    disbursement: fc.constantFrom('1', '2', '3', '4'),
    amount: amounts,
    commitment: foreignNumbers,
    foreign: part,
    final,
    effectiveOn: dates,
  }),
  fc.record({ type: of('reverse-commitment'), commitment: foreignNumbers, reason, effectiveOn: dates }),
);

/** Restates what a commitment has outstanding, with or without a payment. */
const corrections: fc.Arbitrary<AccountCommand> = fc.record({
  type: of('correct-quarter'),
  correction: fc.constantFrom('1', '2', '3', '4', '5'),
  quarter: fc.constantFrom('Q1' as const, 'Q2' as const),
  commitment: numbers,
  committed: changes,
  disbursed: changes,
  reason,
});

/** Anything that may be asked of the chain from request to payment. */
export const chainCommands: fc.Arbitrary<AccountCommand> = fc.oneof(
  foreignCommands,
  corrections,
  fc.record({
    type: of('make-request'),
    request: numbers,
    line: lines,
    amount: amounts,
    quantity: maybe(units),
    effectiveOn: dates,
  }),
  fc.record({
    type: of('release-request'),
    request: numbers,
    amount: maybe(amounts),
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('commit'),
    commitment: numbers,
    line: lines,
    amount: amounts,
    quantity: maybe(units),
    effectiveOn: dates,
  }),
  fc.record({
    type: of('commit'),
    commitment: numbers,
    request: numbers,
    amount: amounts,
    quantity: maybe(units),
    final,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('amend-commitment'),
    commitment: numbers,
    change: changes,
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('release-commitment'),
    commitment: numbers,
    amount: maybe(amounts),
    reason,
    effectiveOn: dates,
  }),
  fc.record({ type: of('reverse-commitment'), commitment: numbers, reason, effectiveOn: dates }),
  fc.record({
    type: of('accept'),
    acceptance: numbers,
    commitment: numbers,
    amount: maybe(amounts),
    quantity: maybe(units),
    final,
    effectiveOn: dates,
  }),
  fc.record({ type: of('reverse-acceptance'), acceptance: numbers, reason, effectiveOn: dates }),
  fc.record({
    type: of('disburse'),
    disbursement: fc.constantFrom('1', '2', '3', '4'),
    amount: amounts,
    acceptance: numbers,
    quantity: maybe(units),
    final,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('disburse'),
    disbursement: fc.constantFrom('1', '2', '3', '4'),
    amount: amounts,
    commitment: numbers,
    quantity: maybe(units),
    final,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('reverse-disbursement'),
    disbursement: numbers,
    amount: maybe(amounts),
    reason,
    effectiveOn: dates,
  }),
  fc.record({
    type: of('refund'),
    refund: fc.constantFrom('1', '2', '3', '4', '5'),
    disbursement: numbers,
    amount: amounts,
    reason,
    effectiveOn: dates,
  }),
);
