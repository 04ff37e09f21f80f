import { join } from 'node:path';
import { it } from '@jest/globals';
import { freshLog, withLog } from '../../testing/remote-factory.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { parseStoreHome, type RemoteHome } from '../home/store-home.ts';
import { connect } from './client/connect.ts';
import type { LogClient } from './client/log-client.ts';
import { LogCopy } from './copy/log-copy.ts';
import { StreamNames } from './envelope/stream-names.ts';
import { openRemoteEventStore, type OpenRemoteOptions } from './open-remote-event-store.ts';
import { RemoteEventStore } from './remote-event-store.ts';

/** One log on a server, and what tests do to it: several stores, each as if in a process of its own. */
export class LogUnderTest {
  readonly home: RemoteHome;
  readonly names: StreamNames;
  readonly #ends: (() => unknown)[] = [];

  constructor(server: string, log = freshLog()) {
    const home = parseStoreHome(withLog(server, log));
    if (home.kind === 'sqlite') throw new Error(`${server} is no event database`);
    this.home = home;
    this.names = new StreamNames(home, 'ledger');
  }

  folder(): string {
    const { dir, remove } = temporaryFolder();
    this.#ends.unshift(remove);
    return dir;
  }

  /** A store with a copy of its own, or over the copy in a folder. */
  async open(options: Partial<OpenRemoteOptions> = {}, dir = this.folder()): Promise<RemoteEventStore> {
    const given = { home: this.home, log: 'ledger', file: join(dir, 'ledger.sqlite') } as const;
    const store = await openRemoteEventStore({ ...given, ...options });
    this.#ends.unshift(() => store.close());
    return store;
  }

  /** The client of this process, as the stores use it. */
  async client(): Promise<LogClient> {
    const client = await connect(this.home);
    this.#ends.unshift(() => client.close());
    return client;
  }

  /** A store whose calls to the server go through `between`; it reserves and confirms, whatever the server can. */
  async openThrough(
    between: (client: LogClient) => LogClient,
    expiryMs: number,
    patienceMs = 1_000,
  ): Promise<RemoteEventStore> {
    const copy = LogCopy.open(join(this.folder(), 'ledger.sqlite'), this.names.prefix.slice(0, -1));
    const store = new RemoteEventStore({
      client: between(await connect(this.home)),
      copy,
      names: this.names,
      atomic: false,
      clock: Date.now,
      readOnly: false,
      onAlarm: undefined,
      observer: undefined,
      expiryMs,
      patienceMs,
    });
    this.#ends.unshift(() => store.close());
    await store.caughtUp(10_000);
    return store;
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
  }
}

/** A behaviour, by its name, shown on a log of its own. */
export type LogCases = Readonly<Record<string, (log: LogUnderTest) => Promise<void>>>;

/** Declares behaviours on one server. */
export function declareOn(server: string, cases: LogCases, timeoutMs?: number): void {
  for (const [behaviour, show] of Object.entries(cases)) {
    const onLogOfItsOwn = async (): Promise<void> => {
      const log = new LogUnderTest(server);
      try {
        await show(log);
      } finally {
        await log.end();
      }
    };
    it(behaviour, onLogOfItsOwn, timeoutMs);
  }
}
