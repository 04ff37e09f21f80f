import type { EventStore, Position, RecordedEvent } from '#event-store';
import { type AccessCommand, type AccessEvent, accessEvents, accessRules, type AccessState } from '#access';
import {
  type CivilDate,
  EventCatalogue,
  evolveStored,
  type Instant,
  LEDGER_ITSELF,
  newId,
  streams,
} from '#kernel';
import type { SteadyClock } from '../embedded/steady-clock.ts';
import { type OtherWriters, posting, type PostingContext, type Receipt, Recorder } from '#posting';

const catalogue = new EventCatalogue(accessEvents);

/** Tells that the log has grown without reading it. */
const NO_EVENT = { types: [] } as const;

/** One event of the rule table with what stands around it. */
export interface AccessEntry {
  readonly position: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly reason?: string | undefined;
  readonly type: string;
  readonly data: unknown;
}

/** One event of the rule table as it was recorded, by its place on both axes. */
export interface AccessEventAt {
  readonly position: bigint;
  readonly effectiveOn: CivilDate;
  readonly recorded: RecordedEvent;
  readonly event: AccessEvent;
}

/** Who says what about access, and why. */
export interface Saying {
  readonly actor: string;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Who may do what: the rule table and everybody's roles. It has a log of its own, since the ledger's moments of booking
 * never go back and history may be taken over long after the first administrator was named.
 */
export class AccessBook {
  readonly #store: EventStore;
  readonly #recorder: Recorder;
  readonly #clock: () => Instant;
  #state: AccessState = accessRules.initial();
  #last: Promise<unknown> = Promise.resolve();
  #follower: Promise<void> | undefined;
  #stopped: unknown;
  readonly #stop = new AbortController();

  private constructor(store: EventStore, { now: clock, notBefore }: SteadyClock, others?: OtherWriters) {
    this.#store = store;
    this.#clock = clock;
    this.#recorder = new Recorder({ store, catalogue, clock, onAppended: notBefore, others });
  }

  /** Over an open log; where others write it, too, what they say counts here as soon as it can be read. */
  static async open(store: EventStore, clock: SteadyClock, others?: OtherWriters): Promise<AccessBook> {
    const book = new AccessBook(store, clock, others);
    const head = await store.head();
    await book.#readOn();
    if (others) book.#follower = book.#follow(head);
    return book;
  }

  /** Why it does not hear any more what others say; nothing while it does. */
  get stopped(): unknown {
    return this.#stopped;
  }

  /** Its log, for those who seal and verify it. */
  get log(): EventStore {
    return this.#store;
  }

  /** As it is now. */
  get state(): AccessState {
    return this.#state;
  }

  /** Records one command, or throws its refusal. From the moment it is acknowledged it counts for every decision. */
  post(command: AccessCommand, saying: Saying): Promise<Receipt> {
    return this.#inTurn(() => this.#recorder.post(onTable(command), this.#context(saying)));
  }

  /** Records one command, unless the table says already what it would, by the word of others who came before. */
  async postUnless(
    isSaid: (state: AccessState) => boolean,
    command: AccessCommand,
    saying: Saying,
  ): Promise<void> {
    await this.#inTurn(async () =>
      isSaid(this.#state) ? undefined : this.#recorder.post(onTable(command), this.#context(saying)),
    );
  }

  /** Records several commands, all or none, each decided on what those before it change. */
  postAll(commands: readonly AccessCommand[], saying: Saying): Promise<Receipt> {
    return this.#inTurn(() => this.#recorder.postAll(commands.map(onTable), this.#context(saying)));
  }

  /** As it was recorded up to a moment, or up to a revision of the table, which a decision names. */
  async asOf(until: { readonly moment?: Instant; readonly revision?: bigint }): Promise<AccessState> {
    return this.#folded(until);
  }

  /** Every event of the table with its envelope, oldest first. */
  async events(): Promise<AccessEventAt[]> {
    const events: AccessEventAt[] = [];
    for await (const recorded of this.#store.readStream(streams.accessRules())) {
      const event = catalogue.read(recorded) as AccessEvent;
      events.push({ position: BigInt(recorded.position), effectiveOn: event.effectiveOn, recorded, event });
    }
    return events;
  }

  /** Every event of the table, in order: who was granted what, when, by whom. */
  async history(): Promise<AccessEntry[]> {
    const entries: AccessEntry[] = [];
    for await (const recorded of this.#store.readStream(streams.accessRules())) {
      const { metadata, position, recordedAt, type } = recorded;
      const { actor, reason } = metadata as { readonly actor: string; readonly reason?: string };
      const { data } = catalogue.read(recorded);
      entries.push({ position: String(position), recordedAt, by: actor, reason, type, data });
    }
    return entries;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#follower;
    await this.#store.close();
  }

  /** Reads on whenever the log has grown; how much it grew by makes no difference. */
  async #follow(head: Position | undefined): Promise<void> {
    const { signal } = this.#stop;
    const after = head === undefined ? {} : { after: head };
    try {
      for await (const { kind } of this.#store.subscribe({ ...after, filter: NO_EVENT, signal }))
        if (kind !== 'fell-behind') await this.#readOn();
    } catch (error) {
      this.#stopped = error;
    }
  }

  /** Never back to what was before: two may read at the same time. */
  async #readOn(): Promise<void> {
    const state = await this.#folded();
    if (state.revision >= this.#state.revision) this.#state = state;
  }

  #context({ idempotencyKey = newId(this.#clock()), ...saying }: Saying): PostingContext {
    return { ...saying, organisation: LEDGER_ITSELF, idempotencyKey };
  }

  /** One after the other: each finds the table as those before left it. */
  #inTurn<T>(recording: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      const recorded = await recording();
      await this.#readOn();
      return recorded;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #folded({
    moment,
    revision,
  }: { readonly moment?: Instant; readonly revision?: bigint } = {}): Promise<AccessState> {
    let state = accessRules.initial();
    for await (const recorded of this.#store.readStream(streams.accessRules())) {
      if (moment !== undefined && recorded.recordedAt > moment) break;
      if (revision !== undefined && recorded.revision > revision) break;
      state = evolveStored(accessRules, catalogue, state, recorded);
    }
    return state;
  }
}

const onTable = (command: AccessCommand) => posting(accessRules, streams.accessRules(), command);
