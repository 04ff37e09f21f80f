import type { RecordedEvent } from '#event-store';
import { messageOf } from '#kernel/folding';

/** The event that stopped it. */
export type StoppedAt = Pick<RecordedEvent, 'position' | 'type' | 'stream'>;

/** A projection met an event that it cannot handle: it stopped there and skips nothing. */
export class ProjectionStopped extends Error {
  readonly position: string;
  readonly event: StoppedAt;
  /** The read model that cannot take the event; absent where the event itself cannot be read. */
  readonly readModel: string | undefined;

  constructor(event: StoppedAt, cause: unknown, readModel?: string) {
    const { position, type, stream } = event;
    const detail = messageOf(cause);
    const which = readModel === undefined ? '' : `, which ${readModel} cannot take`;
    super(`the read models stopped at position ${position} (${type} in ${stream})${which}: ${detail}`, {
      cause,
    });
    this.name = 'ProjectionStopped';
    this.position = position;
    this.event = { position, type, stream };
    this.readModel = readModel;
  }

  /** What a log line or an answer tells beside the sentence. */
  get facts(): { position: string; eventType: string; readModel?: string } {
    const { position, type } = this.event;
    return {
      position,
      eventType: type,
      ...(this.readModel === undefined ? {} : { readModel: this.readModel }),
    };
  }
}
