import { join } from 'node:path';
import type { EventStore } from '../src/event-store.ts';
import { openSqliteEventStore } from '../src/sqlite/sqlite-event-store.ts';
import type { StoreFactory } from './event-store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** SQLite stores in folders of their own; `wrap` may put something between the store and its caller. */
export function sqliteFactory(wrap: (store: EventStore) => EventStore = (store) => store): StoreFactory {
  return {
    durable: true,
    async open(settings) {
      const { dir, remove } = temporaryFolder();
      const openFile = () => wrap(openSqliteEventStore({ file: join(dir, 'ledger.sqlite'), ...settings }));
      const store = openFile();
      let current = store;
      return {
        store,
        async reopen() {
          await current.close();
          return (current = openFile());
        },
        async dispose() {
          await current.close();
          remove();
        },
      };
    },
  };
}
