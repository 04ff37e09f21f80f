import type * as Library from '@kurrent/kurrentdb-client';
import type { RemoteHome } from '../../home/store-home.ts';
import { CALL_MS, credentialsOf } from './call-options.ts';
import { clientError, isNotFound } from './client-errors.ts';
import type { Expected, FeedMessage, FollowOptions, LogClient, WireEvent, WireRecord } from './log-client.ts';
import { NoAnswer, ServerRefused } from './log-client.ts';
import { feedOf } from './subscription-feed.ts';
import { withinTime } from './time-limit.ts';
import { toWireRecord } from './wire-record.ts';

/** `@kurrent/kurrentdb-client` as a `LogClient`: one for each process and connection string. */
export class KurrentDbClient implements LogClient {
  readonly #library: typeof Library;
  readonly #connect: () => Library.KurrentDBClient;
  #client: Library.KurrentDBClient;
  readonly #credentials: ReturnType<typeof credentialsOf>;
  #atomic: boolean | undefined;

  constructor(library: typeof Library, home: RemoteHome) {
    this.#library = library;
    // This library takes both schemes and complains about the other one on the console.
    const connectionString = home.connectionString.replace(/^esdb/, 'kurrentdb');
    this.#connect = () => library.KurrentDBClient.connectionString(connectionString);
    this.#client = this.#connect();
    this.#credentials = credentialsOf(home);
  }

  async canAppendAtomically(): Promise<boolean> {
    return (this.#atomic ??= await this.#asksForAtomicAppends());
  }

  async append(stream: string, expected: Expected, events: readonly WireEvent[]): Promise<void> {
    const streamState = stateOf(expected);
    const credentials = this.#credentials;
    await this.#call((client) =>
      client.appendToStream(stream, events.map(toLibrary), {
        streamState,
        deadline: CALL_MS,
        ...(credentials && { credentials }),
      }),
    );
  }

  async appendAtomically(
    records: readonly { readonly stream: string; readonly event: WireEvent }[],
    expectations: ReadonlyMap<string, Expected>,
  ): Promise<void> {
    const inputs = records.map(({ stream, event }) => ({ streamName: stream, record: toLibrary(event) }));
    const checks = [...expectations].map(([streamName, expected]) => ({
      type: 'stream_state' as const,
      streamName,
      expectedState: stateOf(expected),
    }));
    await this.#call((client) => client.appendRecords(inputs, checks));
  }

  readStream(stream: string, from: bigint, limit: number): Promise<readonly WireRecord[]> {
    return this.#read(stream, { fromRevision: from, maxCount: limit });
  }

  async readLast(stream: string): Promise<WireRecord | undefined> {
    const { BACKWARDS, END } = this.#library;
    const [last] = await this.#read(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    return last;
  }

  follow(options: FollowOptions): AsyncIterable<FeedMessage> {
    const { START, STREAM_NAME } = this.#library;
    return feedOf<Library.AllStreamResolvedEvent>(
      (reached) =>
        this.#client.subscribeToAll({
          fromPosition: options.after ?? START,
          filter: {
            filterOn: STREAM_NAME,
            prefixes: [...options.prefixes],
            checkpointInterval: 32,
            checkpointReached: (_, position) => reached(position),
          },
        }),
      toWireRecord,
      options,
    );
  }

  close(): Promise<void> {
    return this.#client.dispose();
  }

  async #read(stream: string, options: Library.ReadStreamOptions): Promise<readonly WireRecord[]> {
    return this.#call(async (client) => {
      const records: WireRecord[] = [];
      try {
        for await (const event of client.readStream(stream, { ...options, requiresLeader: true })) {
          const record = toWireRecord(event);
          if (record) records.push(record);
        }
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
      return records;
    });
  }

  /** An append of nothing is refused by a server that knows such appends, and by the library for one that does not. */
  async #asksForAtomicAppends(): Promise<boolean> {
    try {
      await withinTime(CALL_MS, () => this.#client.appendRecords([], []));
      return true;
    } catch (error) {
      const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
      const refused = clientError(error);
      if (refused instanceof ServerRefused) return refused.reason !== 'unsupported';
      if (type === 'unknown' && code === INVALID_ARGUMENT) return true;
      throw refused;
    }
  }

  async #call<T>(call: (client: Library.KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    try {
      return await withinTime(CALL_MS, () => call(client));
    } catch (error) {
      const refused = clientError(error);
      if (refused instanceof NoAnswer && STUCK.has(refused.reason)) this.#renew(client);
      throw refused;
    }
  }

  /**
   * Looks for the leader anew. The library does so by itself, but for appends over several streams: there it does not
   * understand that a node is no longer the leader, and would ask it for ever.
   */
  #renew(failed: Library.KurrentDBClient): void {
    if (this.#client !== failed) return;
    this.#client = this.#connect();
    failed.dispose().catch(() => undefined);
  }
}

const STUCK = new Set(['not-leader', 'unknown']);

/** Of gRPC. */
const INVALID_ARGUMENT = 3;

const stateOf = (expected: Expected): bigint | 'no_stream' => expected ?? 'no_stream';

function toLibrary({ id, type, data, metadata }: WireEvent): Library.JSONEventData {
  return { contentType: 'application/json', id, type, data: data as Library.JSONType, metadata };
}
