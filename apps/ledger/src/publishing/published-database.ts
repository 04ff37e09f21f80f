import { randomUUID } from 'node:crypto';
import { type Database, DatabaseUnavailable, deferred, openSchema } from '#database';
import type { PublishedFile } from '#performance';
import { refuse } from '../http/refusals.ts';
import { asPublished, type KeptSet, type PublishedFiles, type PublishedSet } from './published-files.ts';
import { type ReportFile, sha256 } from './report-files.ts';

/** Step by step; a released one never changes. Two sets with the same file share it, so each says which ones it holds. */
const STEPS = [
  {
    name: '1 published files',
    sql: `
CREATE TABLE files (
  digest text COLLATE "C" PRIMARY KEY,
  bytes bytea NOT NULL
);
ALTER TABLE files ALTER COLUMN bytes SET STORAGE EXTERNAL;
CREATE TABLE holdings (
  holder uuid NOT NULL,
  digest text COLLATE "C" NOT NULL REFERENCES files (digest),
  organisation text NOT NULL,
  fiscal_year integer NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (holder, name)
);
CREATE INDEX holdings_by_digest ON holdings (digest);
`,
  },
];

/** Files of published reports in PostgreSQL, by their digest, where every process finds them. */
export class PublishedDatabase implements PublishedFiles {
  readonly #database: Database;

  constructor(postgres: string) {
    const shape = {
      schema: 'obligo_published',
      migrations: STEPS,
      outlives: 'machine',
      connections: 2,
    } as const;
    this.#database = deferred('postgres', () => openSchema(postgres, shape));
  }

  async keep(set: PublishedSet, files: readonly ReportFile[]): Promise<KeptSet> {
    const holder = randomUUID();
    await orUnavailable(
      this.#database.transaction(async () => {
        for (const file of files) await this.#keepOne(holder, set, file);
      }),
    );
    return { drop: () => orUnavailable(this.#drop(holder)) };
  }

  /** Keeps a set that lay in a folder, unless all of its files are there already. */
  async keepOnce(set: PublishedSet, files: readonly ReportFile[]): Promise<void> {
    const { organisation, fiscalYear, number } = set;
    const held = await this.#database.all(
      'SELECT digest FROM holdings WHERE organisation = ? AND fiscal_year = ? AND number = ?',
      ...[organisation, fiscalYear, number],
    );
    const digests = new Set(held.map(({ digest }) => digest));
    if (!files.every(({ bytes }) => digests.has(sha256(bytes)))) await this.keep(set, files);
  }

  async read(set: PublishedSet, file: PublishedFile): Promise<Buffer> {
    const found = await orUnavailable(
      this.#database.get('SELECT bytes FROM files WHERE digest = ?', file.sha256),
    );
    const bytes = found?.['bytes'];
    return asPublished(set, file, bytes instanceof Uint8Array ? Buffer.from(bytes) : undefined);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #keepOne(holder: string, set: PublishedSet, { name, bytes }: ReportFile): Promise<void> {
    const digest = sha256(bytes);
    const { organisation, fiscalYear, number } = set;
    await this.#database.run(
      'INSERT INTO files (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING',
      ...[digest, bytes],
    );
    await this.#database.run(
      'INSERT INTO holdings (holder, digest, organisation, fiscal_year, number, name) VALUES (?, ?, ?, ?, ?, ?)',
      ...[holder, digest, organisation, fiscalYear, number, name],
    );
  }

  #drop(holder: string): Promise<void> {
    return this.#database.transaction(async () => {
      const held = await this.#database.all('DELETE FROM holdings WHERE holder = ? RETURNING digest', holder);
      for (const { digest } of held) {
        await this.#database.run(
          `DELETE FROM files WHERE digest = ? AND NOT EXISTS (SELECT 1 FROM holdings h WHERE h.digest = files.digest)`,
          String(digest),
        );
      }
    });
  }
}

async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    if (!(cause instanceof DatabaseUnavailable)) throw cause;
    const error = refuse(
      'published-files-unavailable',
      'The files of published reports cannot be reached now; try again in a moment.',
      { retryAfterMs: 1_000 },
    );
    error.cause = cause;
    throw error;
  }
}
