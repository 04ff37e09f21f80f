import type { DatabaseSync } from 'node:sqlite';
import type { JournalNames } from './names.ts';
import { type Place, Reversals, type TakenBack } from './reversals.ts';

/** Reversals in one step: some milliseconds. */
const AT_ONCE = 200;

/**
 * The reversals of a build: noted as they come, and marked once there are indexes to find by what they take back. A
 * reversal looks at what stands before it alone, so in their order they find what they would have found at once.
 */
export class DeferredReversals {
  readonly #database: DatabaseSync;
  readonly #names: JournalNames;
  readonly #note;

  constructor(database: DatabaseSync, names: JournalNames) {
    this.#database = database;
    this.#names = names;
    database.exec(`CREATE TABLE journal_noted (
      position INTEGER PRIMARY KEY, organisation TEXT NOT NULL, fiscal_year INTEGER NOT NULL,
      project TEXT NOT NULL, what TEXT NOT NULL) STRICT`);
    this.#note = database.prepare('INSERT INTO journal_noted VALUES (?, ?, ?, ?, ?)');
  }

  take(taken: TakenBack, { position, organisation, fiscalYear, project }: Place): null {
    this.#note.run(position, organisation, fiscalYear, project, JSON.stringify(taken));
    return null;
  }

  *finish(): Generator<void> {
    const reversals = new Reversals(this.#database, this.#names);
    const mark = this.#database.prepare('UPDATE journal_row SET reverses = ? WHERE position = ?');
    const noted = this.#database.prepare(
      `SELECT * FROM journal_noted WHERE position > ? ORDER BY position LIMIT ${AT_ONCE}`,
    );
    noted.setReadBigInts(true);
    for (let [rows, after] = [noted.all(-1n), -1n]; rows.length > 0; rows = noted.all(after)) {
      for (const row of rows) {
        const place = {
          position: (after = row['position'] as bigint),
          organisation: row['organisation'] as string,
          fiscalYear: Number(row['fiscal_year']),
          project: row['project'] as string,
        };
        const found = reversals.take(JSON.parse(row['what'] as string) as TakenBack, place);
        if (found !== null) mark.run(found, after);
      }
      yield;
    }
    this.#database.exec('DROP TABLE journal_noted');
  }
}
