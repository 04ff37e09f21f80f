import { add, type CivilDate, subtract, sum, type Satang, UnreadableEvent, ZERO } from '#kernel';
import { type Line, lineKey } from '../line.ts';
import type { PlanByQuarter } from './authority/plan.ts';

/** What a line of the account holds. */
export interface LineState {
  readonly line: Line;
  /** Allocations, supplements and transfers in, less cuts and transfers out. */
  allocated: Satang;
  /** Outstanding commitments. */
  committed: Satang;
  disbursed: Satang;
}

export interface CommitmentState {
  readonly line: Line;
  readonly effectiveOn: CivilDate;
  outstanding: Satang;
}

export interface DisbursementState {
  readonly line: Line;
  readonly commitment: string | undefined;
  readonly effectiveOn: CivilDate;
  readonly amount: Satang;
  reversed: Satang;
}

/** One end of a transfer; by direction and number. */
export interface TransferState {
  readonly line: Line;
  readonly other: { readonly project: string; readonly line: Line };
  readonly amount: Satang;
  reversed: boolean;
}

/** What moved in a month; quarters are sums of months, whatever the calendar. */
export interface Moved {
  readonly disbursed: Satang;
  readonly committed: Satang;
}

/** The account as its events left it. Everything is found by number, so that a decision costs the same in a long year. */
export interface AccountState {
  opened: AccountName | undefined;
  readonly lines: Map<string, LineState>;
  readonly commitments: Map<string, CommitmentState>;
  readonly disbursements: Map<string, DisbursementState>;
  readonly transfers: Map<string, TransferState>;
  readonly corrections: Set<string>;
  /** By line and month, `<line key>\n<YYYY-MM>`. */
  readonly months: Map<string, Moved>;
  plan: PlanByQuarter | undefined;
}

export interface AccountName {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
  readonly name: string;
}

export const emptyAccount = (): AccountState => ({
  opened: undefined,
  lines: new Map(),
  commitments: new Map(),
  disbursements: new Map(),
  transfers: new Map(),
  corrections: new Set(),
  months: new Map(),
  plan: undefined,
});

/** Budget of a line that is neither committed nor disbursed; zero for a line without budget. */
export function available(state: AccountState, line: Line): Satang {
  const found = state.lines.get(lineKey(line));
  return found ? availableOn(found) : ZERO;
}

export const availableOn = ({ allocated, committed, disbursed }: LineState): Satang =>
  subtract(subtract(allocated, committed), disbursed);

export interface AccountTotals {
  readonly allocated: Satang;
  readonly committed: Satang;
  readonly disbursed: Satang;
  readonly available: Satang;
}

/** The lines of the account added up. */
export function accountTotals({ lines }: AccountState): AccountTotals {
  const all = [...lines.values()];
  return {
    allocated: sum(all.map((line) => line.allocated)),
    committed: sum(all.map((line) => line.committed)),
    disbursed: sum(all.map((line) => line.disbursed)),
    available: sum(all.map(availableOn)),
  };
}

/** What was disbursed and committed, net, from the first month to the last; on one line, or on all. */
export function movedBetween(state: AccountState, first: CivilDate, last: CivilDate, line?: Line): Moved {
  let moved: Moved = { disbursed: ZERO, committed: ZERO };
  for (const [key, { disbursed, committed }] of state.months) {
    const month = key.slice(-7);
    if (month < first.slice(0, 7) || month > last.slice(0, 7)) continue;
    if (line && !key.startsWith(`${lineKey(line)}\n`)) continue;
    moved = { disbursed: add(moved.disbursed, disbursed), committed: add(moved.committed, committed) };
  }
  return moved;
}

/** A commitment that an event speaks of. Throws when it was never made: such a log cannot be read on. */
export function commitmentOf(state: AccountState, commitment: string): CommitmentState {
  const held = state.commitments.get(commitment);
  if (!held) throw new UnreadableEvent(`the commitment ${commitment} was never made`);
  return held;
}

export function lineState(state: AccountState, line: Line): LineState {
  let found = state.lines.get(lineKey(line));
  if (!found) {
    found = { line, allocated: ZERO, committed: ZERO, disbursed: ZERO };
    state.lines.set(lineKey(line), found);
  }
  return found;
}

/** Counts what an event disbursed and committed, on its line and in its month. */
export function move(state: AccountState, line: Line, effectiveOn: CivilDate, by: Moved): void {
  const found = lineState(state, line);
  found.disbursed = add(found.disbursed, by.disbursed);
  found.committed = add(found.committed, by.committed);
  const month = `${lineKey(line)}\n${effectiveOn.slice(0, 7)}`;
  const before = state.months.get(month) ?? { disbursed: ZERO, committed: ZERO };
  state.months.set(month, {
    disbursed: add(before.disbursed, by.disbursed),
    committed: add(before.committed, by.committed),
  });
}
