import { type CellStyle, cellWithoutColumn, type KindOfSheet, type ReadRow, readRow } from '#sheets';
import { filledRows, isNamedPlace, kindOf, placeOf, type Sheet } from './sheet.ts';

/** What is wrong with a cell, as the page or the ledger found it. */
export interface Fault {
  readonly column: string;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** How a row stands: what is wrong with it, and what the ledger said of it. */
export interface RowState {
  readonly faults: readonly Fault[];
  /** Nothing is wrong with it, but others have to approve it. */
  readonly needsApproval: boolean;
  /** What is available on each touched line, the rows before counted; in baht. */
  readonly available: readonly LineAfter[];
  /** Whether the ledger has looked at it as it is now. */
  readonly tried: boolean;
}

export interface LineAfter {
  readonly project: string;
  readonly line: { readonly fundSource: string; readonly category: string };
  readonly before: string;
  readonly after: string;
}

/** What the ledger answered for the rows as they were sent. */
export interface TriedRows {
  readonly sheet: Sheet;
  readonly byRow: ReadonlyMap<
    number,
    { readonly faults: readonly Fault[]; readonly available: readonly LineAfter[] }
  >;
}

const NOTHING: RowState = { faults: [], needsApproval: false, available: [], tried: false };

/** Reads rows again only when they or what their cells mean changed. */
export class RowReader {
  #of: { readonly kind: KindOfSheet; readonly style: CellStyle; readonly keys: Sheet['keys'] } | undefined;
  #read = new WeakMap<readonly string[], ReadRow>();

  /** How every row stands that holds something; what is recorded has no faults. */
  states(sheet: Sheet, tried: TriedRows | undefined): ReadonlyMap<number, RowState> {
    if (sheet.posted !== null)
      return new Map(filledRows(sheet).map((at) => [at, { ...NOTHING, tried: true }]));
    this.#forgetUnlike(sheet);
    const same = tried !== undefined && isSameBesideRows(tried.sheet, sheet);
    return new Map(
      filledRows(sheet).map((at) => {
        const own = this.#row(sheet, at).faults.map(({ column, refusal: { code, message, details } }) => ({
          column,
          code,
          message,
          details,
        }));
        if (own.length > 0) return [at, { ...NOTHING, faults: own }];
        const said = same && tried.sheet.rows[at] === sheet.rows[at] ? tried.byRow.get(at) : undefined;
        return [at, said === undefined ? NOTHING : stateOf(said)];
      }),
    );
  }

  /** The values of a row as the ledger would take them. */
  values(sheet: Sheet, at: number): Readonly<Record<string, string>> {
    this.#forgetUnlike(sheet);
    return this.#row(sheet, at).values;
  }

  #row(sheet: Sheet, at: number): ReadRow {
    const texts = sheet.rows[at] ?? [];
    const known = this.#read.get(texts);
    if (known) return known;
    const kind = kindOf(sheet);
    const cells = Object.fromEntries(kind.columns.map(({ key }) => [key, texts[placeOf(sheet, key)] ?? '']));
    const inColumns = readRow(kind, cells, sheet.style);
    const stray = cellWithoutColumn(sheet.keys, texts, (place) => isNamedPlace(sheet, place));
    const read = stray ? { ...inColumns, faults: [...inColumns.faults, stray] } : inColumns;
    this.#read.set(texts, read);
    return read;
  }

  #forgetUnlike(sheet: Sheet): void {
    const kind = kindOf(sheet);
    const { style, keys } = sheet;
    const { kind: oldKind, style: oldStyle, keys: oldKeys } = this.#of ?? {};
    if (oldKind === kind && oldStyle === style && oldKeys === keys) return;
    this.#of = { kind, style, keys };
    this.#read = new WeakMap();
  }
}

type TriedRow = TriedRows['byRow'] extends ReadonlyMap<number, infer Row> ? Row : never;

/** That a row needs approval is told as a refusal of it, and is no fault of any cell. */
function stateOf({ faults, available }: TriedRow): RowState {
  const wrong = faults.filter(({ code }) => code !== 'approval-needed');
  return { faults: wrong, needsApproval: wrong.length < faults.length, available, tried: true };
}

/** What was said of rows holds only while they mean the same. */
const isSameBesideRows = (a: Sheet, b: Sheet): boolean =>
  a.kind === b.kind && a.style === b.style && a.keys === b.keys && a.fiscalYear === b.fiscalYear;

export interface FaultCount {
  readonly cells: number;
  readonly rows: number;
}

/** How many cells in how many rows are faulty. */
export function countFaults(states: ReadonlyMap<number, RowState>): FaultCount {
  const faulty = [...states.values()].filter(({ faults }) => faults.length > 0);
  return { rows: faulty.length, cells: faulty.reduce((sum, { faults }) => sum + faults.length, 0) };
}

/** Every row of a sheet in the order that it is shown in: as it came, or the faulty ones first. */
export function orderOf(
  sheet: Sheet,
  states: ReadonlyMap<number, RowState>,
  order: 'faulty-first' | 'as-came' | 'faulty-only',
): readonly number[] {
  const all = sheet.rows.map((_, at) => at);
  if (order === 'as-came') return all;
  const isFaulty = (at: number): boolean => (states.get(at)?.faults.length ?? 0) > 0;
  const faulty = all.filter(isFaulty);
  return order === 'faulty-only' ? faulty : [...faulty, ...all.filter((at) => !isFaulty(at))];
}
