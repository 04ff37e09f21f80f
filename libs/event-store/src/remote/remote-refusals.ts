import { refusal, RefusalError } from '#kernel';

export function unreachable(home: string, detail: string): RefusalError {
  const message = `The event database at ${home} cannot be reached: ${detail.replace(/\.+$/, '')}.`;
  return new RefusalError(refusal('unavailable', 'event-database-unreachable', message, { home }));
}

export function denied(home: string, detail: string): RefusalError {
  const message = `The event database at ${home} denies access: ${detail}. Expected a user who may read all streams and write those of the log.`;
  return new RefusalError(refusal('invalid', 'event-database-denied', message, { home }));
}
