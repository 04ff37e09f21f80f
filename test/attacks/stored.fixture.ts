import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ServedLedger } from '../../apps/ledger/testing/served-ledger.fixture.ts';

/**
 * What an attack may leave behind, and should: that it was tried. Read models are made again from the log. When a token
 * or a session was last used says that it was used.
 */
const MEANT_TO_GROW = new Set(['attempts', 'happenings', 'sqlite_sequence']);
const LAST_USE = new Set(['tokens.last_used_at', 'sessions.seen_at', 'sessions.data']);

/** Everything that a ledger keeps, so that two moments can be compared. */
export interface Stored {
  /** Where the log of the ledger ends. */
  readonly head: string | undefined;
  /** Of the rule table. */
  readonly revision: number;
  /** Names of the files in the folder, without those that SQLite opens and lets go beside its own. */
  readonly files: readonly string[];
  readonly key: string;
  /** Every row of both logs and of the accounts. */
  readonly rows: readonly (readonly string[])[];
}

/** Looks at the files of a ledger from outside, as it runs. */
export class StoredFiles {
  readonly #served: ServedLedger;
  readonly #files: readonly WatchedFile[];

  constructor(served: ServedLedger) {
    const { ledgerFile, accessLogFile, identitiesFile } = served.ledger.embedded.folder;
    this.#served = served;
    this.#files = [ledgerFile, accessLogFile, identitiesFile].map((file) => new WatchedFile(file));
  }

  async now(): Promise<Stored> {
    const { data, ledger } = this.#served;
    const { access, store } = ledger.embedded;
    return {
      head: await store.head(),
      revision: access.state.revision,
      files: readdirSync(data)
        .filter((name) => !/-(?:wal|shm|journal)$/.test(name))
        .sort(),
      key: readFileSync(join(data, 'access.key'), 'utf8'),
      rows: this.#files.map((file) => file.rows()),
    };
  }

  close(): void {
    for (const file of this.#files) file.close();
  }
}

/** Reads a file again only when somebody wrote it. */
class WatchedFile {
  readonly #database: DatabaseSync;
  #version: unknown;
  #rows: readonly string[] = [];

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { readOnly: true });
  }

  rows(): readonly string[] {
    const version = this.#database.prepare('PRAGMA data_version').get()?.['data_version'];
    if (version !== this.#version) [this.#version, this.#rows] = [version, this.#read()];
    return this.#rows;
  }

  close(): void {
    this.#database.close();
  }

  #read(): string[] {
    const tables = this.#database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all() as { name: string }[];
    return tables
      .filter(({ name }) => !MEANT_TO_GROW.has(name))
      .flatMap(({ name }) => {
        const rows = this.#database.prepare(`SELECT * FROM "${name}"`);
        rows.setReadBigInts(true);
        return rows.all().map((row) => written(name, row));
      });
  }
}

/** A row as text; numbers of SQLite may be larger than those of JSON. */
function written(table: string, row: object): string {
  const columns = Object.entries(row as Readonly<Record<string, unknown>>)
    .filter(([column]) => !LAST_USE.has(`${table}.${column}`))
    .map(([column, value]) => `${column}=${textOf(value)}`);
  return `${table}: ${columns.join(' ')}`;
}

const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
