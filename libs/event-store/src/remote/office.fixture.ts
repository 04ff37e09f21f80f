import { expect } from '@jest/globals';
import { collect, command, documentsIn, posting } from '../../testing/samples.ts';
import { Busy, CommandAlreadyRecorded, UnknownOutcome, WrongExpectedRevision } from '../errors.ts';
import type { EventStore, ExpectedRevision, StoreStanding } from '../event-store.ts';
import { LogUnderTest } from './remote.fixture.ts';

/** Clerks at each of the two stores; each has an account of its own, and all share one. */
const CLERKS = 4;
const HOT = 'account-hot';
/** No append may keep its caller waiting for longer: the patience of a store, and what a last call may take. */
const SETTLES_MS = 60_000;

/** Clerks who post at two stores as in two processes: each has a copy and a client of its own. */
export class Office {
  readonly #logs: readonly LogUnderTest[];
  readonly #stores: readonly EventStore[];
  readonly #acknowledged: string[] = [];
  readonly #enough = new AbortController();
  readonly #load: Promise<unknown>;
  #onPosted: () => void = () => undefined;

  private constructor(logs: readonly LogUnderTest[], stores: readonly EventStore[]) {
    this.#logs = logs;
    this.#stores = stores;
    const clerks = stores.flatMap((store, at) => accountsOf(at).map((account) => this.#work(store, account)));
    this.#load = Promise.all(clerks);
    // Whoever waits for postings hears of it at once.
    this.#load.catch(() => this.#stop());
  }

  static async open(cluster: string): Promise<Office> {
    const one = new LogUnderTest(`${cluster}&connectionName=one`);
    const other = new LogUnderTest(`${cluster}&connectionName=other`, one.home.log);
    return new Office([one, other], [await one.open(), await other.open()]);
  }

  /** Resolves when all clerks have the answer to what they posted last. */
  async stopPosting(): Promise<void> {
    this.#stop();
    await this.#load;
  }

  /** Waits until so many postings more are acknowledged. */
  async postsMore(count: number): Promise<void> {
    const goal = this.#acknowledged.length + count;
    while (this.#acknowledged.length < goal) {
      if (this.#enough.signal.aborted) await this.#load;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      this.#onPosted = () => resolve(undefined);
      await promise;
    }
  }

  /** Waits until each store stands so. */
  async everybody(state: StoreStanding['state']): Promise<void> {
    const reached = this.#stores.map(async (store) => {
      while (store.standing().state !== state) await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await Promise.all(reached);
  }

  /** Every stream takes postings of both stores, all that was acknowledged is there once, and copies do not differ. */
  async expectAllOnce(): Promise<void> {
    const accounts = this.#stores.flatMap((_, at) => accountsOf(at));
    const after = this.#stores.flatMap((store, at) =>
      accounts.map((account, index) =>
        this.#post(store, account, `after-${at}-${account}`, KINDS[index % KINDS.length]),
      ),
    );
    await Promise.all(after);
    await Promise.all(this.#stores.map((store) => store.newest([HOT, ...accounts])));
    const [log] = this.#logs;
    const anew = await log?.open();
    const copies = [...this.#stores, ...(anew ? [anew] : [])];
    const [first, ...others] = await Promise.all(
      copies.map(async (store) => ({
        documents: (await documentsIn(store)).toSorted(),
        events: await collect(store.readAll()),
        commands: await collect(store.readCommands()),
      })),
    );
    expect(first?.documents).toEqual(this.#acknowledged.toSorted());
    for (const other of others) expect(other).toEqual(first);
  }

  /** Posts one document, with the same identities and key each time, until a store has said that it is there. */
  async #post(store: EventStore, account: string, name: string, kind: Kind = 'account'): Promise<void> {
    for (;;) {
      try {
        await settled(name, postOnce(store, account, name, kind));
        break;
      } catch (error) {
        if (!ASK_AGAIN.some((one) => error instanceof one)) throw error;
      }
    }
    this.#acknowledged.push(...(kind === 'hot and document' ? [name, `${name}-too`] : [name]));
    this.#onPosted();
  }

  async end(): Promise<void> {
    this.#stop();
    for (const log of this.#logs) await log.end();
    await this.#load.catch(() => undefined);
  }

  async #work(store: EventStore, account: string): Promise<void> {
    for (let turn = 0; !this.#enough.signal.aborted; turn += 1) {
      await this.#post(store, account, `${account}-${turn}`, KINDS[turn % KINDS.length]);
    }
  }

  #stop(): void {
    this.#enough.abort();
    this.#onPosted();
  }
}

const accountsOf = (at: number): string[] =>
  Array.from({ length: CLERKS }, (_, clerk) => `account-${at}-${clerk}`);

/** What a posting writes; on one account alone with a command, or known by its identity only. */
const KINDS = ['account', 'hot and document', 'no command'] as const;
type Kind = (typeof KINDS)[number];

const ASK_AGAIN = [WrongExpectedRevision, CommandAlreadyRecorded, UnknownOutcome, Busy];

async function postOnce(store: EventStore, account: string, name: string, kind: Kind): Promise<unknown> {
  const marker = kind === 'no command' ? undefined : command(name);
  if (marker && (await store.findCommand(marker.key))) return;
  const stream = kind === 'hot and document' ? HOT : account;
  const [last] = await collect(store.readStream(stream, { direction: 'backwards', limit: 1 }));
  const expected: ExpectedRevision = last?.revision ?? 'none';
  const write = { stream, expected, events: [posting(name)] };
  if (kind !== 'hot and document') return store.append(write, marker);
  const document = {
    stream: `document-${name}`,
    expected: 'none',
    events: [posting(`${name}-too`)],
  } as const;
  return store.appendMany([write, document], [{ stream: 'period-1', expected: 'none' }], marker);
}

/** The outcome of an append, which must come in time. */
async function settled<T>(name: string, append: Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(new Error(`nobody answered ${name}`)), SETTLES_MS);
  try {
    return await Promise.race([append, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}
