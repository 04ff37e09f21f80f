import type { RecordedEvent } from '#event-store';

/** A projection met an event that it cannot handle: it stopped there and skips nothing. */
export class ProjectionStopped extends Error {
  readonly position: string;

  constructor(event: RecordedEvent, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    super(
      `the read models stopped at position ${event.position} (${event.type} in ${event.stream}): ${detail}`,
      { cause },
    );
    this.name = 'ProjectionStopped';
    this.position = event.position;
  }
}
