import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventDigest } from '#audit-trail';
import { encodeCanonical, type EventMetadata, openSqliteEventStore } from '#event-store';

const STREAMS = 40;
const APPENDS = 1_000;

/** A data folder with a log of many events, linked as the ledger links them, and one command for each append. */
export async function longLog(folder: string, events: number): Promise<void> {
  mkdirSync(folder, { mode: 0o700 });
  await openSqliteEventStore({ file: join(folder, 'access-log.sqlite') }).close();
  const store = openSqliteEventStore({ file: join(folder, 'ledger.sqlite') });
  const ends = new Map<string, { readonly revision: bigint; readonly digest: string }>();
  for (let done = 0; done < events; done += APPENDS) {
    const stream = `budgetaccount-etda.2569.P${(done / APPENDS) % STREAMS}`;
    const end = ends.get(stream);
    const chain = linked(stream, end, Math.min(APPENDS, events - done));
    const marker = { key: `etda/${done}`, inputHash: 'ab'.repeat(32), answer: { order: done } };
    await store.append({ stream, expected: end?.revision ?? 'none', events: chain.events }, marker);
    ends.set(stream, chain.end);
  }
  await store.close();
}

function linked(
  stream: string,
  end: { readonly revision: bigint; readonly digest: string } | undefined,
  count: number,
) {
  let [revision, previous] = [end === undefined ? -1n : end.revision, end?.digest];
  const events = Array.from({ length: count }, () => {
    revision += 1n;
    const id = randomUUID();
    const data = { document: id, amount: '1503340.00' };
    const metadata: EventMetadata = {
      actor: 'finance-officer',
      commandId: id,
      correlationId: id,
      causationId: id,
      effectiveOn: '2025-12-30',
      ...(previous === undefined ? {} : { previous }),
    };
    const event = { id, type: 'DisbursementPosted', schemaVersion: 1, data, metadata };
    const [dataBytes, metadataBytes] = [encodeCanonical(data), encodeCanonical(metadata)];
    previous = eventDigest({ ...event, stream, revision, dataBytes, metadataBytes });
    return event;
  });
  return { events, end: { revision, digest: previous ?? '' } };
}
