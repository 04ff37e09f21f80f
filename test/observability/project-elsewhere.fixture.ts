import { join } from 'node:path';
import { type EventStore, openEventStore, openSqliteEventStore, parseStoreHome } from '#event-store';
import { Projector, projections } from '#read-models';
import { startTelemetry, tracePage } from '#telemetry';
import { ledgerBook } from '#verification';

/**
 * A process of its own that takes a log to read models: where the log is, a folder for what it makes, a collector, and
 * the position that it waits for.
 */
const [home = '', folder = '', otlp, position] = process.argv.slice(2);
const telemetry = await startTelemetry({ service: 'obligo-projector', version: 'test', otlp });
const store = await openLog();
await arrived(store);
const projector = new Projector({
  store,
  catalogue: ledgerBook.catalogue,
  projections,
  path: join(folder, 'projections.sqlite'),
  onPage: (page, startedAt) => tracePage('projection.page', page, startedAt),
});
await projector.catchUp();
projector.close();
await store.close();
await telemetry.close();

async function openLog(): Promise<EventStore> {
  if (home.endsWith('.sqlite')) return openSqliteEventStore({ file: home, readOnly: true });
  const file = join(folder, 'ledger.sqlite');
  return openEventStore({ home: parseStoreHome(home), log: 'ledger', file, clock: Date.now });
}

async function arrived(log: EventStore): Promise<void> {
  const over = new AbortController();
  for await (const message of log.subscribe({ signal: over.signal })) {
    if (message.kind === 'event' && message.event.position === position) over.abort();
  }
}
