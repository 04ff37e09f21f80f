import type { RecordedEvent } from '#event-store';

/** The event that stopped it. */
export type StoppedAt = Pick<RecordedEvent, 'position' | 'type' | 'stream'>;

/** A projection met an event that it cannot handle: it stopped there and skips nothing. */
export class ProjectionStopped extends Error {
  readonly position: string;
  readonly event: StoppedAt;

  constructor(event: StoppedAt, cause: unknown) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    super(
      `the read models stopped at position ${event.position} (${event.type} in ${event.stream}): ${detail}`,
      { cause },
    );
    this.name = 'ProjectionStopped';
    this.position = event.position;
    this.event = { position: event.position, type: event.type, stream: event.stream };
  }
}
