import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { eventDigest } from '#audit-trail';
import { encodeCanonical, type EventMetadata, openSqliteEventStore } from '#event-store';
import { type Finding, type FolderQuestions, verifyFolder, verifyWholeBundle } from '#verification';
import { endYear, liveThroughYear } from '../../apps/ledger/testing/budget-life.fixture.ts';
import { LedgerUnderTest } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';

/** A ledger as it lies on the disk after a year, and copies of it that somebody lays hands on. */
export class StoredLedger {
  readonly dir = mkdtempSync(join(tmpdir(), 'obligo-verification-'));
  readonly data = join(this.dir, 'D');
  #copies = 0;

  static async lived(): Promise<StoredLedger> {
    const stored = new StoredLedger();
    const ledger = await LedgerUnderTest.open();
    await liveThroughYear(ledger);
    await endYear(ledger);
    await ledger.ledger.embedded.projector.catchUp();
    await ledger.ledger.close();
    cpSync(ledger.data, stored.data, { recursive: true });
    for (const made of [ledger.data, `${ledger.data}.keys`]) rmSync(made, { recursive: true, force: true });
    return stored;
  }

  /** Another copy of a folder, beside the others. */
  copy(of = this.data): string {
    this.#copies += 1;
    const folder = join(this.dir, `copy-${this.#copies}`);
    cpSync(of, folder, { recursive: true });
    return folder;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** What somebody does who can write the file of a ledger: the guards are taken away, and put back afterwards. */
export function behindItsBack(file: string, change: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  const guards = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of guards) database.exec(`DROP TRIGGER ${String(name)}`);
  change(database);
  for (const { sql } of guards) database.exec(String(sql));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

export const sql =
  (text: string, ...values: SQLInputValue[]) =>
  (database: DatabaseSync): void => {
    if (database.prepare(text).run(...values).changes === 0)
      throw new Error(`nothing was changed by ${text}`);
  };

type Json = Record<string, unknown>;

/** Another content of the event at a position, in canonical form. */
export const rewriting =
  (
    position: number,
    change: { readonly data?: (data: Json) => Json; readonly metadata?: (metadata: Json) => Json },
  ) =>
  (database: DatabaseSync): void => {
    const row = database.prepare('SELECT data, metadata FROM events WHERE position = ?').get(position);
    const changed = (column: 'data' | 'metadata'): Uint8Array => {
      const bytes = row?.[column] as Uint8Array;
      return encodeCanonical(
        (change[column] ?? ((same: Json) => same))(JSON.parse(Buffer.from(bytes).toString()) as Json),
      );
    };
    sql(
      'UPDATE events SET data = ?, metadata = ? WHERE position = ?',
      changed('data'),
      changed('metadata'),
      position,
    )(database);
  };

/** Makes all links right again, as a forger does who knows the format. */
export async function relink(file: string): Promise<void> {
  const store = openSqliteEventStore({ file });
  const digests = new Map<string, string>();
  const metadataOf = new Map<string, Uint8Array>();
  for await (const event of store.readAll()) {
    const { previous: _, ...metadata } = event.metadata;
    const previous = digests.get(event.stream);
    const linked = (previous === undefined ? metadata : { ...metadata, previous }) as EventMetadata;
    const metadataBytes = encodeCanonical(linked);
    digests.set(event.stream, eventDigest({ ...event, metadataBytes }));
    metadataOf.set(String(event.position), metadataBytes);
  }
  await store.close();
  behindItsBack(file, (database) => {
    for (const [position, bytes] of metadataOf) {
      sql('UPDATE events SET metadata = ? WHERE position = ?', bytes, Number(position))(database);
    }
  });
}

export const findingsIn = async (
  folder: string,
  kept: Pick<FolderQuestions, 'keysFile' | 'checkpointFile' | 'keysFolder'> = {},
): Promise<{ readonly found: Finding[]; readonly codes: string[]; readonly notices: string[] }> => {
  const [found, notices]: [Finding[], string[]] = [[], []];
  await verifyFolder(folder, {
    onFinding: (one) => found.push(one),
    onNotice: (one) => notices.push(one),
    ...kept,
  });
  return { found, codes: codesOf(found), notices };
};

export const findingsInBundle = async (
  folder: string,
): Promise<{ readonly found: Finding[]; readonly codes: string[] }> => {
  const found: Finding[] = [];
  await verifyWholeBundle(folder, { onFinding: (one) => found.push(one) });
  return { found, codes: codesOf(found) };
};

const codesOf = (found: readonly Finding[]): string[] => [...new Set(found.map(({ code }) => code))].sort();
