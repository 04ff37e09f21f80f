import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TotalsRow } from '#audit-trail';
import { type EventStore, LogRestoration, openSqliteEventStore, type RecordedEvent } from '#event-store';
import type { EventCatalogue, Instant } from '#kernel';
import { Projector, projections } from '#read-models';
import { reportedTotals } from '#verification';

/** Old bytes in a ledger file of their own, read with a catalogue. */
export class Restored {
  readonly store: EventStore;
  readonly projector: Projector;
  readonly #folder: string;

  constructor(events: readonly RecordedEvent[], catalogue: EventCatalogue) {
    this.#folder = mkdtempSync(path.join(tmpdir(), 'obligo-old-bytes-'));
    const file = path.join(this.#folder, 'ledger.sqlite');
    const restoration = LogRestoration.into(file);
    for (const event of events) restoration.add(event);
    restoration.finish();
    this.store = openSqliteEventStore({ file, clock: () => Date.parse(NOW) });
    const readModels = path.join(this.#folder, 'projections.sqlite');
    this.projector = new Projector({ store: this.store, catalogue, projections, path: readModels });
  }

  async log(): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readAll()) events.push(event);
    return events;
  }

  /** What the read models report at the end of the log. */
  async totals(): Promise<TotalsRow[]> {
    await this.projector.catchUp();
    const { checkpoint = 0n } = this.projector;
    return reportedTotals(this.projector.database, checkpoint);
  }

  /** Every row of every read model. */
  async rows(): Promise<Record<string, unknown[]>> {
    await this.projector.catchUp();
    const { database } = this.projector;
    const tables = database
      // An index of words holds no rows of its own: it is compared by what it finds.
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal_words%' ORDER BY name`,
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }): [string, unknown[]] => [
        String(name),
        database.prepare(`SELECT * FROM "${String(name)}"`).all(),
      ]),
    );
  }

  async close(): Promise<void> {
    this.projector.close();
    await this.store.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Later than everything that was frozen. */
export const NOW = '2030-01-02T03:04:05.678Z' as Instant;
