import { hash } from 'node:crypto';
import { EVENT_NAMESPACE, eventIdOf as slowly } from '#kernel';

/** A UUID and an index are far shorter. */
const MOST = 64;
const namespace = Buffer.from(EVENT_NAMESPACE.replaceAll('-', ''), 'hex');
const scratch = Buffer.concat([namespace, Buffer.alloc(3 * MOST)]);
const VARIANT = '89ab';

/** The identity that the kernel gives an event of a command, hashed in one call: every event needs one. */
export function eventIdOf(commandId: string, index: number): string {
  // Half of a surrogate pair has no bytes: the kernel knows what to say of it.
  if (!commandId.isWellFormed()) return slowly(commandId, index);
  const digest = hash('sha1', named(`${commandId}/${index}`), 'hex');
  const variant = VARIANT[Number.parseInt(digest.charAt(16), 16) & 3] ?? '';
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The namespace and the name after it; valid until the next call. */
function named(name: string): Uint8Array {
  if (name.length > MOST) return Buffer.concat([namespace, Buffer.from(name)]);
  return scratch.subarray(0, namespace.length + scratch.write(name, namespace.length));
}
