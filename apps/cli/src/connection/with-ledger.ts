import { unlessInterrupted } from '../interrupted.ts';
import type { Io } from '../io.ts';
import { waitingFor } from '../progress.ts';
import { type CommonFlags, settingOf, wrongUse } from '../settings.ts';
import type { Connection } from './connection.ts';
import { connectToFolder } from './folder-connection.ts';
import { tryInFolder } from './try-in-folder.ts';
import { connectToUrl } from './url-connection.ts';

export interface Use {
  /** Where there is no ledger yet, `post` begins one and `try` decides on an empty one; `read` is refused. */
  readonly mode: 'read' | 'post' | 'try';
  /** Told to those who come second. */
  readonly purpose: string;
  /** What the user waits for. */
  readonly awaited?: string;
}

/** Opens what the flags name, runs the work, and lets go of it whatever happens. */
export async function withLedger<T>(
  io: Io,
  flags: CommonFlags,
  use: Use,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const url = urlOf(io, flags);
  const data = settingOf('data', flags, io.env).value ?? '.obligo';
  const answered = waitingFor(io, use.awaited ?? `waiting for ${url ?? data}`);
  try {
    const connection = await (url === undefined
      ? openFolder(io, data, use)
      : connectToUrl(url, timeoutOf(io, flags)));
    try {
      return await unlessInterrupted(io.interrupted, () => work(answering(connection, answered)));
    } finally {
      await connection.close();
    }
  } finally {
    answered();
  }
}

function urlOf({ env }: Io, flags: CommonFlags): string | undefined {
  if (flags.data !== undefined && flags.url !== undefined) {
    throw wrongUse('Both --data and --url are given; expected one of them.');
  }
  return flags.data === undefined ? settingOf('url', flags, env).value : undefined;
}

function timeoutOf({ env }: Io, flags: CommonFlags): number {
  const seconds = Number(settingOf('timeout', flags, env).value);
  if (!(seconds > 0 && seconds <= 86_400)) {
    throw wrongUse('--timeout is not a number of seconds greater than zero and at most a day.');
  }
  return seconds * 1000;
}

const openFolder = (io: Io, data: string, { mode, purpose }: Use): Promise<Connection> =>
  mode === 'try'
    ? tryInFolder(io, data, purpose)
    : connectToFolder({ data, create: mode === 'post', purpose });

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
