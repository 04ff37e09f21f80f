import path from 'node:path';
import { type EventStore, openSqliteEventStore, type StreamWrite } from '#event-store';
import { type CivilDate, eventIdOf } from '#kernel';
import { Projector, projections } from '#read-models';
import { catalogue, type Decided, postings } from './postings.ts';

const BATCH = 10_000;

/** A log of so many postings, or of some of them, written in large appends, as an import writes them. */
export async function buildLog(
  folder: string,
  count: number,
  only: (decided: Decided) => boolean = () => true,
): Promise<EventStore> {
  let now = 0;
  const store = openSqliteEventStore({ file: path.join(folder, 'ledger.sqlite'), clock: () => now });
  const revisions = new Map<string, bigint>();
  let batch: StreamWrite[] = [];
  let index = 0;
  for (const decided of postings(count)) {
    if (!only(decided)) continue;
    if (index < 1_000) catalogue.check(decided);
    batch.push(writeOf(decided, index, revisions));
    index += 1;
    now = decided.at;
    if (batch.length < BATCH) continue;
    await store.appendMany(batch, []);
    batch = [];
  }
  if (batch.length > 0) await store.appendMany(batch, []);
  return store;
}

/** The append of one posting, at the revision that it finds; the revisions are counted on. */
export function writeOf(decided: Decided, index: number, revisions: Map<string, bigint>): StreamWrite {
  const { stream, type, data, effectiveOn, actor, reason } = decided;
  const before = revisions.get(stream);
  revisions.set(stream, (before ?? -1n) + 1n);
  const commandId = eventIdOf(`bench-${index}`, -1);
  const metadata = {
    actor,
    ...(reason === undefined ? {} : { reason }),
    commandId,
    correlationId: commandId,
    causationId: commandId,
    effectiveOn: effectiveOn satisfies CivilDate,
  };
  const event = { id: eventIdOf(commandId, 0), type, schemaVersion: 1, data, metadata };
  return { stream, expected: before ?? 'none', events: [event] };
}

export const projectorOf = (folder: string, store: EventStore): Projector =>
  new Projector({ store, catalogue, projections, path: path.join(folder, 'projections.sqlite') });
