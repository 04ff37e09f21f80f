import { existsSync } from 'node:fs';
import type { DataFolder, EventStore, RecordedEvent } from '#event-store';
import { type Instant, RefusalError, UnreadableEvent } from '#kernel';
import { damagedSeals, SealsFile } from '#sealing';
import { refuse } from '../http/refusals.ts';

/** So many of the last events are looked at: more than a posting has, mostly. */
const LAST = 200;

/**
 * What tells that the log of who may do what held events that are gone; nothing where all that it had are there. Without any
 * nobody may do anything, and whoever comes first could make himself administrator of what others posted; without the last
 * ones rights count again that were withdrawn.
 */
export async function lostAccess(
  { sealsFile }: Pick<DataFolder, 'sealsFile'>,
  logs: Readonly<Record<'ledger' | 'access', EventStore>>,
): Promise<string | undefined> {
  const events = Number((await logs.access.head()) ?? 0);
  const sealed = sealedIn(sealsFile);
  if (sealed.events > events && !(await isGoneOn(logs.access, sealed)))
    return `${sealed.events} of its events are sealed, and ${events || 'none'} are there`;
  if (events > 0) return undefined;
  const allowed = await lastAllowed(logs.ledger);
  return allowed === undefined ? undefined : `a posting was allowed by it, at position ${allowed}`;
}

export function accessLost({ dir, accessLogFile: file }: DataFolder, evidence: string): RefusalError {
  const message = `${file} lost events (${evidence}): it holds who may do what, and who granted it. Expected the file as it was: restore it from the newest backup. Where there is none, begin it anew with obligo access recover --data ${dir} --name NAME --reason WHY, which the log will tell.`;
  return refuse('access-log-lost', message, { file });
}

interface SealedAccess {
  readonly events: number;
  /** When the newest checkpoint was made. */
  readonly at?: string | undefined;
}

/** Somebody began it anew since, knowing what was lost: only then it holds what is newer than its seals. */
async function isGoneOn(access: EventStore, { at = '' }: SealedAccess): Promise<boolean> {
  return ((await lastRecordedAt(access)) ?? '') > at;
}

/** When the newest event of a log was recorded. */
export async function lastRecordedAt(log: EventStore): Promise<Instant | undefined> {
  for await (const { recordedAt } of log.readAll({ direction: 'backwards', limit: 1 })) return recordedAt;
  return undefined;
}

/** Seals that cannot be read tell nothing here; they are told elsewhere. */
function sealedIn(file: string): SealedAccess {
  if (!existsSync(file)) return { events: 0 };
  try {
    const seals = SealsFile.open({ file, readOnly: true });
    try {
      return { events: seals.tree('access').size, at: seals.latest()?.time };
    } finally {
      seals.close();
    }
  } catch (error) {
    if (error instanceof RefusalError || damagedSeals(file, error)) return { events: 0 };
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
