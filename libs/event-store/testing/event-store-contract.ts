import { afterEach, describe, it } from '@jest/globals';
import type { EventStore } from '../src/event-store.ts';
import { appendingContract } from './contract/appending.contract.ts';
import { bookingTimeContract } from './contract/booking-time.contract.ts';
import { commandContract } from './contract/commands.contract.ts';
import { concurrencyContract } from './contract/concurrency.contract.ts';
import { exactBytesContract } from './contract/exact-bytes.contract.ts';
import { multiStreamContract } from './contract/multi-stream.contract.ts';
import { readingContract } from './contract/reading.contract.ts';
import { reopeningContract } from './contract/reopening.contract.ts';
import { repetitionContract } from './contract/repetition.contract.ts';
import { subscribingContract } from './contract/subscribing.contract.ts';

/** Makes the stores that are held to the contract. */
export interface StoreFactory {
  /** Whether the log outlives the store; then `reopen` must be there. */
  readonly durable: boolean;
  /** A store over an empty log. */
  open(options: StoreSettings): Promise<OpenedStore>;
}

export interface StoreSettings {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens the same log again. */
  readonly reopen?: () => Promise<EventStore>;
  readonly dispose: () => Promise<void>;
}

/** A behaviour, by its name, shown on stores opened as it likes. */
export type ContractCases = Readonly<Record<string, (open: OpenStore) => Promise<void>>>;
export type OpenStore = (settings?: StoreSettings) => Promise<OpenedStore>;

/** Declares the contract suite for one store: the same cases for every home of the log. */
export function describeEventStoreContract(name: string, factory: StoreFactory): void {
  describe(`the event store contract, kept by ${name}`, () => {
    const opened: OpenedStore[] = [];
    const open: OpenStore = async (settings = {}) => {
      const one = await factory.open(settings);
      opened.push(one);
      return one;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.dispose()));
    });
    for (const [topic, cases] of Object.entries(topicsFor(factory))) {
      describe(topic, () => {
        for (const [behaviour, show] of Object.entries(cases)) it(behaviour, () => show(open));
      });
    }
  });
}

function topicsFor(factory: StoreFactory): Record<string, ContractCases> {
  return {
    'appending to a stream': appendingContract,
    'many writers at once': concurrencyContract,
    'repeating an append': repetitionContract,
    'commands and their answers': commandContract,
    'several streams in one append': multiStreamContract,
    'exact bytes': exactBytesContract,
    reading: readingContract,
    'following the log': subscribingContract,
    'time of recording and of booking': bookingTimeContract,
    ...(factory.durable && { 'opening the log again': reopeningContract }),
  };
}
