import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent, Movement } from '#budget';
import { add, type Satang, THAI_CALENDAR, ZERO } from '#kernel';
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
  /** Changes that are not rolled up yet; not known until one comes after a start. */
  pending?: number | undefined;
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['budgetaccount']);
  readonly #cells = new Map<string, Cell>();
  readonly #insertAccount;
  readonly #insertCell;
  readonly #insertEntry;
  readonly #rollups: RollupRows;
  #nextCell: number;

  constructor(database: DatabaseSync) {
    this.#insertAccount = database.prepare('INSERT INTO pva_account VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertCell = database.prepare('INSERT INTO pva_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#insertEntry = database.prepare('INSERT INTO pva_entry VALUES (?, ?, ?, ?, ?)');
    this.#rollups = new RollupRows(database);
    this.#nextCell = this.#load(database) + 1;
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
      cell = { id: this.#nextCell++, balance: ZERO, pending: 0 };
      this.#insertCell.run(
        cell.id,
        organisation,
        fiscalYear,
        project,
        fundSource,
        category,
        movement.quarter,
        movement.measure,
      );
      this.#cells.set(full, cell);
    }
    return cell;
  }

  #load(database: DatabaseSync): number {
    let last = 0;
    const rows = database
      .prepare(
        `SELECT c.*, (SELECT balance FROM pva_entry e WHERE e.cell = c.id ORDER BY position DESC LIMIT 1) AS balance
           FROM pva_cell c`,
      )
      .iterate();
    for (const row of rows) {
      const key = keyOf(row['measure'], row['quarter'], row['fund_source'], row['category']);
      const full = `${String(row['organisation'])}\n${String(row['fiscal_year'])}\n${String(row['project'])}\n${key}`;
      this.#cells.set(full, { id: row['id'] as number, balance: (row['balance'] ?? 0) as Satang });
      last = Math.max(last, row['id'] as number);
    }
    return last;
  }
}

function byCell(movements: readonly Movement[]): Map<string, Movement> {
  const cells = new Map<string, Movement>();
  for (const movement of movements) {
    const { measure, quarter, line } = movement;
    const key = keyOf(measure, quarter, line?.fundSource ?? '', line?.category ?? '');
    const other = cells.get(key);
    cells.set(key, other ? { ...movement, amount: add(other.amount, movement.amount) } : movement);
  }
  return cells;
}

const keyOf = (...parts: readonly unknown[]): string => parts.join('\n');
