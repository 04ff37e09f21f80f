import type { DatabaseSync } from 'node:sqlite';
import { type Line, lineKey, type Movement } from '#budget/folding';
import { add, Recent, type Satang, ZERO } from '#kernel/folding';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';
import type { AccountPlace } from '../stream-place.ts';

/** What was disbursed per line and month, with running balances by position. */
export const disbursementMonths: Projection = {
  name: 'disbursement-months',
  version: 1,
  cost: 3,
  schema: `
CREATE TABLE dm_cell (
  id INTEGER PRIMARY KEY,
  organisation TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  project TEXT NOT NULL,
  fund_source TEXT NOT NULL,
  category TEXT NOT NULL,
  month TEXT NOT NULL,
  UNIQUE (organisation, fiscal_year, project, fund_source, category, month)
) STRICT;

CREATE TABLE dm_entry (
  cell INTEGER NOT NULL,
  position INTEGER NOT NULL,
  movement INTEGER NOT NULL,
  balance INTEGER NOT NULL,
  PRIMARY KEY (cell, position)
) STRICT, WITHOUT ROWID;
`,
  totals: `SELECT count(*) AS entries, coalesce(sum(movement), 0) AS disbursed, (SELECT count(*) FROM dm_cell) AS cells,
                coalesce(max(position), 0) AS position FROM dm_entry`,
  open: (database) => new Writer(database),
};

/** A month of a line with what was disbursed in it so far. */
interface Cell {
  readonly id: number;
  balance: Satang;
}

/** The columns that name a cell. */
type Name = readonly [
  organisation: string,
  fiscalYear: number,
  project: string,
  fundSource: string,
  category: string,
  month: string,
];

/** Cells of late are at hand; the others are read when something moves in them, so that a start costs nothing. */
const CELLS_AT_HAND = 32_768;

class Writer implements ProjectionWriter {
  readonly categories = new Set(['budgetaccount']);
  readonly #cells = new Recent<string, Cell>(CELLS_AT_HAND);
  readonly #findCell;
  readonly #insertCell;
  readonly #insertEntry;

  constructor(database: DatabaseSync) {
    this.#findCell = database.prepare(
      `SELECT id, (SELECT balance FROM dm_entry e WHERE e.cell = c.id ORDER BY position DESC LIMIT 1) AS balance
         FROM dm_cell c WHERE organisation = ? AND fiscal_year = ? AND project = ? AND fund_source = ?
          AND category = ? AND month = ?`,
    );
    this.#insertCell = database.prepare(
      `INSERT INTO dm_cell (organisation, fiscal_year, project, fund_source, category, month)
         VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.#insertEntry = database.prepare('INSERT INTO dm_entry VALUES (?, ?, ?, ?)');
  }

  apply({ event, account, movements, position, organisation }: ProjectedEvent): void {
    const { fiscalYear, project } = account as AccountPlace;
    const month = event.effectiveOn.slice(0, 7);
    const moved = new Map<string, Movement>();
    for (const movement of movements) {
      if (movement.measure !== 'disbursed' || !movement.line) continue;
      const key = lineKey(movement.line);
      const amount = add(moved.get(key)?.amount ?? ZERO, movement.amount);
      moved.set(key, { ...movement, amount });
    }
    for (const { line, amount } of moved.values()) {
      const { fundSource, category } = line as Line;
      const cell = this.#cellOf([organisation, fiscalYear, project, fundSource, category, month]);
      cell.balance = add(cell.balance, amount);
      this.#insertEntry.run(cell.id, position, amount, cell.balance);
    }
  }

  #cellOf(name: Name): Cell {
    const key = name.join('\n');
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = this.#stored(name);
      this.#cells.set(key, cell);
    }
    return cell;
  }

  /** The cell as its table has it; made where there is none. */
  #stored(name: Name): Cell {
    const found = this.#findCell.get(...name);
    if (found) return { id: found['id'] as number, balance: (found['balance'] ?? ZERO) as Satang };
    return { id: Number(this.#insertCell.run(...name).lastInsertRowid), balance: ZERO };
  }
}
