import { isRefusal } from '#kernel';
import type { TimeStamp, verifyTimeStamp } from '#time-stamping';
import type { Finding } from '../finding.ts';
import type { Telling } from '../telling.ts';

/** A time-stamp that was found beside a checkpoint. */
export interface FoundTimeStamp {
  /** Where it stands, for findings. */
  readonly place: Pick<Finding, 'file' | 'table' | 'key'>;
  /** Signed notes that it may be of: two checkpoints may have one size. */
  readonly notes: readonly string[];
  /** The answer of the authority; nothing when it cannot be one. */
  readonly response: Uint8Array | undefined;
}

/**
 * Checks that each time-stamp is of its checkpoint, and with trusted certificates (PEM) also that they vouch for the
 * authority. Tells when the last one was made: what it covers existed then.
 */
export async function checkTimeStamps(
  found: Iterable<FoundTimeStamp> | AsyncIterable<FoundTimeStamp>,
  trusted: string | undefined,
  { onFinding, onNotice }: Pick<Telling, 'onFinding' | 'onNotice'>,
): Promise<void> {
  let last: TimeStamp | undefined;
  for await (const each of found) {
    // Loaded only here: most ledgers are not stamped.
    const { verifyTimeStamp: verify } = await import('#time-stamping');
    const stamp = stampOf(each, (response, note) => verify(response, Buffer.from(note), { trusted }));
    if (typeof stamp === 'string') {
      onFinding({ code: 'time-stamp-wrong', ...each.place, message: stamp });
    } else if (!last || stamp.time > last.time) last = stamp;
  }
  if (!last) return;
  onNotice(`the last time-stamp is of ${last.time}, by ${last.authority}`);
  if (trusted !== undefined) return;
  onNotice('nothing here vouches for that authority: give certificates that you trust with --tsa-ca');
}

/** The time-stamp, or what is wrong with it. */
function stampOf(
  { notes, response }: FoundTimeStamp,
  verify: (response: Uint8Array, note: string) => ReturnType<typeof verifyTimeStamp>,
): TimeStamp | string {
  if (!response) return 'It is too large for a time-stamp.';
  let fault = 'There is no checkpoint of its size.';
  for (const note of notes) {
    const stamp = verify(response, note);
    if (!isRefusal(stamp)) return stamp;
    fault = stamp.message;
  }
  return fault;
}
