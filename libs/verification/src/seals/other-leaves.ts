import { leafHash } from '#audit-trail';
import type { RecordedEvent } from '#event-store';
import type { Finding } from '../finding.ts';
import type { StoredLog } from '../folder/stored-log.ts';

/** More than this many are not told one by one: where an event is missing, all after it have moved. */
const MOST = 10;

/** Names the events that are not those that were sealed, by the hashes of their leaves from a place on. */
export function otherLeaves(log: StoredLog, before: number, hashes: readonly Uint8Array[]): Finding[] {
  const others: Finding[] = [];
  let place = before;
  for (const event of log.at(before + 1, hashes.length)) {
    place += 1;
    const sealed = hashes[place - before - 1];
    // What cannot be read is a finding of its own.
    if (event && sealed && !leafHash(event).equals(sealed)) others.push(other(log.file, place, event));
  }
  const [first] = others;
  if (first === undefined || others.length <= MOST) return others;
  return [{ ...first, message: `${first.message.slice(0, -1)}, nor are ${others.length - 1} after it.` }];
}

function other(file: string, line: number, { stream, revision }: RecordedEvent): Finding {
  const message = `Event ${revision} of ${stream}, line ${line} of ${file}, is not the one that was sealed there.`;
  return { code: 'seals-differ', file, line, stream, revision: String(revision), message };
}
