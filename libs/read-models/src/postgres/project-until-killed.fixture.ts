import { openSqliteEventStore } from '#event-store';
import { openPool } from '#postgres';
import { PostgresProjector, projections } from '../index.ts';
import { catalogue } from '../ledger.fixture.ts';

/** A process of its own that follows the log of a file that another process writes. It ends by being killed. */
const [file = '', url = '', folder = ''] = process.argv.slice(2);
if (folder === '') throw new Error('expected the log, the address of PostgreSQL and a folder as arguments');
const store = openSqliteEventStore({ file, readOnly: true });
const pool = openPool({ url, application: 'projector', connectTimeoutMs: 2_000 });
const projector = new PostgresProjector({ store, catalogue, projections, pool, folder, pollMs: 5 });
await projector.run(new AbortController().signal);
