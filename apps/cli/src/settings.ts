import type { Command } from 'commander';
import { RefusalError, refusal } from '#kernel';
import type { Connection } from './connection/connection.ts';
import { connectToFolder } from './connection/folder-connection.ts';
import { connectToUrl } from './connection/url-connection.ts';
import type { Io } from './io.ts';

/** Flags that every command has. */
export interface CommonFlags {
  readonly data?: string;
  readonly url?: string;
  readonly organisation?: string;
  readonly actor?: string;
  readonly timeout?: string;
}

export const settings = {
  data: { env: 'OBLIGO_DATA', fallback: '.obligo', help: 'folder of the ledger' },
  url: { env: 'OBLIGO_URL', fallback: undefined, help: 'address of a running ledger, instead of a folder' },
  organisation: {
    env: 'OBLIGO_ORGANISATION',
    fallback: undefined,
    help: 'needed when the ledger has several',
  },
  actor: { env: 'OBLIGO_ACTOR', fallback: 'operator', help: 'who posts' },
  timeout: { env: 'OBLIGO_TIMEOUT', fallback: '60', help: 'seconds to wait for a running ledger' },
} as const;

export type SettingName = keyof typeof settings;

export interface Setting {
  readonly value: string | undefined;
  readonly origin: 'flag' | 'environment' | 'default';
}

/** The value of a setting and where it comes from: flag, environment, default. */
export function settingOf(name: SettingName, flags: CommonFlags, env: NodeJS.ProcessEnv): Setting {
  const flag = flags[name];
  if (flag !== undefined) return { value: flag, origin: 'flag' };
  const variable = env[settings[name].env];
  if (variable !== undefined && variable !== '') return { value: variable, origin: 'environment' };
  return { value: settings[name].fallback, origin: 'default' };
}

export function withCommonFlags(command: Command): Command {
  for (const [name, { env, fallback, help }] of Object.entries(settings)) {
    const usual = fallback === undefined ? '' : `, default ${fallback}`;
    command.option(`--${name} <${name}>`, `${help} (${env}${usual})`);
  }
  return command;
}

export const wrongUse = (message: string): RefusalError =>
  new RefusalError(refusal('invalid', 'wrong-use', message));

/** Opens what the flags name, runs the work, and lets go of it whatever happens. */
export async function withLedger<T>(
  io: Io,
  flags: CommonFlags,
  use: { readonly create: boolean; readonly purpose: string },
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  if (flags.data !== undefined && flags.url !== undefined) {
    throw wrongUse('Both --data and --url are given; expected one of them.');
  }
  const connection = await connect(io, flags, use);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

function connect(
  { env }: Io,
  flags: CommonFlags,
  use: { readonly create: boolean; readonly purpose: string },
): Promise<Connection> {
  const url = flags.data === undefined ? settingOf('url', flags, env).value : undefined;
  if (url !== undefined) {
    const seconds = Number(settingOf('timeout', flags, env).value);
    if (!(seconds > 0)) throw wrongUse('--timeout is not a number of seconds greater than zero.');
    return Promise.resolve(connectToUrl(url, seconds * 1000));
  }
  return connectToFolder({ data: settingOf('data', flags, env).value ?? '.obligo', ...use });
}

/** The headers of a posting: who posts, percent-encoded since header fields are ASCII. */
export const actorHeader = (flags: CommonFlags, { env }: Io): string =>
  encodeURIComponent(settingOf('actor', flags, env).value ?? 'operator');
