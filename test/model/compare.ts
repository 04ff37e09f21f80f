import { type AccountEvent, budgetAccount, movementsOf } from '#budget';
import { THAI_CALENDAR } from '#kernel';
import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { inspect } from 'node:util';
import { type Asked, opening, type Rule } from './asked.ts';
import { Deciders } from './ledger.ts';
import { type Balance, Reference } from './reference.ts';

/** Plays a story through the ledger and the reference side by side; throws where they part. Counts what was taken. */
export function compare(
  { rule, asked }: { readonly rule: Rule; readonly asked: readonly Asked[] },
  taken = new Map<string, number>(),
): void {
  const [ledger, reference] = [new Deciders(rule), new Reference(rule)];
  for (const [index, what] of [...opening, ...asked].entries()) {
    const verdict = reference.ask(what);
    const recorded = ledger.ask(what);
    const told = verdict ? `taken by the reference: ${ledger.said}` : 'refused by the reference';
    strictEqual(recorded, verdict, `${index}: ${what.kind} is ${told}`);
    if (verdict && index >= opening.length) taken.set(what.kind, (taken.get(what.kind) ?? 0) + 1);
    const balances = ledger.balances();
    deepStrictEqual(
      inOrder(balances),
      inOrder(reference.balances()),
      `${index}: balances after ${what.kind}`,
    );
    mustConserve(rule, balances);
  }
  mustReplay(ledger);
}

const inOrder = (balances: ReadonlyMap<string, Balance>) =>
  [...balances].filter(([, each]) => hasMoved(each)).sort();

/** A line on which everything is nothing may or may not be known. */
const hasMoved = (balance: Balance): boolean => Object.values(balance).some((amount) => amount !== 0n);

/** Budget is available, held, obliged or paid, whatever lines are counted together; nothing is below zero. */
function mustConserve({ key, stops, tolerance }: Rule, balances: ReadonlyMap<string, Balance>): void {
  const all = [...balances.values()];
  for (const each of all) {
    strictEqual(each.budget, each.available + each.preCommitted + each.committed + each.disbursed);
    for (const amount of [
      each.preCommitted,
      each.accepted,
      each.committed - each.accepted,
      each.advanced,
      each.disbursed,
    ]) {
      strictEqual(amount >= 0n, true, 'a stage below zero');
    }
    if (stops && key === 'line')
      strictEqual(each.available >= -tolerance, true, 'a line used beyond its budget');
  }
}

/** A state as text; what was cloned has other prototypes. */
const printed = (state: unknown): string => inspect(state, { depth: null, sorted: true });

/** The log alone gives the state again, and the cells of the reports are its stages. */
function mustReplay({ states, logs }: Deciders): void {
  for (const [project, log] of logs) {
    const stored = log.map((event) => JSON.parse(JSON.stringify(event)) as AccountEvent);
    const again = stored.reduce(
      (state, event) => budgetAccount.evolve(state, event),
      budgetAccount.initial(),
    );
    strictEqual(printed(again), printed(states.get(project)));
    const cells = new Map<string, number>();
    for (const event of stored) {
      for (const { measure, amount } of movementsOf(event, THAI_CALENDAR)) {
        cells.set(measure, (cells.get(measure) ?? 0) + amount);
      }
    }
    const held = [...again.lines.values()];
    const sum = (
      member: 'allocated' | 'preCommitted' | 'committed' | 'accepted' | 'disbursed' | 'advanced',
    ) => held.reduce((total, line) => total + line[member], 0);
    deepStrictEqual(
      ['budget', 'pre-committed', 'committed', 'accepted', 'disbursed', 'advanced'].map(
        (name) => cells.get(name) ?? 0,
      ),
      [
        sum('allocated'),
        sum('preCommitted'),
        sum('committed'),
        sum('accepted'),
        sum('disbursed'),
        sum('advanced'),
      ],
    );
  }
}
