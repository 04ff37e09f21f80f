import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  createMemoryEventStore,
  type EventStore,
  type LogName,
  openEventStore,
  openSqliteEventStore,
} from '#event-store';
import type { LocalPlace, StorePlace } from './store-place.ts';

/** Both logs of a ledger, opened. */
export interface OpenedLogs extends Readonly<Record<LogName, EventStore>> {
  close(): Promise<void>;
}

export const LOG_NAMES: readonly LogName[] = ['ledger', 'access'];

/** How the logs are called in messages. */
export const CALLED: Readonly<Record<LogName, string>> = { ledger: 'the log', access: 'the access log' };

/** The files of both logs in a data folder, and of the copies that a process keeps of them. */
export const LOG_FILES: Readonly<Record<LogName, string>> = {
  ledger: 'ledger.sqlite',
  access: 'access-log.sqlite',
};

/** The file of a log of a place on this machine. Beside a single file, the access log has a name derived from it. */
export function fileOf(place: LocalPlace, log: LogName): string {
  if (place.kind === 'folder') return join(place.dir, LOG_FILES[log]);
  if (log === 'ledger') return place.file;
  return join(dirname(place.file), `${basename(place.file, '.sqlite')}.access.sqlite`);
}

/**
 * Opens files to be read; where there is no access log, it is empty. Files that nobody else has open are not opened for
 * reading alone, which would leave their journals behind.
 */
export function openFiles(place: LocalPlace, readOnly: boolean): Promise<OpenedLogs> {
  return openBoth(async (log) => {
    const file = fileOf(place, log);
    return log === 'access' && !existsSync(file)
      ? createMemoryEventStore()
      : openSqliteEventStore({ file, readOnly });
  });
}

/** Opens the logs of an event database; copies of them grow in a folder. */
export function openOnServer(
  place: Extract<StorePlace, { kind: 'server' }>,
  copies: string,
): Promise<OpenedLogs> {
  return openBoth((log) => openEventStore({ home: place.home, log, file: join(copies, LOG_FILES[log]) }));
}

async function openBoth(open: (log: LogName) => Promise<EventStore>): Promise<OpenedLogs> {
  const ledger = await open('ledger');
  try {
    const access = await open('access');
    const close = async (): Promise<void> => {
      await ledger.close();
      await access.close();
    };
    return { ledger, access, close };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}
