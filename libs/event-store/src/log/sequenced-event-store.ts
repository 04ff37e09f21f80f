import type { Instant } from '#kernel';
import type {
  AppendResult,
  CommandMarker,
  EventStore,
  Position,
  ReadAllOptions,
  ReadCommandsOptions,
  ReadStreamOptions,
  RecordedCommand,
  RecordedEvent,
  StoreCapabilities,
  StoreStanding,
  StreamCheck,
  StreamWrite,
  SubscribeOptions,
  SubscriptionMessage,
} from '../event-store.ts';
import { CommitBell } from './commit-bell.ts';
import { followLog } from './follow-log.ts';
import { comparePositions, parseSequence, toPosition } from './position.ts';
import { positionBookedBy } from './position-at.ts';
import { prepareAppend, type PreparedAppend } from './prepared-append.ts';
import { readAll, readCommands, readPages, readStream } from './read-log.ts';
import type { SequencedLog } from './sequenced-log.ts';

/** What all stores over one sequenced log on this thread share: everything but how an append is committed. */
export abstract class SequencedEventStore implements EventStore {
  abstract readonly capabilities: StoreCapabilities;
  protected readonly bell = new CommitBell();

  /** The open log; throws `StoreClosed` afterwards. */
  protected abstract log(): SequencedLog;

  protected abstract commit(append: PreparedAppend): Promise<AppendResult>;

  abstract close(): Promise<void>;

  standing(): StoreStanding {
    return { state: 'ready' };
  }

  append(write: StreamWrite, command?: CommandMarker): Promise<AppendResult> {
    return this.appendMany([write], [], command);
  }

  async appendMany(
    writes: readonly StreamWrite[],
    checks: readonly StreamCheck[],
    command?: CommandMarker,
  ): Promise<AppendResult> {
    return this.commit(prepareAppend(writes, checks, command, this.capabilities));
  }

  async findCommand(key: string): Promise<RecordedCommand | undefined> {
    return this.log().findCommand(key);
  }

  readCommands(options: ReadCommandsOptions = {}): AsyncIterable<RecordedCommand> {
    return readCommands(() => this.log(), options);
  }

  readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    return readStream(() => this.log(), stream, options);
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    return readAll(() => this.log(), options);
  }

  readPages(options: ReadAllOptions = {}): AsyncIterable<readonly RecordedEvent[]> {
    return readPages(() => this.log(), options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    return followLog(() => this.log(), this.bell, options);
  }

  newest(_streams: readonly string[]): Promise<void> {
    return Promise.resolve();
  }

  async head(): Promise<Position | undefined> {
    const last = this.log().placeUpTo();
    return last && toPosition(last.position);
  }

  async positionAt(bookedAt: Instant): Promise<Position | undefined> {
    const found = positionBookedBy(this.log(), Date.parse(bookedAt));
    return found === undefined ? undefined : toPosition(found);
  }

  async parsePosition(text: string): Promise<Position | undefined> {
    const sequence = parseSequence(text);
    if (sequence === undefined) return undefined;
    return this.log().placeUpTo(sequence)?.position === sequence ? toPosition(sequence) : undefined;
  }

  comparePositions(a: Position, b: Position): number {
    return comparePositions(a, b);
  }
}
