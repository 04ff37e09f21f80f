import type { EventStore } from '../event-store.ts';
import type { StoreObserver } from '../observer.ts';
import { mustNotBeACopy } from '../remote/copy/must-not-be-a-copy.ts';
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import type { StoreHome } from './store-home.ts';

/** Which of the two logs of a ledger. */
export type LogName = 'ledger' | 'access';

export interface OpenEventStoreOptions {
  readonly home: StoreHome;
  readonly log: LogName;
  /** The SQLite file: the log itself when it lives here, else this process's copy of it. */
  readonly file: string;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly clock?: () => number;
  /** For auditors: nothing can be written. */
  readonly readOnly?: boolean;
  /** Called once when something was deleted or changed that must not be; nothing is posted afterwards. */
  readonly onAlarm?: (detail: string) => void;
  readonly observer?: StoreObserver;
}

/** Opens a log wherever it lives. Throws the refusals of the file, or of an event database that cannot be used. */
export async function openEventStore(options: OpenEventStoreOptions): Promise<EventStore> {
  const { home, file, clock, readOnly, observer } = options;
  if (home.kind === 'sqlite') {
    if (readOnly !== true) mustNotBeACopy(file);
    return openSqliteEventStore({ file, ...(clock && { clock }), ...(readOnly && { readOnly }), observer });
  }
  const { openRemoteEventStore } = await import('../remote/open-remote-event-store.ts');
  return openRemoteEventStore({ ...options, home });
}
