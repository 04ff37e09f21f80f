import { hash } from 'node:crypto';
import { EVENT_NAMESPACE, eventIdOf as slowly } from '#kernel';

const namespace = Buffer.from(EVENT_NAMESPACE.replaceAll('-', ''), 'hex');
const VARIANT = '89ab';

/** The identity that the kernel gives an event of a command, hashed in one call: every event needs one. */
export function eventIdOf(commandId: string, index: number): string {
  // Half of a surrogate pair has no bytes: the kernel knows what to say of it.
  if (!commandId.isWellFormed()) return slowly(commandId, index);
  const name = Buffer.from(`${commandId}/${index}`);
  const digest = hash('sha1', Buffer.concat([namespace, name]), 'hex');
  const variant = VARIANT[Number.parseInt(digest.charAt(16), 16) & 3] ?? '';
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
