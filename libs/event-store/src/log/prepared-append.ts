import { encodeCanonical, takeEncoded } from '../canonical.ts';
import { InvalidAppend, TooLarge } from '../errors.ts';
import type {
  CommandMarker,
  ExpectedRevision,
  NewEvent,
  StoreCapabilities,
  StreamCheck,
  StreamWrite,
} from '../event-store.ts';

/** An append whose form is known to be good, with the bytes that will be stored. */
export interface PreparedAppend {
  readonly writes: readonly PreparedWrite[];
  readonly checks: readonly StreamCheck[];
  readonly command: PreparedCommand | undefined;
  /** Size of all data and metadata. */
  readonly bytes: number;
}

export interface PreparedWrite {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly PreparedEvent[];
}

export interface PreparedEvent {
  /** UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Business date, as `metadata` has it; absent where `metadata` was not encoded here. */
  readonly effectiveOn?: string;
  /** Milliseconds since 1970; only on imported history. */
  readonly bookedAt: number | undefined;
}

export interface PreparedCommand {
  readonly key: string;
  readonly inputHash: string;
  readonly answer: Uint8Array;
}

type Limits = Pick<StoreCapabilities, 'maxEventBytes' | 'maxAppendBytes'>;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const SHA_256 = /^[0-9a-f]{64}$/;
const MAX_NAME = 1024;

/** Checks the form of an append and encodes it; throws `InvalidAppend` or `TooLarge`. */
export function prepareAppend(
  writes: readonly StreamWrite[],
  checks: readonly StreamCheck[],
  command: CommandMarker | undefined,
  limits: Limits,
): PreparedAppend {
  const prepared = writes.map((write) => prepareWrite(write, limits));
  return assembleAppend(prepared, checks, command, limits);
}

/** An append of writes that are prepared; throws `InvalidAppend` or `TooLarge`. */
export function assembleAppend(
  prepared: readonly PreparedWrite[],
  checks: readonly StreamCheck[],
  command: CommandMarker | undefined,
  limits: Limits,
): PreparedAppend {
  if (prepared.length === 0) throw new InvalidAppend('an append without a write was given');
  const events = prepared.flatMap((write) => write.events);
  const ids = new Set(events.map((event) => event.id));
  if (ids.size !== events.length) throw new InvalidAppend('an event identity stands twice in the append');
  assertChecks(checks, new Set(prepared.map((write) => write.stream)));
  const marker = command && prepareCommand(command);
  const bytes = events.reduce((total, event) => total + sizeOf(event), marker?.answer.length ?? 0);
  if (bytes > limits.maxAppendBytes) throw new TooLarge(bytes, limits.maxAppendBytes);
  return { writes: prepared, checks: [...checks], command: marker, bytes };
}

/** The identities that tell whether an append was stored. */
export function eventIdsOf(append: PreparedAppend): string[] {
  return append.writes.flatMap((write) => write.events.map((event) => event.id));
}

/** Checks the form of one write and encodes its events; throws `InvalidAppend` or `TooLarge`. */
export function prepareWrite(write: StreamWrite, limits: Limits): PreparedWrite {
  assertName(write.stream, 'a stream name');
  assertExpectation(write.stream, write.expected);
  if (write.events.length === 0) throw new InvalidAppend(`nothing was given to write to ${write.stream}`);
  const events = write.events.map(prepareEvent);
  for (const event of events) {
    if (sizeOf(event) > limits.maxEventBytes) throw new TooLarge(sizeOf(event), limits.maxEventBytes);
  }
  return { stream: write.stream, expected: write.expected, events };
}

function prepareEvent(event: NewEvent): PreparedEvent {
  if (!UUID.test(event.id)) throw new InvalidAppend(`"${event.id}" is not a UUID`);
  assertName(event.type, 'an event type');
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1) {
    throw new InvalidAppend(`${event.type} has the schema version ${event.schemaVersion}`);
  }
  return {
    id: event.id.toLowerCase(),
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: takeEncoded(event.data, `data of ${event.type}`),
    metadata: takeEncoded(event.metadata, `metadata of ${event.type}`),
    effectiveOn: event.metadata.effectiveOn,
    bookedAt: event.bookedAt === undefined ? undefined : bookedAtOf(event, event.bookedAt),
  };
}

function bookedAtOf(event: NewEvent, bookedAt: string): number {
  if (event.metadata.imported !== true) {
    throw new InvalidAppend(`${event.type} states when it was booked and is not marked as imported`);
  }
  const time = Date.parse(bookedAt);
  if (Number.isNaN(time) || new Date(time).toISOString() !== bookedAt) {
    throw new InvalidAppend(`${event.type} was booked at "${bookedAt}", which is not an instant in UTC`);
  }
  return time;
}

/** Checks the form of a marker and encodes its answer; throws `InvalidAppend`. */
export function prepareCommand(command: CommandMarker): PreparedCommand {
  assertName(command.key, 'an idempotency key');
  if (!SHA_256.test(command.inputHash)) throw new InvalidAppend('the input hash is not a SHA-256 in hex');
  const answer = encodeCanonical(command.answer, 'the answer of the command');
  return { key: command.key, inputHash: command.inputHash, answer };
}

/** Throws `InvalidAppend` for a malformed expectation, or one on a stream that is written. */
export function assertChecks(checks: readonly StreamCheck[], written: ReadonlySet<string>): void {
  for (const check of checks) {
    assertName(check.stream, 'a stream name');
    assertExpectation(check.stream, check.expected);
    if (written.has(check.stream)) {
      throw new InvalidAppend(`${check.stream} is written: its expectation belongs to the write`);
    }
  }
}

function assertExpectation(stream: string, expected: ExpectedRevision): void {
  if (expected === 'none' || (typeof expected === 'bigint' && expected >= 0n)) return;
  throw new InvalidAppend(`${stream} is expected at ${String(expected)}: expected 'none' or a revision`);
}

function assertName(name: unknown, what: string): void {
  const good = typeof name === 'string' && name !== '' && name.length <= MAX_NAME;
  if (good && name.isWellFormed() && !name.includes('\0')) return;
  throw new InvalidAppend(`${what} is empty, too long or not text: ${String(name).slice(0, 64)}`);
}

function sizeOf(event: PreparedEvent): number {
  return event.data.length + event.metadata.length;
}
