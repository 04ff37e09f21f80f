import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '#event-store';
import { openPool, type Pool, quoted } from '#postgres';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { projections } from '../index.ts';
import { catalogue } from '../ledger.fixture.ts';
import { ProjectionsFile } from '../projections-file.ts';
import { LogReader } from '../log-reader.ts';
import { type RowValues, storable } from './changed-rows.ts';
import { PostgresProjector, type PostgresProjectorOptions } from './postgres-projector.ts';
import { currentSchema, listSchemas } from './registry.ts';
import type { PageFacts, ProjectorStanding } from './standing.ts';
import { tablesOf } from './table-shape.ts';

/** Asks until it is so; a condition is waited for, never a time. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  what: string | (() => string) = 'it',
): Promise<T> {
  const end = Date.now() + 25_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end)
      throw new Error(`${typeof what === 'string' ? what : what()} did not come about in time`);
    await pause(15);
  }
}

/** A projector at work, with what it told. */
export class RunningProjector {
  readonly folder = mkdtempSync(join(tmpdir(), 'obligo-projector-'));
  readonly standings: ProjectorStanding[] = [];
  readonly pages: PageFacts[] = [];
  readonly losses: string[] = [];
  readonly pool: Pool;
  readonly projector: PostgresProjector;
  readonly #stop = new AbortController();
  readonly #run: Promise<void>;
  #stopped: Promise<void> | undefined;

  constructor(
    url: string,
    store: Pick<EventStore, 'readAll' | 'readPages'>,
    options: Partial<PostgresProjectorOptions> = {},
  ) {
    this.pool = options.pool ?? openPool({ url, application: 'projector', connectTimeoutMs: 2_000 });
    this.projector = new PostgresProjector({
      ...{ store, catalogue, projections, folder: this.folder, pool: this.pool, pollMs: 10 },
      ...options,
      observer: {
        standing: (standing) => this.standings.push(standing),
        page: (facts) => this.pages.push(facts),
        lost: (outcome) => this.losses.push(outcome),
        ...options.observer,
      },
    });
    this.#run = this.projector.run(this.#stop.signal);
  }

  get state(): string {
    return this.projector.standing.state;
  }

  is(state: ProjectorStanding['state']): Promise<true> {
    return until(
      () => this.state === state,
      () => `${state}, not ${JSON.stringify(this.standings, readable)},`,
    );
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#end());
  }

  async #end(): Promise<void> {
    this.#stop.abort();
    await this.#run;
    await this.pool.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const readable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** A server with a database for each test, and what was started in it. */
export class PostgresWithProjectors {
  readonly server: TestPostgres;
  url = '';
  #pool: Pool | undefined;
  readonly #running: RunningProjector[] = [];

  private constructor(server: TestPostgres) {
    this.server = server;
  }

  static async start(): Promise<PostgresWithProjectors> {
    return new PostgresWithProjectors(await postgresForTests({ restartable: true }));
  }

  async freshDatabase(): Promise<void> {
    await this.cleanUp();
    this.url = await this.server.createDatabase();
    this.#pool = openPool({ url: this.url, application: 'test', connectTimeoutMs: 2_000 });
  }

  get pool(): Pool {
    if (!this.#pool) throw new Error('there is no database yet');
    return this.#pool;
  }

  run(
    store: Pick<EventStore, 'readAll' | 'readPages'>,
    options: Partial<PostgresProjectorOptions> = {},
  ): RunningProjector {
    const running = new RunningProjector(this.url, store, options);
    this.#running.push(running);
    return running;
  }

  /** Waits until the current schema has read the whole log. */
  async reached(store: EventStore): Promise<string> {
    const head = await store.head();
    return until(
      async () => {
        const current = await currentSchema(this.pool).catch(() => undefined);
        return current && String(current.lastRead?.position ?? '') === (head ?? '') && current.schema;
      },
      `position ${String(head)}`,
    );
  }

  async schemas(): Promise<string[]> {
    return (await listSchemas(this.pool)).map(({ schema, state }) => `${schema} ${state}`);
  }

  async query<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, values)).rows as Row[];
  }

  async cleanUp(): Promise<void> {
    for (const running of this.#running.splice(0)) await running.stop();
    await this.#pool?.end();
    this.#pool = undefined;
  }
}

type Rows = Record<string, string[]>;

/** Every row of every table of a schema, in one order. */
export async function rowsInPostgres(pool: Pool, schema: string): Promise<Rows> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace($1) ORDER BY 1`,
    [schema],
  );
  const all: Rows = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(
      `SELECT * FROM ${quoted(schema)}.${quoted(name)}`,
    );
    all[name] = rows.map((row) => Object.values(row).map(shown).join('|')).sort();
  }
  return all;
}

const shown = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value);

/** The same from SQLite, built anew from the log. */
export async function rowsOfRebuild(store: EventStore): Promise<Rows> {
  const file = ProjectionsFile.open(':memory:', projections);
  try {
    await new LogReader({ store, catalogue }).read(file);
    return Object.fromEntries(
      tablesOf(file.database).map(({ name, columns }) => {
        const rows = file.database.prepare(
          `SELECT ${columns.map((column) => quoted(column.name)).join(', ')} FROM ${name}`,
        );
        rows.setReadBigInts(true);
        rows.setReturnArrays(true);
        const all = rows.all() as unknown as RowValues[];
        return [name, all.map((row) => storable(row).map(shown).join('|')).sort()];
      }),
    );
  } finally {
    file.close();
  }
}
