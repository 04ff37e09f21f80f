import type { NewEvent } from '#event-store';
import type { DomainEvent, EventCatalogue } from '#kernel';
import { z } from 'zod';
import type { Decision } from './deciding.ts';
import { eventIdOf } from './event-identity.ts';
import type { Posting } from './posting.ts';
import { refuse } from './refusals.ts';
import type { Submission } from './submission.ts';

/**
 * Wraps decided events into envelopes; the first of them says what was asked. `firstIndex` is their place among all
 * events of the submission.
 */
export function envelopesOf(
  catalogue: EventCatalogue,
  { context, commandId }: Submission,
  { command, source, evidence = context.evidence, onBehalfOf, bookedAt }: Posting,
  { events, asked }: Pick<Decision, 'events' | 'asked'>,
  firstIndex: number,
): NewEvent[] {
  const reason = command.reason ?? context.reason;
  return events.map((event, index) => ({
    id: eventIdOf(commandId, firstIndex + index),
    type: event.type,
    schemaVersion: versionOf(catalogue, event),
    data: event.data,
    // In the order in which they are stored: what is in order is sorted at once.
    metadata: {
      actor: context.actor,
      ...(index === 0 ? { asked } : {}),
      causationId: context.causationId ?? commandId,
      commandId,
      correlationId: context.correlationId ?? commandId,
      ...(event.decision === undefined ? {} : { decision: event.decision }),
      effectiveOn: event.effectiveOn,
      ...(index === 0 && evidence?.length ? { evidence } : {}),
      ...(bookedAt === undefined ? {} : { imported: true as const }),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(reason === undefined ? {} : { reason }),
      ...(source === undefined ? {} : { source }),
    },
    ...(bookedAt === undefined ? {} : { bookedAt }),
  }));
}

/** The form is checked last, whatever was checked before: what is stored is for ever. */
function versionOf(catalogue: EventCatalogue, event: DomainEvent): number {
  try {
    return catalogue.check(event).version;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const errors = error.issues.map(({ path, message }) => ({ field: path.join('.'), expected: message }));
    throw refuse(
      'event-malformed',
      `${event.type} cannot be recorded: ${errors.map(({ field, expected }) => `${field}: ${expected}`).join('; ')}.`,
      { event: event.type, errors },
    );
  }
}
