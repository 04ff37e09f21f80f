import { unlessInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { waitingFor } from '../progress.ts';
import { type CommonFlags, settingOf, wrongUse } from '../settings.ts';
import { nextStep } from '../sign-in/next-step.ts';
import { type Proof, proofFor } from '../sign-in/proof.ts';
import type { Connection } from './connection.ts';
import { connectToFolder } from './folder-connection.ts';
import { mustBePrivate, type Place, placeOf } from './place.ts';
import { tryInFolder } from './try-in-folder.ts';
import { connectToUrl } from './url-connection.ts';

export interface Use {
  /** Where there is no ledger yet, `post` begins one and `try` decides on an empty one; `read` is refused. */
  readonly mode: 'read' | 'post' | 'try';
  /** Told to those who come second. */
  readonly purpose: string;
  /** What the user waits for. */
  readonly awaited?: string;
  /** Whether a log of who may do what that was lost may be begun anew in the folder. */
  readonly beginsAccessAnew?: boolean;
  /** Shown instead of what flags, environment and sign-in give. */
  readonly proof?: Proof;
}

/** Opens what the flags name, runs the work, and lets go of it whatever happens. */
export async function withLedger<T>(
  io: Io,
  flags: CommonFlags,
  use: Use,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const place = placeOf(io, flags);
  const proof = use.proof ?? (await proofFor(io, flags, place));
  if (proof.token !== undefined) mustBePrivate(place);
  const answered = waitingFor(io, use.awaited ?? `waiting for ${place.url ?? place.data}`);
  try {
    const connection = await (place.url === undefined
      ? openFolder(io, place.data, use)
      : connectToUrl(place.url, timeoutOf(io, flags)));
    try {
      const signed = signing(connection, place, proof);
      return await unlessInterrupted(io.interrupted, () => work(answering(signed, answered)));
    } finally {
      await connection.close();
    }
  } finally {
    answered();
  }
}

function timeoutOf({ env }: Io, flags: CommonFlags): number {
  const seconds = Number(settingOf('timeout', flags, env).value);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw wrongUse('--timeout is not a number of seconds greater than zero and at most a day.');
  }
  return seconds * 1000;
}

function openFolder(io: Io, data: string, { mode, purpose, beginsAccessAnew }: Use): Promise<Connection> {
  const keyFile = io.env['OBLIGO_KEY_FILE'] || undefined;
  const auditRulesFile = io.env['OBLIGO_AUDIT_RULES'] || undefined;
  const options = { data, purpose, keyFile, auditRulesFile, beginsAccessAnew, env: io.env };
  return mode === 'try'
    ? tryInFolder(io, options)
    : connectToFolder({ ...options, create: mode === 'post', say: io.err });
}

/** The same connection; every request shows who asks, and every refusal says what comes next. */
const signing = (connection: Connection, place: Place, proof: Proof): Connection => ({
  send: async (request) => {
    const authorization = proof.token === undefined ? undefined : `Bearer ${proof.token}`;
    const reply = await connection.send({ ...request, headers: { authorization, ...request.headers } });
    return { ...reply, next: nextStep(place, proof, reply) };
  },
  close: () => connection.close(),
});

/** The same connection; with its answer the line that says what is awaited goes. */
const answering = (connection: Connection, answered: () => void): Connection => ({
  send: async (request) => {
    try {
      return await connection.send(request);
    } finally {
      answered();
    }
  },
  close: () => connection.close(),
});
