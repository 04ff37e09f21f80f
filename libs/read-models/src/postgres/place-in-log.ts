import type { EventStore, Position } from '#event-store';
import type { LastRead } from '../projections-file.ts';

/** How a log stands to what PostgreSQL has read: it holds that event, does not reach so far yet, or is another log. */
export type PlaceInLog = 'held' | 'not-reached' | 'another-log';

export async function placeInLog(
  store: Pick<EventStore, 'readAll'>,
  lastRead: LastRead | undefined,
): Promise<PlaceInLog> {
  if (lastRead === undefined) return 'held';
  const upTo = String(lastRead.position) as Position;
  for await (const event of store.readAll({ upTo, direction: 'backwards', limit: 1 })) {
    if (event.position === upTo) return event.id === lastRead.eventId ? 'held' : 'another-log';
  }
  return 'not-reached';
}

/**
 * Whether a log holds the event that was read last; it may come to it later. Throws where another event stands there.
 */
export async function isHeld(
  store: Pick<EventStore, 'readAll'>,
  lastRead: LastRead | undefined,
): Promise<boolean> {
  const place = await placeInLog(store, lastRead);
  if (place !== 'another-log') return place === 'held';
  const where = `position ${String(lastRead?.position)}`;
  throw new Error(`PostgreSQL has read another log: the event at ${where} is not the one that it knows`);
}
