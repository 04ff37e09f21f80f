import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, StoreStanding } from '#event-store';
import { type Refusal, refusal } from '#kernel';
import type { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';

/** How far a copy may be behind before others had better be asked; it is always a little behind under load. */
const MOST_LAG_MS = 5_000;

/** How long a probe waits for read models that may have much to read. */
const MOST_WAIT_MS = 1_000;

/** Whether this process may be sent requests; why not, and how the homes of its logs stand. */
export interface Readiness {
  /** The first of them is the answer's code; none when it is ready. */
  readonly reasons: readonly Refusal[];
  /** Present where the logs live in an event database. */
  readonly logs?: Readonly<Record<'ledger' | 'access', StoreStanding>>;
}

/** What is asked of a ledger. */
export type Asked = Pick<
  EmbeddedLedger,
  'isStopping' | 'isShared' | 'access' | 'projector' | 'seals' | 'reachesShared' | 'hasRoom'
> & { readonly store: Pick<EventStore, 'standing' | 'head'> };

/** Asks everything that a posting or a query needs. What takes a connection is asked with a bound on time. */
export async function readinessOf(ledger: Asked): Promise<Readiness> {
  const logs = { ledger: ledger.store.standing(), access: ledger.access.log.standing() };
  const reasons = [
    ledger.isStopping ? refuse('shutting-down', 'The service is stopping.').refusal : undefined,
    storeReason('ledger', logs.ledger),
    storeReason('access', logs.access),
    await diskReason(ledger, [logs.ledger, logs.access, ledger.projector]),
    accessReason(ledger),
    projectionReason(ledger),
    sealReason(ledger),
    await sharedReason(ledger),
  ].filter((reason) => reason !== undefined);
  await ledger.store.head();
  return { reasons, ...(ledger.isShared ? { logs } : {}) };
}

/** Says nothing of where the database is: whoever asks need not have signed in. */
function storeReason(log: 'ledger' | 'access', { state, lagMs }: StoreStanding): Refusal | undefined {
  if (state === 'ready') return undefined;
  if (state === 'catching-up' && lagMs !== undefined && lagMs <= MOST_LAG_MS) return undefined;
  const message = `The log ${log} is ${state} in this process.`;
  return refuse('store-not-ready', message, { log, state, ...(lagMs === undefined ? {} : { lagMs }) })
    .refusal;
}

/**
 * A disk that took nothing is looked at again at every question, so that a process that is sent nothing any more comes back by
 * itself.
 */
async function diskReason(
  ledger: Asked,
  written: readonly { readonly writeFailure?: string | undefined }[],
): Promise<Refusal | undefined> {
  if (written.every(({ writeFailure }) => writeFailure === undefined)) return undefined;
  if (await ledger.hasRoom()) return (await moveOn(ledger)) ? undefined : readModelsStand();
  const message = 'Nothing can be recorded: the disk took no posting, and takes nothing yet.';
  return refusal('unavailable', 'storage-failed', message);
}

/** A disk may fail one file alone; that of the read models is tried again by what they have not read yet. */
async function moveOn({ projector }: Asked): Promise<boolean> {
  if (projector.writeFailure !== undefined) {
    const tried = projector.catchUp().catch(() => undefined);
    await Promise.race([tried, pause(MOST_WAIT_MS, undefined, { ref: false })]);
  }
  return projector.writeFailure === undefined;
}

function readModelsStand(): Refusal {
  const message = 'The read models stand still: the disk does not take what is written into their file.';
  return refusal('unavailable', 'storage-failed', message);
}

function accessReason({ access }: Asked): Refusal | undefined {
  if (access.stopped === undefined) return undefined;
  const message = 'Grants of other processes are not heard of any more.';
  return refuse('store-not-ready', message, { log: 'access', state: 'stopped' }).refusal;
}

function projectionReason({ projector: { stopped } }: Asked): Refusal | undefined {
  return stopped && refuse('read-models-stopped', stopped.message, stopped.facts).refusal;
}

/**
 * Where this process alone serves the ledger it goes on with broken seals: stopping it would let whoever broke them stop
 * it. Where there are others, they answer.
 */
function sealReason(ledger: Asked): Refusal | undefined {
  if (!ledger.isShared || ledger.seals.glance()?.standing !== 'broken') return undefined;
  return refuse('seals-broken', 'The logs that this process reads are not those that it sealed.').refusal;
}

async function sharedReason(ledger: Asked): Promise<Refusal | undefined> {
  if (await ledger.reachesShared()) return undefined;
  const message = 'The database of what processes share does not answer.';
  return refusal('unavailable', 'accounts-unavailable', message);
}
