import { cpSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { eventDigest } from '#audit-trail';
import { encodeCanonical } from '#event-store';

type Json = Record<string, unknown>;

/** A row of the log, as the file holds it. */
export interface Row {
  readonly position: number;
  event_id: Uint8Array;
  stream_id: number;
  stream: string;
  revision: number;
  type: string;
  schema_version: number;
  data: Uint8Array;
  metadata: Uint8Array;
  recorded_at: number;
  booked_at: number;
}

export type File = 'ledger.sqlite' | 'access-log.sqlite' | 'projections.sqlite' | 'seals.sqlite';

/** A copy of a data folder that somebody tampers with who may write its files, and has no signing key. */
export class LedgerCopy {
  readonly folder: string;

  constructor(original: string, folder: string) {
    cpSync(original, folder, { recursive: true });
    this.folder = folder;
  }

  /** Works on a file without its guards, and puts the guards back, so that nothing but the rows tells. */
  edit(file: File, change: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(path.join(this.folder, file), { enableForeignKeyConstraints: false });
    const guards = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
    for (const { name } of guards) database.exec(`DROP TRIGGER "${String(name)}"`);
    change(database);
    for (const { sql } of guards) database.exec(String(sql));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }

  rows(file: File = 'ledger.sqlite'): Row[] {
    const database = new DatabaseSync(path.join(this.folder, file), { readOnly: true });
    const rows = database
      .prepare(
        'SELECT e.*, s.name AS stream FROM events e JOIN streams s USING (stream_id) ORDER BY position',
      )
      .all();
    database.close();
    return rows as unknown as Row[];
  }

  /** Writes rows back over those at their positions. */
  put(rows: readonly Row[], file: File = 'ledger.sqlite'): void {
    this.edit(file, (database) => {
      const gone = database.prepare('DELETE FROM events WHERE position = ?');
      const back = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
      for (const row of rows) gone.run(row.position);
      for (const row of rows) {
        const { position, event_id, stream_id, revision, type, schema_version, data, metadata } = row;
        const values = [position, event_id, stream_id, revision, type, schema_version, data, metadata];
        back.run(...values, row.recorded_at, row.booked_at);
      }
    });
  }
}

export const jsonOf = (bytes: Uint8Array): Json => JSON.parse(Buffer.from(bytes).toString()) as Json;

const digestOf = (row: Row): string =>
  eventDigest({
    stream: row.stream,
    revision: BigInt(row.revision),
    id: uuidOf(row.event_id),
    type: row.type,
    schemaVersion: row.schema_version,
    dataBytes: row.data,
    metadataBytes: row.metadata,
  });

const uuidOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** Links every event of a stream anew. */
export function rehash(rows: readonly Row[], stream: string): void {
  let digest: string | undefined;
  for (const row of rows.filter((each) => each.stream === stream)) {
    const { previous: _, ...metadata } = jsonOf(row.metadata);
    row.metadata = encodeCanonical(digest === undefined ? metadata : { ...metadata, previous: digest });
    digest = digestOf(row);
  }
}
