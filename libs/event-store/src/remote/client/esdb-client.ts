import type * as Library from '@eventstore/db-client';
import type { RemoteHome } from '../../home/store-home.ts';
import { CALL_MS, credentialsOf } from './call-options.ts';
import { clientError, isNotFound } from './client-errors.ts';
import type { Expected, FeedMessage, FollowOptions, LogClient, WireEvent, WireRecord } from './log-client.ts';
import { ServerRefused } from './log-client.ts';
import { RenewedClient } from './renewed-client.ts';
import { feedOf, type CheckpointReached } from './subscription-feed.ts';
import { withinTime } from './time-limit.ts';
import { toWireRecord } from './wire-record.ts';

/** `@eventstore/db-client` as a `LogClient`: one for each process and connection string. */
export class EventStoreDbClient implements LogClient {
  readonly #library: typeof Library;
  readonly #client: RenewedClient<Library.EventStoreDBClient>;
  readonly #credentials: ReturnType<typeof credentialsOf>;

  constructor(library: typeof Library, home: RemoteHome) {
    this.#library = library;
    const connectionString = home.connectionString.replace(/^kurrentdb/, 'esdb');
    this.#client = new RenewedClient(() => library.EventStoreDBClient.connectionString(connectionString));
    this.#credentials = credentialsOf(home);
  }

  async canAppendAtomically(): Promise<boolean> {
    return false;
  }

  async append(stream: string, expected: Expected, events: readonly WireEvent[]): Promise<void> {
    const expectedRevision = stateOf(expected);
    const credentials = this.#credentials;
    await this.#call((client) =>
      client.appendToStream(stream, events.map(toLibrary), {
        expectedRevision,
        deadline: CALL_MS,
        ...(credentials && { credentials }),
      }),
    );
  }

  async appendAtomically(): Promise<void> {
    throw new ServerRefused('unsupported', 'this client library writes one stream at a time');
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

  async #call<T>(call: (client: Library.EventStoreDBClient) => Promise<T>): Promise<T> {
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

const stateOf = (expected: Expected): bigint | 'no_stream' => expected ?? 'no_stream';

function toLibrary({ id, type, data, metadata }: WireEvent): Library.JSONEventData {
  return { contentType: 'application/json', id, type, data: data as Library.JSONType, metadata };
}
