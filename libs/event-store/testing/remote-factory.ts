import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EventStore } from '../src/event-store.ts';
import { parseStoreHome } from '../src/home/store-home.ts';
import type { OpenRemoteOptions } from '../src/remote/open-remote-event-store.ts';
import { openRemoteEventStore } from '../src/remote/open-remote-event-store.ts';
import type { StoreFactory, StoreSettings } from './event-store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A name for a log that nobody else uses. */
export const freshLog = (): string => `test_${randomBytes(6).toString('hex')}`;

/** The connection string with a log of the given name. */
export const withLog = (server: string, log: string): string =>
  `${server}${server.includes('?') ? '&' : '?'}log=${log}`;

/** Opens the ledger's log of an event database over the copy in a folder. */
export async function openRemote(
  server: string,
  log: string,
  dir: string,
  settings: StoreSettings & Partial<OpenRemoteOptions> = {},
): Promise<EventStore> {
  const home = parseStoreHome(withLog(server, log));
  if (home.kind === 'sqlite') throw new Error(`${server} is no event database`);
  return openRemoteEventStore({ home, log: 'ledger', file: join(dir, 'ledger.sqlite'), ...settings });
}

/** Stores on one server, each with a log and a copy of its own. */
export function remoteFactory(server: string): StoreFactory {
  return {
    durable: true,
    async open(settings) {
      const { dir, remove } = temporaryFolder();
      const log = freshLog();
      let current = await openRemote(server, log, dir, settings);
      return {
        store: current,
        async reopen() {
          await current.close();
          return (current = await openRemote(server, log, dir, settings));
        },
        async dispose() {
          await current.close();
          remove();
        },
      };
    },
  };
}
