import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventStore,
  openEventStore,
  type ReadAllOptions,
  type StoreHome,
  type StoreStanding,
} from '#event-store';
import { backOff, messageOf } from '#postgres';
import type { Telemetry } from '#telemetry';

export interface FollowedLogOptions {
  readonly home: StoreHome;
  /** Folder of the copy, where the log lives in an event database. */
  readonly data: string;
  readonly telemetry: Telemetry;
  readonly onAlarm: (detail: string) => void;
  /** Told why the log could not be opened; it is tried again. */
  readonly onRefused: (detail: string) => void;
}

/**
 * The log, wherever it lives and whether it can be opened yet or not: until then it reads as not being there. A folder
 * is only read, so that the service that owns it goes on.
 */
export class FollowedLog {
  readonly #options: FollowedLogOptions;
  #store: EventStore | undefined;
  #refused: string | undefined;

  constructor(options: FollowedLogOptions) {
    this.#options = options;
  }

  /** Tries until the log is open, and a copy of it once complete, or the signal says otherwise. */
  async open(signal: AbortSignal): Promise<EventStore | undefined> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        this.#store = await this.#open();
        this.#refused = undefined;
        await this.#caughtUp(this.#store, signal);
        return this.#store;
      } catch (error) {
        const detail = messageOf(error);
        if (detail !== this.#refused) this.#options.onRefused(detail);
        this.#refused = detail;
      }
      await backOff(attempt, signal);
    }
    return undefined;
  }

  async #caughtUp(store: EventStore, signal: AbortSignal): Promise<void> {
    while (store.standing().state === 'catching-up' && !signal.aborted) await backOff(0, signal);
  }

  standing(): StoreStanding {
    if (this.#store) return this.#store.standing();
    return { state: 'disconnected', ...(this.#refused === undefined ? {} : { detail: this.#refused }) };
  }

  async head(): Promise<string | undefined> {
    return this.#store?.head();
  }

  async *readAll(options?: ReadAllOptions) {
    if (this.#store) yield* this.#store.readAll(options);
  }

  async *readPages(options?: ReadAllOptions) {
    if (this.#store) yield* this.#store.readPages(options);
  }

  async close(): Promise<void> {
    await this.#store?.close();
  }

  #open(): Promise<EventStore> {
    const { home, data, telemetry, onAlarm } = this.#options;
    const observer = telemetry.observer('ledger');
    const heard = observer === undefined ? {} : { observer };
    if (home.kind === 'sqlite') {
      return openEventStore({
        home,
        log: 'ledger',
        file: fileIn(home.path),
        readOnly: true,
        onAlarm,
        ...heard,
      });
    }
    return openEventStore({ home, log: 'ledger', file: join(data, 'ledger.sqlite'), onAlarm, ...heard });
  }
}

const fileIn = (path: string): string =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, 'ledger.sqlite') : path;
