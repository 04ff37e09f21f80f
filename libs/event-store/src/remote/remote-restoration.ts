import { v5 } from 'uuid';
import { encodeCanonical } from '../canonical.ts';
import { InvalidAppend, UnknownOutcome } from '../errors.ts';
import type { RecordedCommand, RecordedEvent } from '../event-store.ts';
import type { Restoration } from '../home/restoration.ts';
import { toRecordedEvent } from '../log/recorded-event.ts';
import type { PlacedEvent } from '../log/sequenced-log.ts';
import type { Expected, LogClient, WireEvent } from './client/log-client.ts';
import { ServerConflict } from './client/log-client.ts';
import type { LogCopy } from './copy/log-copy.ts';
import { wrapCommand, wrapEvent } from './envelope/envelope.ts';
import type { StreamNames } from './envelope/stream-names.ts';
import type { RemoteEventStore } from './remote-event-store.ts';

export interface RemoteRestorationOptions {
  /** Repeats what gets no answer. */
  readonly client: LogClient;
  readonly copy: LogCopy;
  readonly names: StreamNames;
  readonly atomic: boolean;
  /** Follows the log into the copy meanwhile; closed at the end. */
  readonly store: RemoteEventStore;
}

interface Entry {
  readonly stream: string;
  readonly event: WireEvent;
}

/** Together they stay well below what any server takes in one call. */
const BATCH_EVENTS = 256;
const BATCH_BYTES = 512 * 1024;
const ARRIVAL_MS = 60_000;
const NAMESPACE = '5e3c2f0b-8c1d-5b8e-9b55-0d9a7f4f6c11';

/**
 * Writes a log that was recorded elsewhere into an event database: in its order, each event with the times it has. A
 * command goes before its last event and becomes visible with it, so that an interruption leaves no event without it.
 */
export class RemoteRestoration implements Restoration {
  readonly size: number;
  readonly last: RecordedEvent | undefined;
  readonly #options: RemoteRestorationOptions;
  readonly #tails = new Map<string, bigint>();
  #entries: Entry[] = [];
  #bytes = 0;
  #added = 0;

  constructor(options: RemoteRestorationOptions) {
    this.#options = options;
    const request = { above: undefined, below: undefined, direction: 'backwards', limit: 1 } as const;
    const [last] = options.copy.log.page({ ...request, matches: () => true }).events;
    this.last = last && toRecordedEvent(last);
    this.size = Number(last?.position ?? 0n);
  }

  async add(event: RecordedEvent, commands: readonly RecordedCommand[] = []): Promise<void> {
    const { names } = this.#options;
    if (commands.length > 1) throw new InvalidAppend(`${commands.length} commands end at ${event.position}`);
    const [command] = commands;
    const of = 1 + commands.length;
    if (command) {
      const stream = names.ofCommand(command.key);
      const { key, inputHash } = command;
      const answer = encodeCanonical(command.answer, 'the answer of the command');
      const id = v5(`${event.id} ${stream}`, NAMESPACE);
      this.#entries.push({ stream, event: wrapCommand({ key, inputHash, answer }, id, of) });
      this.#bytes += answer.length;
    }
    this.#entries.push({
      stream: names.onServer(event.stream),
      event: wrapEvent(placed(event), { part: of, of }),
    });
    this.#bytes += event.dataBytes.length + event.metadataBytes.length;
    this.#added += 1;
    if (this.#entries.length >= BATCH_EVENTS || this.#bytes >= BATCH_BYTES) await this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
    const { store } = this.#options;
    const there = await store.reaches(BigInt(this.size + this.#added), ARRIVAL_MS);
    await store.close();
    if (!there) throw new UnknownOutcome([], new Error('the copy did not reach the end of the log in time'));
  }

  discard(): Promise<void> {
    return this.#options.store.close();
  }

  async #flush(): Promise<void> {
    const entries = this.#entries;
    [this.#entries, this.#bytes] = [[], 0];
    if (entries.length === 0) return;
    if (this.#options.atomic) await this.#atOnce(entries);
    else for (const stretch of stretchesOf(entries)) await this.#oneStream(stretch);
  }

  async #atOnce(entries: readonly Entry[]): Promise<void> {
    const expectations = new Map<string, Expected>();
    for (const { stream } of entries) {
      const tail = this.#tailOf(stream);
      if (!expectations.has(stream)) expectations.set(stream, tail);
      this.#tails.set(stream, (tail ?? -1n) + 1n);
    }
    await this.#options.client.appendAtomically(entries, expectations);
  }

  async #oneStream([first, ...others]: readonly [Entry, ...Entry[]]): Promise<void> {
    const { stream } = first;
    const tail = this.#tailOf(stream);
    this.#tails.set(stream, (tail ?? -1n) + BigInt(1 + others.length));
    try {
      const events = [first, ...others].map(({ event }) => event);
      await this.#options.client.append(stream, tail, events);
    } catch (error) {
      if (!(error instanceof ServerConflict && (await this.#wasLeft(first)))) throw error;
    }
  }

  /** Whether an interrupted copy had come just to this command, and not to its event. */
  async #wasLeft({ stream, event }: Entry): Promise<boolean> {
    if (!this.#options.names.decides(stream)) return false;
    return (await this.#options.client.readLast(stream))?.id === event.id;
  }

  #tailOf(stream: string): Expected {
    return this.#tails.get(stream) ?? this.#options.copy.books.tailOf(stream);
  }
}

/** Entries of one stream that follow each other. */
function* stretchesOf(entries: readonly Entry[]): Generator<readonly [Entry, ...Entry[]]> {
  let stretch: [Entry, ...Entry[]] | undefined;
  for (const entry of entries) {
    if (stretch?.[0].stream === entry.stream) {
      stretch.push(entry);
      continue;
    }
    if (stretch) yield stretch;
    stretch = [entry];
  }
  if (stretch) yield stretch;
}

function placed(event: RecordedEvent): PlacedEvent {
  const { id, stream, revision, type, schemaVersion, dataBytes: data, metadataBytes: metadata } = event;
  const times = { recordedAt: Date.parse(event.recordedAt), bookedAt: Date.parse(event.bookedAt) };
  return { id, stream, revision, type, schemaVersion, data, metadata, ...times };
}
