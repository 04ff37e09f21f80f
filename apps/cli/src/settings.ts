import { type Command, Option } from 'commander';
import { RefusalError, refusal } from '#kernel';
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
  command.optionsGroup('Ledger:');
  for (const [name, { env, fallback, help }] of Object.entries(settings)) {
    const usual = fallback === undefined ? '' : `, default ${fallback}`;
    // A command may give a flag another meaning, as the journal does with its actor.
    if (command.options.some(({ long }) => long === `--${name}`)) continue;
    command.option(`--${name} <${name}>`, `${help} (${env}${usual})`);
  }
  // Scripts give these everywhere; nothing prompts and nothing is coloured here.
  for (const flag of ['--no-input', '--no-color']) command.addOption(new Option(flag).hideHelp());
  return command;
}

export const wrongUse = (message: string): RefusalError =>
  new RefusalError(refusal('invalid', 'wrong-use', message));

/** The header that says who posts, percent-encoded since header fields are ASCII. */
export const actorHeader = (flags: CommonFlags, { env }: Io): string =>
  encodeURIComponent(settingOf('actor', flags, env).value ?? 'operator');
