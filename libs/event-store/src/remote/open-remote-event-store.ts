import { messageOf } from '#kernel';
import type { OpenEventStoreOptions } from '../home/open-event-store.ts';
import type { OpenRestorationOptions, Restoration } from '../home/restoration.ts';
import type { RemoteHome } from '../home/store-home.ts';
import { isSqliteError, notWritten } from '../sqlite/sqlite-errors.ts';
import { connect } from './client/connect.ts';
import type { LogClient } from './client/log-client.ts';
import { NoAnswer, ServerRefused } from './client/log-client.ts';
import { PatientClient } from './client/patient-client.ts';
import { copyOfAnother } from './copy/copy-refusals.ts';
import { LogCopy } from './copy/log-copy.ts';
import { StreamNames } from './envelope/stream-names.ts';
import { RemoteEventStore } from './remote-event-store.ts';
import { RemoteRestoration } from './remote-restoration.ts';
import { denied, unreachable } from './remote-refusals.ts';

export interface OpenRemoteOptions extends OpenEventStoreOptions {
  readonly home: RemoteHome;
  /** How long a reservation may stay undecided before anybody voids it. */
  readonly expiryMs?: number;
  /** How long an append, and the opening, go on trying to get an answer. */
  readonly patienceMs?: number;
}

const EXPIRY_MS = 30_000;
const PATIENCE_MS = 30_000;

/**
 * Opens a log in an event database: brings the copy up to it first. Throws the refusals `event-database-unreachable`,
 * `event-database-denied`, `copy-of-another-log`, `file-not-a-copy`, and those of a file that is not usable.
 */
export async function openRemoteEventStore(options: OpenRemoteOptions): Promise<RemoteEventStore> {
  return (await openParts(options)).store;
}

/** Opens a log in an event database to copy another one into it; refusals as above. */
export async function openRemoteRestoration(
  options: OpenRestorationOptions & { readonly home: RemoteHome },
): Promise<Restoration> {
  const { client, ...parts } = await openParts({ ...options, readOnly: true });
  const signal = new AbortController().signal;
  const patient = new PatientClient(client, { patienceMs: PATIENCE_MS, signal, observer: undefined });
  return new RemoteRestoration({ ...parts, client: patient });
}

interface Parts {
  readonly client: LogClient;
  readonly copy: LogCopy;
  readonly names: StreamNames;
  readonly atomic: boolean;
  readonly store: RemoteEventStore;
}

async function openParts(options: OpenRemoteOptions): Promise<Parts> {
  const { home, log, file, clock = Date.now, readOnly = false, onAlarm, observer } = options;
  const { expiryMs = EXPIRY_MS, patienceMs = PATIENCE_MS } = options;
  const names = new StreamNames(home, log);
  const copy = LogCopy.open(file, names.prefix.slice(0, -1));
  const client = await connectTo(home, copy);
  let store: RemoteEventStore | undefined;
  try {
    const atomic = await greet(client, { copy, file, patienceMs });
    const rest = { atomic, clock, readOnly, onAlarm, observer, expiryMs, patienceMs };
    store = new RemoteEventStore({ client, copy, names, ...rest });
    if (await store.caughtUp(patienceMs)) return { client, copy, names, atomic, store };
    throw new NoAnswer(store.standing().detail ?? 'no connection');
  } catch (error) {
    if (store) await store.close();
    else {
      copy.close();
      await client.close();
    }
    throw openingRefusal(home, file, error);
  }
}

async function connectTo(home: RemoteHome, copy: LogCopy): Promise<LogClient> {
  try {
    return await connect(home);
  } catch (error) {
    copy.close();
    throw unreachable(home.shown, messageOf(error));
  }
}

function openingRefusal(home: RemoteHome, file: string, error: unknown): unknown {
  if (isSqliteError(error)) return notWritten(file, error);
  if (error instanceof ServerRefused) return denied(home.shown, error.message);
  return error instanceof NoAnswer ? unreachable(home.shown, error.message) : error;
}

/** Asks what the server can do, and whether it has the log that this is a copy of. */
async function greet(
  client: LogClient,
  { copy, file, patienceMs }: { readonly copy: LogCopy; readonly file: string; readonly patienceMs: number },
): Promise<boolean> {
  const signal = new AbortController().signal;
  const patient = new PatientClient(client, { patienceMs, signal, observer: undefined });
  const { last, log = '' } = copy.books;
  if (last) {
    const [same] = await patient.readStream(last.stream, last.revision, 1);
    if (same?.id !== last.id) throw copyOfAnother(file, log, log);
  }
  return patient.canAppendAtomically();
}
