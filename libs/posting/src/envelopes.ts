import type { NewEvent } from '#event-store';
import { type DomainEvent, type EventCatalogue, eventIdOf } from '#kernel';
import type { Posting } from './posting.ts';
import type { Submission } from './submission.ts';

/** Wraps decided events into envelopes; `firstIndex` is their place among all events of the submission. */
export function envelopesOf(
  catalogue: EventCatalogue,
  { context, commandId }: Submission,
  { command, source, bookedAt }: Posting,
  events: readonly DomainEvent[],
  firstIndex: number,
): NewEvent[] {
  const reason = command.reason ?? context.reason;
  return events.map((event, index) => ({
    id: eventIdOf(commandId, firstIndex + index),
    type: event.type,
    schemaVersion: catalogue.check(event).version,
    data: event.data,
    metadata: {
      actor: context.actor,
      ...(reason === undefined ? {} : { reason }),
      ...(source === undefined ? {} : { source }),
      commandId,
      correlationId: context.correlationId ?? commandId,
      causationId: context.causationId ?? commandId,
      effectiveOn: event.effectiveOn,
      ...(bookedAt === undefined ? {} : { imported: true as const }),
    },
    ...(bookedAt === undefined ? {} : { bookedAt }),
  }));
}
