import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent, Movement } from '#budget';
import { add, Recent, type Satang, THAI_CALENDAR, ZERO } from '#kernel/folding';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';
import type { AccountPlace } from '../stream-place.ts';
import { dayOf } from './effective-to.ts';
import { MEASURES } from './measures.ts';
import { RollupRows } from './rollup-rows.ts';
import { schema } from './tables.ts';

/** Per measure, so that a movement under the wrong one is noticed. */
const MOVED = MEASURES.map(
  (measure) => `coalesce(sum(movement) FILTER (WHERE measure = '${measure}'), 0) AS "${measure}"`,
);

/** What moved per line, quarter and measure of every account, with running balances by position. */
export const planVersusActual: Projection = {
  name: 'plan-versus-actual',
  version: 4,
  cost: 6,
  schema,
  totals: `SELECT count(*) AS entries, ${MOVED.join(', ')},
                coalesce(max(position), 0) AS position, (SELECT count(*) FROM pva_cell) AS cells,
                (SELECT count(*) FROM pva_account) AS accounts,
                (SELECT coalesce(sum(moved), 0) FROM pva_rollup) AS rolled_up
           FROM pva_entry JOIN pva_cell ON pva_cell.id = pva_entry.cell`,
  open: (database) => new Writer(database),
};

interface Cell {
  readonly id: number;
  balance: Satang;
  /** Changes that are not rolled up yet; not known until one comes after it was read. */
  pending?: number | undefined;
}

/** Cells of late are at hand; the others are read when something moves in them, so that a start costs nothing. */
const CELLS_AT_HAND = 32_768;

class Writer implements ProjectionWriter {
  readonly categories = new Set(['budgetaccount']);
  readonly #cells = new Recent<string, Cell>(CELLS_AT_HAND);
  readonly #findCell;
  readonly #insertAccount;
  readonly #insertCell;
  readonly #insertEntry;
  readonly #rollups: RollupRows;
  #nextCell: number;

  constructor(database: DatabaseSync) {
    this.#insertAccount = database.prepare('INSERT INTO pva_account VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#findCell = database.prepare(
      `SELECT id, (SELECT balance FROM pva_entry e WHERE e.cell = c.id ORDER BY position DESC LIMIT 1) AS balance
         FROM pva_cell c WHERE organisation = ? AND fiscal_year = ? AND project = ? AND fund_source = ?
          AND category = ? AND quarter = ? AND measure = ?`,
    );
    this.#insertCell = database.prepare('INSERT INTO pva_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertEntry = database.prepare('INSERT INTO pva_entry VALUES (?, ?, ?, ?, ?)');
    this.#rollups = new RollupRows(database);
    const last = database.prepare('SELECT max(id) AS id FROM pva_cell').get();
    this.#nextCell = Number(last?.['id'] ?? 0) + 1;
  }

  apply({ event, account, movements, position, organisation, calendar }: ProjectedEvent): void {
    const { fiscalYear, project } = account as AccountPlace;
    const accountEvent = event as AccountEvent;
    if (accountEvent.type === 'BudgetAccountOpened') {
      const { name, nameEn } = accountEvent.data;
      const { effectiveOn } = accountEvent;
      this.#insertAccount.run(
        ...[organisation, fiscalYear, project, name],
        ...[nameEn ?? null, position, effectiveOn],
      );
    }
    const year = { fiscalYear, calendar: calendar ?? THAI_CALENDAR };
    for (const [key, movement] of byCell(movements)) {
      const cell = this.#cell(organisation, fiscalYear, project, key, movement);
      cell.balance = add(cell.balance, movement.amount);
      const day = dayOf(movement, accountEvent.effectiveOn, year);
      this.#insertEntry.run(cell.id, position, movement.amount, cell.balance, day);
      cell.pending = this.#rollups.added(cell, position);
    }
  }

  #cell(organisation: string, fiscalYear: number, project: string, key: string, movement: Movement): Cell {
    const full = `${organisation}\n${fiscalYear}\n${project}\n${key}`;
    let cell = this.#cells.get(full);
    if (!cell) {
      const { fundSource, category } = movement.line ?? { fundSource: '', category: '' };
      const { quarter, measure } = movement;
      cell = this.#stored([organisation, fiscalYear, project, fundSource, category, quarter, measure]);
      this.#cells.set(full, cell);
    }
    return cell;
  }

  /** The cell as its table has it; made where there is none. */
  #stored(name: readonly (string | number)[]): Cell {
    const found = this.#findCell.get(...name);
    if (found) return { id: found['id'] as number, balance: (found['balance'] ?? ZERO) as Satang };
    const id = this.#nextCell++;
    this.#insertCell.run(id, ...name);
    return { id, balance: ZERO, pending: 0 };
  }
}

function byCell(movements: readonly Movement[]): Map<string, Movement> {
  const cells = new Map<string, Movement>();
  for (const movement of movements) {
    const { measure, quarter, line } = movement;
    const key = `${measure}\n${quarter}\n${line?.fundSource ?? ''}\n${line?.category ?? ''}`;
    const other = cells.get(key);
    cells.set(key, other ? { ...movement, amount: add(other.amount, movement.amount) } : movement);
  }
  return cells;
}
