import type { Instant } from '#kernel';
import {
  BookedAtGoesBack,
  CommandAlreadyRecorded,
  CorruptedIdempotency,
  InvalidAppend,
  WrongExpectedRevision,
} from '../errors.ts';
import type { AppendResult } from '../event-store.ts';
import { toPosition } from './position.ts';
import type { PreparedAppend, PreparedEvent } from './prepared-append.ts';
import { revisionMatches, type PlacedEvent, type SequencedLog, type StoredEvent } from './sequenced-log.ts';

/** What an append looks at and writes to. */
export type AppendedTo = Pick<
  SequencedLog,
  'findCommand' | 'findEvent' | 'lastRevision' | 'placeUpTo' | 'write'
>;

/** Executes one append: decides about all of it first, then writes; a refused append has written nothing. */
export function executeAppend(log: AppendedTo, append: PreparedAppend, now: number): AppendResult {
  return findEarlier(log, append) ?? write(log, append, place(log, append, now));
}

/**
 * The same on a log that refuses to write an event or a command twice. Hardly any append was made before, so whether this
 * one was is asked only where it is refused. One that fails while it is written has to be undone and executed again.
 */
export function executeNewAppend(log: AppendedTo, append: PreparedAppend, now: number): AppendResult {
  let placed: Placed;
  try {
    placed = place(log, append, now);
  } catch (error) {
    const earlier = findEarlier(log, append);
    if (earlier) return earlier;
    throw error;
  }
  return write(log, append, placed);
}

/** The first answer when the append was made before; throws when its command was recorded with other events. */
function findEarlier(log: AppendedTo, append: PreparedAppend): AppendResult | undefined {
  const recorded = append.command && log.findCommand(append.command.key);
  if (recorded) throw new CommandAlreadyRecorded(recorded);
  return findRepetition(log, append);
}

interface Placed {
  readonly events: PlacedEvent[];
  readonly revisions: Map<string, bigint>;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

function place(log: AppendedTo, append: PreparedAppend, now: number): Placed {
  for (const check of append.checks) {
    const actual = log.lastRevision(check.stream);
    if (!revisionMatches(check.expected, actual)) {
      throw new WrongExpectedRevision(check.stream, check.expected, actual);
    }
  }
  const last = log.placeUpTo();
  const recordedAt = Math.max(now, last?.recordedAt ?? now);
  return { ...placeEvents(log, append, recordedAt, last?.bookedAt), recordedAt };
}

function write(
  log: AppendedTo,
  { command }: PreparedAppend,
  { events, revisions, recordedAt }: Placed,
): AppendResult {
  const position = toPosition(log.write(events, command));
  return { revisions, position, recordedAt: instant(recordedAt), deduplicated: false };
}

export function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

function placeEvents(
  log: AppendedTo,
  append: PreparedAppend,
  recordedAt: number,
  lastBookedAt: number | undefined,
): { events: PlacedEvent[]; revisions: Map<string, bigint> } {
  const revisions = new Map<string, bigint>();
  const events: PlacedEvent[] = [];
  let booked = lastBookedAt;
  for (const { stream, expected, events: given } of append.writes) {
    const actual = revisions.get(stream) ?? log.lastRevision(stream);
    if (!revisionMatches(expected, actual)) throw new WrongExpectedRevision(stream, expected, actual);
    let revision = actual ?? -1n;
    for (const event of given) {
      revision += 1n;
      booked = nextBookedAt(event, recordedAt, booked);
      events.push({ ...event, stream, revision, recordedAt, bookedAt: booked });
    }
    revisions.set(stream, revision);
  }
  return { events, revisions };
}

/** Knowledge times never go back, else a moment would map to more than one position. */
function nextBookedAt(event: PreparedEvent, recordedAt: number, last: number | undefined): number {
  const booked = event.bookedAt ?? recordedAt;
  if (booked > recordedAt) {
    throw new InvalidAppend(`${event.type} was booked at ${instant(booked)}, after it is recorded`);
  }
  if (last !== undefined && booked < last) throw new BookedAtGoesBack(instant(booked), instant(last));
  return booked;
}

/**
 * The first answer again when exactly these events are in the log, wherever their streams are by now.
 * Since an append is atomic, a part of them can only be there by a defect.
 */
export function findRepetition(
  log: Pick<SequencedLog, 'findEvent'>,
  append: PreparedAppend,
): AppendResult | undefined {
  const pairs = append.writes.flatMap(({ stream, events }) =>
    events.map((event) => ({ stream, event, stored: log.findEvent(event.id) })),
  );
  if (!pairs.some(({ stored }) => stored)) return undefined;
  const revisions = new Map<string, bigint>();
  let last: StoredEvent | undefined;
  for (const { stream, event, stored } of pairs) {
    const difference = differenceOf(event, stored, stream, revisions.get(stream), last);
    if (difference) throw new CorruptedIdempotency(`event ${event.id} for ${stream} ${difference}`);
    if (stored) revisions.set(stream, stored.revision);
    last = stored;
  }
  if (!last) return undefined;
  const position = toPosition(last.position);
  return { revisions, position, recordedAt: instant(last.recordedAt), deduplicated: true };
}

function differenceOf(
  event: PreparedEvent,
  stored: StoredEvent | undefined,
  stream: string,
  revisionBefore: bigint | undefined,
  before: StoredEvent | undefined,
): string | undefined {
  if (!stored) return 'is not in the log, while others of its append are';
  if (stored.stream !== stream) return `is in the log in ${stored.stream}`;
  if (!sameContent(event, stored)) return 'is in the log with other content';
  const follows = revisionBefore === undefined || stored.revision === revisionBefore + 1n;
  if (!follows || (before && stored.position <= before.position)) return 'is in the log in another order';
  return undefined;
}

function sameContent(event: PreparedEvent, stored: StoredEvent): boolean {
  return (
    stored.type === event.type &&
    stored.schemaVersion === event.schemaVersion &&
    (event.bookedAt === undefined || event.bookedAt === stored.bookedAt) &&
    Buffer.compare(stored.data, event.data) === 0 &&
    Buffer.compare(stored.metadata, event.metadata) === 0
  );
}
