import { add, type CivilDate, type Quantity, subtract, sum, type Satang, ZERO } from '#kernel';
import { type Line, lineKey } from '../line.ts';
import type { ContractState } from './chain/contract.ts';
import type { PlanByQuarter } from './authority/plan.ts';
import { type CashState, noCash } from './cash/state.ts';
import { noYearEnd, type YearEndState } from './year-end/state.ts';

/** What a line of the account holds. */
export interface LineState {
  readonly line: Line;
  /** Allocations, supplements and transfers in, less cuts, transfers out and what lapsed: the current budget. */
  allocated: Satang;
  /** What was asked for before it was allocated. */
  estimated: Satang;
  /** What of the allocation may be used so far. */
  released: Satang;
  /** Outstanding requests. */
  preCommitted: Satang;
  /** Obligations that are not paid yet, accepted ones among them. */
  committed: Satang;
  /** Of what is committed: accepted and not yet paid. */
  accepted: Satang;
  /** What was paid out, advances that are not cleared among it. */
  disbursed: Satang;
  /** Of what is disbursed: advances that are not cleared. */
  advanced: Satang;
}

/** What a document took of the one before it in the chain. */
export interface Drawn {
  /** The earlier document, by `documentKey`. */
  readonly key: string;
  readonly amount: Satang;
  readonly quantity?: Quantity | undefined;
  /** What closing released of the earlier document in the same decision. */
  readonly closed?: Satang | undefined;
}

/** A document in foreign currency consumes budget at the rate it was booked at. */
export interface Foreign {
  /** ISO 4217. */
  readonly currency: string;
  readonly amount: string;
  /** Baht for one unit, as a decimal string. */
  readonly rate: string;
}

/** One line of a request, a commitment or an acceptance, and what of it no later document has taken yet. */
export interface DocumentState {
  readonly line: Line;
  readonly effectiveOn: CivilDate;
  /** Its date in its first fiscal year, when it was brought forward from there. */
  readonly since?: CivilDate | undefined;
  amount: Satang;
  outstanding: Satang;
  readonly quantity?: Quantity | undefined;
  outstandingQuantity?: Quantity | undefined;
  readonly foreign?: Foreign | undefined;
  readonly draws?: Drawn | undefined;
  /** Taken back: nothing more can be done with it. */
  reversed?: true;
  /** The correction of a quarter that counts a payment of it. */
  correctedBy?: string;
}

export interface DisbursementState {
  readonly line: Line;
  /** The document that it was paid from, by `documentKey`; neither for a direct payment. */
  readonly commitment: string | undefined;
  readonly acceptance: string | undefined;
  readonly effectiveOn: CivilDate;
  readonly amount: Satang;
  reversed: Satang;
  /** What came back to the line. */
  refunded: Satang;
  /** What it holds of the document that it was paid from. */
  drawn: Satang;
  quantity: Quantity | undefined;
  /** What closing released of that document in the same decision. */
  closed: Satang;
}

/** One end of a transfer; by direction and number. */
export interface TransferState {
  readonly line: Line;
  readonly other: { readonly project: string; readonly line: Line };
  readonly amount: Satang;
  /** What of the amount moved as released budget. */
  readonly released: Satang;
  readonly effectiveOn: CivilDate;
  /** By when it is to be reported; nothing where no report is owed. */
  readonly reportDueOn: CivilDate | undefined;
  reported: boolean;
  reversed: boolean;
}

/** What moved in a month; quarters are sums of months, whatever the calendar. */
export interface Moved {
  readonly preCommitted: Satang;
  readonly committed: Satang;
  readonly disbursed: Satang;
}

/** The account as its events left it. Everything is found by number, so that a decision costs the same in a long year. */
export interface AccountState extends YearEndState, CashState {
  opened: AccountName | undefined;
  readonly lines: Map<string, LineState>;
  /** By `documentKey`, like the commitments and acceptances. */
  readonly requests: Map<string, DocumentState>;
  readonly commitments: Map<string, DocumentState>;
  readonly acceptances: Map<string, DocumentState>;
  readonly disbursements: Map<string, DisbursementState>;
  readonly transfers: Map<string, TransferState>;
  readonly corrections: Set<string>;
  readonly refunds: Set<string>;
  /** Lines of documents that do not touch the budget. */
  readonly offBudget: Set<string>;
  /** Contracts over several years, by number. */
  readonly contracts: Map<string, ContractState>;
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
  requests: new Map(),
  commitments: new Map(),
  acceptances: new Map(),
  disbursements: new Map(),
  transfers: new Map(),
  corrections: new Set(),
  refunds: new Set(),
  offBudget: new Set(),
  contracts: new Map(),
  months: new Map(),
  plan: undefined,
  ...noCash(),
  ...noYearEnd(),
});

/** Budget of a line that is neither committed nor disbursed; zero for a line without budget. */
export function available(state: AccountState, line: Line): Satang {
  const found = state.lines.get(lineKey(line));
  return found ? availableOn(found) : ZERO;
}

export const availableOn = ({ allocated, preCommitted, committed, disbursed }: LineState): Satang =>
  subtract(subtract(subtract(allocated, preCommitted), committed), disbursed);

/** A document of several lines has an item for each; one without items is its number alone. */
export const documentKey = (number: string, item?: string): string =>
  item === undefined ? number : `${number}\n${item}`;

/** A document in words, as refusals name it. */
export const documentName = (number: string, item?: string): string =>
  item === undefined ? number : `${number} item ${item}`;

export interface AccountTotals {
  readonly allocated: Satang;
  readonly preCommitted: Satang;
  readonly committed: Satang;
  readonly disbursed: Satang;
  readonly available: Satang;
}

/** The lines of the account added up. */
export function accountTotals({ lines }: AccountState): AccountTotals {
  const all = [...lines.values()];
  return {
    allocated: sum(all.map((line) => line.allocated)),
    preCommitted: sum(all.map((line) => line.preCommitted)),
    committed: sum(all.map((line) => line.committed)),
    disbursed: sum(all.map((line) => line.disbursed)),
    available: sum(all.map(availableOn)),
  };
}

/** What was disbursed and committed, net, from the first month to the last; on one line, or on all. */
export function movedBetween(state: AccountState, first: CivilDate, last: CivilDate, line?: Line): Moved {
  let moved = NOTHING_MOVED;
  for (const [key, by] of state.months) {
    const month = key.slice(-7);
    if (month < first.slice(0, 7) || month > last.slice(0, 7)) continue;
    if (line && !key.startsWith(`${lineKey(line)}\n`)) continue;
    moved = addMoved(moved, by);
  }
  return moved;
}

const emptyLine = (line: Line): LineState => ({
  line,
  allocated: ZERO,
  estimated: ZERO,
  released: ZERO,
  preCommitted: ZERO,
  committed: ZERO,
  accepted: ZERO,
  disbursed: ZERO,
  advanced: ZERO,
});

export function lineState(state: AccountState, line: Line): LineState {
  let found = state.lines.get(lineKey(line));
  if (!found) {
    found = emptyLine(line);
    state.lines.set(lineKey(line), found);
  }
  return found;
}

/** What an event moves on its line; of accepted money and of advances only the line keeps count. */
export interface LineMove extends Partial<Moved> {
  readonly accepted?: Satang;
  readonly advanced?: Satang;
}

/** Counts what an event moved, on its line and in its month. */
export function move(state: AccountState, line: Line, effectiveOn: CivilDate, by: LineMove): void {
  const found = lineState(state, line);
  const moved = { ...NOTHING_MOVED, ...by };
  found.preCommitted = add(found.preCommitted, moved.preCommitted);
  found.committed = add(found.committed, moved.committed);
  found.accepted = add(found.accepted, by.accepted ?? ZERO);
  found.disbursed = add(found.disbursed, moved.disbursed);
  found.advanced = add(found.advanced, by.advanced ?? ZERO);
  const month = `${lineKey(line)}\n${effectiveOn.slice(0, 7)}`;
  state.months.set(month, addMoved(state.months.get(month) ?? NOTHING_MOVED, moved));
}

/** The line and the month (`YYYY-MM`) that a key of `months` stands for. */
export function lineOfMonth(key: string): { readonly line: Line; readonly month: string } {
  const [fundSource = '', category = '', month = ''] = key.split('\n');
  return { line: { fundSource, category }, month };
}

const NOTHING_MOVED: Moved = { preCommitted: ZERO, committed: ZERO, disbursed: ZERO };

const addMoved = (a: Moved, b: Moved): Moved => ({
  preCommitted: add(a.preCommitted, b.preCommitted),
  committed: add(a.committed, b.committed),
  disbursed: add(a.disbursed, b.disbursed),
});
