import type { RemoteHome } from '../../home/store-home.ts';
import type { LogClient } from './log-client.ts';

interface Shared {
  readonly client: Promise<LogClient>;
  users: number;
}

const shared = new Map<string, Shared>();
let loaded: RemoteHome['kind'] | undefined;

/**
 * The one client of this process for a connection string, shared by all who ask; each closes what it got.
 *
 * The two libraries register their messages under the same global names, so that the one loaded later breaks the other.
 * Whichever was loaded first therefore serves both schemes, on the servers of either; only a process that copies from
 * one to the other (`obligo move`) ever meets this.
 */
export async function connect(home: RemoteHome): Promise<LogClient> {
  const key = home.connectionString;
  const entry = shared.get(key) ?? { client: load(home), users: 0 };
  shared.set(key, entry);
  entry.users += 1;
  let open = true;
  const client = await entry.client.catch((error: unknown) => {
    shared.delete(key);
    throw error;
  });
  return {
    canAppendAtomically: () => client.canAppendAtomically(),
    append: (...given) => client.append(...given),
    appendAtomically: (...given) => client.appendAtomically(...given),
    readStream: (...given) => client.readStream(...given),
    readLast: (stream) => client.readLast(stream),
    follow: (options) => client.follow(options),
    async close() {
      if (!open) return;
      open = false;
      entry.users -= 1;
      if (entry.users > 0) return;
      shared.delete(key);
      await client.close();
    },
  };
}

async function load(home: RemoteHome): Promise<LogClient> {
  loaded ??= home.kind;
  if (loaded === 'kurrentdb') {
    const [library, { KurrentDbClient }] = await Promise.all([
      import('@kurrent/kurrentdb-client'),
      import('./kurrentdb-client.ts'),
    ]);
    return new KurrentDbClient(library, home);
  }
  const [library, { EventStoreDbClient }] = await Promise.all([
    import('@eventstore/db-client'),
    import('./esdb-client.ts'),
  ]);
  return new EventStoreDbClient(library, home);
}
