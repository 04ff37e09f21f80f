import { existsSync, rmSync } from 'node:fs';
import {
  type DataFolder,
  type EventStore,
  openEventStore,
  parseStoreHome,
  type StoreHome,
  type StoreObserver,
} from '#event-store';
import { RefusalError } from '#kernel';
import type { OtherWriters } from '#posting';
import { AccessBook } from '../access/access-book.ts';
import type { SteadyClock } from './steady-clock.ts';
import { accessLost, lastRecordedAt, lostAccess } from './lost-access.ts';

export interface LogsOptions {
  readonly folder: DataFolder;
  /** Connection string of the event database that keeps the logs; the folder itself when absent. */
  readonly store?: string | undefined;
  /** Hears when something was recorded last. */
  readonly clock: SteadyClock;
  /** Hears of appends to each log; nobody by default. */
  readonly observerOf?: ((log: 'ledger' | 'access') => StoreObserver | undefined) | undefined;
  /** Hears when something of the logs was deleted or changed in their home. */
  readonly onAlarm?: ((detail: string) => void) | undefined;
  /** Whether a log of who may do what that was lost may be begun anew; else it is refused. */
  readonly beginsAccessAnew?: boolean | undefined;
}

/** Both logs of a ledger, open and caught up. */
export interface Logs {
  readonly ledger: EventStore;
  readonly access: AccessBook;
  /** Present where other processes write the same logs. */
  readonly others: OtherWriters | undefined;
  /** Whether the log of who may do what held events that are gone. */
  readonly isAccessLost: boolean;
}

/**
 * Opens both logs where they live. In an event database this process has a copy of each, which is brought up to the
 * database first: one that is empty so far must not be taken for a ledger that nobody set up. Throws the refusals of the
 * files and of their home, and `access-log-lost`.
 */
export async function openLogs(options: LogsOptions): Promise<Logs> {
  const { folder, store, clock, observerOf, onAlarm } = options;
  const home: StoreHome = parseStoreHome(store ?? folder.dir);
  const open = (log: 'ledger' | 'access', file: string): Promise<EventStore> => {
    const observer = observerOf?.(log);
    const heard = { ...(onAlarm && { onAlarm }), ...(observer && { observer }) };
    return openEventStore({ home, log, file, clock: () => Date.parse(clock.now()), ...heard });
  };
  const ledger = await open('ledger', folder.ledgerFile);
  const hadFile = existsSync(folder.accessLogFile);
  try {
    const log = await open('access', folder.accessLogFile);
    try {
      for (const each of [ledger, log]) await notBeforeLast(each, clock);
      if (home.kind === 'sqlite') {
        const evidence = await lostAccess(folder, { ledger, access: log });
        if (evidence !== undefined && options.beginsAccessAnew !== true) throw accessLost(folder, evidence);
        const access = await AccessBook.open(log, clock);
        return { ledger, access, others: undefined, isAccessLost: evidence !== undefined };
      }
      const access = await AccessBook.open(log, clock, othersOn(log));
      return { ledger, access, others: othersOn(ledger), isAccessLost: false };
    } catch (error) {
      await log.close();
      // What was opened in vain is not left where the file of a backup belongs.
      if (!hadFile && home.kind === 'sqlite') rmSync(folder.accessLogFile, { force: true });
      throw error;
    }
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function notBeforeLast(store: EventStore, clock: SteadyClock): Promise<void> {
  try {
    const last = await lastRecordedAt(store);
    if (last !== undefined) clock.notBefore(last);
  } catch (error) {
    // A lost page tells nothing; whoever needs it is told so elsewhere.
    if (!(error instanceof RefusalError)) throw error;
  }
}

const othersOn = (store: EventStore): OtherWriters => ({ newest: (streams) => store.newest(streams) });
