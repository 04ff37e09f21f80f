import { type DomainEvent, evolveStored, type RefusalError, UnreadableEvent } from '#kernel';
import { refuse } from './refusals.ts';

/** What to say of an event that cannot be read, and what to do; nothing for other errors, and for an event without a place. */
export function eventUnreadable(error: unknown): RefusalError | undefined {
  if (!(error instanceof UnreadableEvent) || error.event?.position === undefined) return undefined;
  const { type: eventType, stream, position, revision } = error.event;
  return refuse(
    'event-unreadable',
    `An event in the log cannot be read, so that its stream takes nothing and what rests on it is not answered: ${error.message}. Expected events of the types and versions that this program knows: install the version that wrote it, or ask obligo verify whether the file was changed, and restore a backup then.`,
    { position, stream, eventType, ...(revision === undefined ? {} : { revision: String(revision) }) },
  );
}

/** A state with one more event of the log, or the refusal that says which event it cannot take. */
export function folded(...fold: Parameters<typeof evolveStored<unknown, DomainEvent>>): unknown {
  try {
    return evolveStored(...fold);
  } catch (error) {
    throw eventUnreadable(error) ?? error;
  }
}
