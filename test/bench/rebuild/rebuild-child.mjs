/**
 * A process of its own that builds all read models of a ledger file as the service does, and tells what that took. It loads
 * what a rebuild needs and nothing else, and runs what was compiled: so its memory is that of the rebuild, with all threads,
 * not of the libraries that make and measure histories.
 */
import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Projector } from '../../../dist/libs/read-models/src/projector.js';
import { openSqliteEventStore } from '../../../dist/libs/event-store/src/sqlite/sqlite-event-store.js';
import { scanLog } from '../../../dist/apps/ledger/src/embedded/scanned-log.js';

process.once('message', async ({ file, path, data, entry }) => {
  const { scan, catalogue, projections } = await scanLog(data);
  scan.close();
  const store = openSqliteEventStore({ file, readOnly: true });
  const threads = { data, entry: new URL(entry) };
  const projector = new Projector({ store, catalogue, projections, path, threads });
  // From the question to the file in its place, with the start of its threads.
  const [started, used] = [performance.now(), process.cpuUsage()];
  await projector.catchUp();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  const events = Number(projector.checkpoint ?? 0n);
  projector.close();
  await store.close();
  // Whoever asked looks at its memory, and lets it go.
  const bytes = statSync(path).size;
  process.send?.({ events, milliseconds, processorMilliseconds: (user + system) / 1000, bytes });
});
