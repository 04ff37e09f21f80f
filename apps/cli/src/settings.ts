import { type Command, Option } from 'commander';
import { RefusalError, refusal } from '#kernel';
import type { Io } from './io.ts';

/** Flags that every command has. */
export interface CommonFlags {
  readonly data?: string;
  readonly url?: string;
  readonly organisation?: string;
  readonly actor?: string;
  readonly tokenFile?: string;
  readonly timeout?: string;
  /** False when nothing may be asked on the terminal. */
  readonly input?: string | boolean;
}

export const settings = {
  data: { flag: 'data', env: 'OBLIGO_DATA', fallback: '.obligo', help: 'folder of the ledger' },
  url: {
    flag: 'url',
    env: 'OBLIGO_URL',
    fallback: undefined,
    help: 'address of a running ledger, instead of a folder',
  },
  organisation: {
    flag: 'organisation',
    env: 'OBLIGO_ORGANISATION',
    fallback: undefined,
    help: 'needed when the ledger has several',
  },
  actor: {
    flag: 'actor',
    env: 'OBLIGO_ACTOR',
    fallback: undefined,
    help: 'who posts into a folder without accounts; operator when absent',
  },
  tokenFile: {
    flag: 'token-file',
    env: 'OBLIGO_TOKEN_FILE',
    fallback: undefined,
    help: 'file with the token to ask with; else OBLIGO_TOKEN, else what obligo sign-in kept',
  },
  timeout: {
    flag: 'timeout',
    env: 'OBLIGO_TIMEOUT',
    fallback: '60',
    help: 'seconds to wait for a running ledger',
  },
} as const;

export type SettingName = keyof typeof settings;

export interface Setting {
  readonly value: string | undefined;
  readonly origin: 'flag' | 'environment' | 'default';
}

/** The value of a setting and where it comes from: flag, environment, default. Throws `wrong-use`. */
export function settingOf(name: SettingName, flags: CommonFlags, env: NodeJS.ProcessEnv): Setting {
  const flag = flags[name];
  // As where a script names a variable that is not set: the default, or this folder, was not meant.
  if (flag === '') throw wrongUse(`--${settings[name].flag} is empty; expected a value, or no such flag.`);
  if (flag !== undefined) return { value: flag, origin: 'flag' };
  const variable = env[settings[name].env];
  if (variable !== undefined && variable !== '') return { value: variable, origin: 'environment' };
  return { value: settings[name].fallback, origin: 'default' };
}

export function withCommonFlags(command: Command): Command {
  command.optionsGroup('Ledger:');
  for (const { flag, env, fallback, help } of Object.values(settings)) {
    const usual = fallback === undefined ? '' : `, default ${fallback}`;
    // A command may give a flag another meaning, as the journal does with its actor.
    if (command.options.some(({ long }) => long === `--${flag}`)) continue;
    command.option(`--${flag} <${flag}>`, `${help} (${env}${usual})`);
  }
  // Scripts give these everywhere; passwords alone are asked for, and nothing is coloured here.
  for (const flag of ['--no-input', '--no-color']) command.addOption(new Option(flag).hideHelp());
  return command;
}

export const wrongUse = (message: string): RefusalError =>
  new RefusalError(refusal('invalid', 'wrong-use', message));

/**
 * The header that says who posts, only where somebody says it: a ledger with accounts knows it from the sign-in.
 * Percent-encoded, since header fields are ASCII.
 */
export function actorHeader(flags: CommonFlags, { env }: Io): string | undefined {
  const { value } = settingOf('actor', flags, env);
  return value === undefined ? undefined : encodeURIComponent(value);
}
