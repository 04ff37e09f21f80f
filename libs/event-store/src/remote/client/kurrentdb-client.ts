import type * as Library from '@kurrent/kurrentdb-client';
import type { RemoteHome } from '../../home/store-home.ts';
import { CALL_MS, credentialsOf } from './call-options.ts';
import { clientError, isNotFound } from './client-errors.ts';
import type { Expected, FeedMessage, FollowOptions, LogClient, WireEvent, WireRecord } from './log-client.ts';
import { ServerRefused } from './log-client.ts';
import { RenewedClient } from './renewed-client.ts';
import { feedOf, type CheckpointReached } from './subscription-feed.ts';
import { withinTime } from './time-limit.ts';
import { toWireRecord } from './wire-record.ts';

/** `@kurrent/kurrentdb-client` as a `LogClient`: one for each process and connection string. */
export class KurrentDbClient implements LogClient {
  readonly #library: typeof Library;
  readonly #client: RenewedClient<Library.KurrentDBClient>;
  readonly #credentials: ReturnType<typeof credentialsOf>;
  #atomic: boolean | undefined;

  constructor(library: typeof Library, home: RemoteHome) {
    this.#library = library;
    // This library takes both schemes and complains about the other one on the console.
    const connectionString = home.connectionString.replace(/^esdb/, 'kurrentdb');
    this.#client = new RenewedClient(() => library.KurrentDBClient.connectionString(connectionString));
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

  async *follow(options: FollowOptions): AsyncGenerator<FeedMessage> {
    const { START, STREAM_NAME } = this.#library;
    const client = this.#client.current;
    const subscribe = (reached: CheckpointReached) =>
      client.subscribeToAll({
        fromPosition: options.after ?? START,
        filter: {
          filterOn: STREAM_NAME,
          prefixes: [...options.prefixes],
          checkpointInterval: 32,
          checkpointReached: (_, position) => reached(position),
        },
      });
    try {
      yield* feedOf<Library.AllStreamResolvedEvent>(subscribe, toWireRecord, options);
    } catch (error) {
      this.#client.failed(client, error);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#client.current.dispose();
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
    const client = this.#client.current;
    try {
      await withinTime(CALL_MS, () => client.appendRecords([], []));
      return true;
    } catch (error) {
      const { type, code } = error as { readonly type?: unknown; readonly code?: unknown };
      const refused = clientError(error);
      if (refused instanceof ServerRefused) return refused.reason !== 'unsupported';
      if (type === 'unknown' && code === INVALID_ARGUMENT) return true;
      this.#client.failed(client, refused);
      throw refused;
    }
  }

  async #call<T>(call: (client: Library.KurrentDBClient) => Promise<T>): Promise<T> {
    const client = this.#client.current;
    try {
      return await withinTime(CALL_MS, () => call(client));
    } catch (error) {
      const refused = clientError(error);
      this.#client.failed(client, refused);
      throw refused;
    }
  }
}

/** Of gRPC. */
const INVALID_ARGUMENT = 3;

const stateOf = (expected: Expected): bigint | 'no_stream' => expected ?? 'no_stream';

function toLibrary({ id, type, data, metadata }: WireEvent): Library.JSONEventData {
  return { contentType: 'application/json', id, type, data: data as Library.JSONType, metadata };
}
