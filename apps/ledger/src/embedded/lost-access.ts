import { existsSync } from 'node:fs';
import type { DataFolder, EventStore, RecordedEvent } from '#event-store';
import { RefusalError, UnreadableEvent } from '#kernel';
import { damagedSeals, SealsFile } from '#sealing';
import { refuse } from '../http/refusals.ts';

/** So many of the last events are looked at: more than a posting has, mostly. */
const LAST = 200;

/**
 * What tells that the log of who may do what held events, where it has none; nothing where it never had any. Nobody may do
 * anything then, and whoever comes first could make himself administrator of what others posted.
 */
export async function lostAccess(
  { sealsFile }: Pick<DataFolder, 'sealsFile'>,
  logs: Readonly<Record<'ledger' | 'access', EventStore>>,
): Promise<string | undefined> {
  if ((await logs.access.head()) !== undefined) return undefined;
  const sealed = sealedEvents(sealsFile);
  if (sealed > 0) return `${sealed} of its events are sealed`;
  const allowed = await lastAllowed(logs.ledger);
  return allowed === undefined ? undefined : `a posting was allowed by it, at position ${allowed}`;
}

export function accessLost({ dir, accessLogFile: file }: DataFolder, evidence: string): RefusalError {
  const message = `${file} is missing or empty, and was not (${evidence}): it holds who may do what, and who granted it. Expected the file as it was: restore it from the newest backup. Where there is none, begin it anew with obligo access recover --data ${dir} --name NAME --reason WHY, which the log will tell.`;
  return refuse('access-log-lost', message, { file });
}

/** Seals that cannot be read tell nothing here; they are told elsewhere. */
function sealedEvents(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const seals = SealsFile.open({ file, readOnly: true });
    try {
      return seals.tree('access').size;
    } finally {
      seals.close();
    }
  } catch (error) {
    if (error instanceof RefusalError || damagedSeals(file, error)) return 0;
    throw error;
  }
}

/** The position of the newest posting whose decision names the grants that allowed it. */
async function lastAllowed(ledger: EventStore): Promise<string | undefined> {
  for await (const event of ledger.readAll({ direction: 'backwards', limit: LAST })) {
    if (isAllowed(event)) return event.position;
  }
  return undefined;
}

/** An event that cannot be read tells nothing; whoever needs it is told so elsewhere. */
function isAllowed(event: RecordedEvent): boolean {
  try {
    const { decision } = event.metadata;
    return decision !== undefined && 'access' in decision;
  } catch (error) {
    if (error instanceof UnreadableEvent) return false;
    throw error;
  }
}
