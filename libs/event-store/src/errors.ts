import type { RecordedCommand } from './event-store.ts';

/** Errors of the store, typed by what the caller may do about them. */

/** Somebody else wrote the stream first: load it again and decide anew. */
export class WrongExpectedRevision extends Error {
  readonly stream: string;
  /** The revision the stream really has; nothing when it has no events. */
  readonly actual: bigint | undefined;

  constructor(stream: string, expected: bigint | 'none', actual: bigint | undefined) {
    super(`${stream} was expected at revision ${expected} and is at ${actual ?? 'none'}`);
    this.name = 'WrongExpectedRevision';
    this.stream = stream;
    this.actual = actual;
  }
}

/** The idempotency key is taken; its answer is in `recorded`. */
export class CommandAlreadyRecorded extends Error {
  readonly recorded: RecordedCommand;

  constructor(recorded: RecordedCommand) {
    super(`command ${recorded.key} is recorded already`);
    this.name = 'CommandAlreadyRecorded';
    this.recorded = recorded;
  }
}

/** Some of the event identities are in the log with other content or order: a defect, never to be retried. */
export class CorruptedIdempotency extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'CorruptedIdempotency';
  }
}

/** It may or may not have been written: look up the event identities, never post again under new ones. */
export class UnknownOutcome extends Error {
  readonly eventIds: readonly string[];

  constructor(eventIds: readonly string[], cause: unknown) {
    super('the outcome of the append is unknown', { cause });
    this.name = 'UnknownOutcome';
    this.eventIds = eventIds;
  }
}

/** The event or the append is larger than the store takes: split it. */
export class TooLarge extends Error {
  constructor(bytes: number, limit: number) {
    super(`${bytes} bytes are more than the limit of ${limit}`);
    this.name = 'TooLarge';
  }
}

/** Too much is waiting: try again after the given time. */
export class Busy extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('the store has too much waiting');
    this.name = 'Busy';
    this.retryAfterMs = retryAfterMs;
  }
}

/** This store cannot do it at all; see its capabilities. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`${what} is not supported by this store`);
    this.name = 'Unsupported';
  }
}

/** An imported event was booked before the last one in the log: knowledge times never go back. */
export class BookedAtGoesBack extends Error {
  readonly given: string;
  readonly last: string;

  constructor(given: string, last: string) {
    super(`an event booked at ${given} cannot follow one booked at ${last}`);
    this.name = 'BookedAtGoesBack';
    this.given = given;
    this.last = last;
  }
}

/** The append itself is malformed (empty, or a value that JSON cannot hold exactly). */
export class InvalidAppend extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = 'InvalidAppend';
  }
}

/** The disk or the file refused the write (full, locked, read-only): nothing of the append was stored. */
export class StorageFailed extends Error {
  constructor(cause: unknown) {
    super('the append was not stored', { cause });
    this.name = 'StorageFailed';
  }
}

/** Something was deleted or changed in the log that must not be: nothing is posted any more, and nothing was stored. */
export class LogAlarmed extends StorageFailed {
  constructor(detail: string) {
    super(new Error(detail));
    this.name = 'LogAlarmed';
    this.message = `the log raised an alarm: ${detail}`;
  }
}

/** The store was closed. */
export class StoreClosed extends Error {
  constructor() {
    super('the store is closed');
    this.name = 'StoreClosed';
  }
}
