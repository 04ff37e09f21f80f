import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseStoreHome, type StoreHome } from '#event-store';
import { messageOf, refusal, RefusalError } from '#kernel';
import { isAddress } from '#telemetry';
import { z } from 'zod';
import { type SettingName, SETTINGS, type Setting } from './settings.ts';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const COMMANDS = ['run', 'status', 'rebuild', 'rollback', 'drop-former'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** Everything that a projector is told; both addresses may hold a password. */
export interface ProjectorConfig {
  readonly command: CommandName;
  /** Of a rebuild: readers may see less of the log than before. */
  readonly replace: boolean;
  readonly home: StoreHome;
  readonly postgres: string;
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly otlp?: string | undefined;
  readonly metrics?: string | undefined;
}

type Given = Readonly<Partial<Record<SettingName, string>>>;

const text = z.string().min(1);
const schema = z.object({
  data: text,
  host: text,
  port: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port')
    .transform(Number)
    .pipe(z.number().max(65_535)),
  logLevel: z.enum(LOG_LEVELS),
  otlp: text.refine(isCollector, 'expected http or https, no name and no password').optional(),
  metrics: text.refine(isAddress, 'expected host:port, such as 127.0.0.1:9465').optional(),
});

function isCollector(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

/** Reads command and environment; refuses with every wrong value named, or nothing when only help is asked for. */
export function readConfig(argv: readonly string[], env: NodeJS.ProcessEnv): ProjectorConfig | undefined {
  const asked = commandOf(argv);
  if (!asked) return undefined;
  const given = givenIn(env);
  const read = schema.safeParse({ ...fallbacks, ...given });
  if (!read.success) {
    const faults = read.error.issues.map(({ path: [name], message }) => {
      const setting = name as keyof typeof schema.shape;
      return `${SETTINGS[setting].env} "${given[setting] ?? ''}": ${message}`;
    });
    throw wrongUse(faults.join('; '));
  }
  const postgres = givenOrInFile(given, 'postgres', 'postgresFile');
  if (postgres === undefined) throw wrongUse('OBLIGO_POSTGRES is needed: expected postgres://…');
  if (!/^postgres(?:ql)?:\/\//.test(postgres)) throw wrongUse('OBLIGO_POSTGRES: expected postgres://…');
  const store = givenOrInFile(given, 'store', 'storeFile') ?? SETTINGS.store.fallback;
  return { ...asked, ...read.data, postgres, home: parseStoreHome(store) };
}

function commandOf(argv: readonly string[]): { command: CommandName; replace: boolean } | undefined {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { help: { type: 'boolean', short: 'h' }, replace: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw wrongUse(messageOf(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return undefined;
  const [name = 'run', ...more] = positionals;
  const command = COMMANDS.find((each) => each === name);
  if (command === undefined || more.length > 0) {
    throw wrongUse(`"${positionals.join(' ')}": expected one of ${COMMANDS.join(', ')}`);
  }
  const replace = values.replace === true;
  if (replace && command !== 'rebuild') throw wrongUse('--replace is for rebuild alone');
  return { command, replace };
}

const fallbacks = Object.fromEntries(
  Object.entries<Setting>(SETTINGS).flatMap(([name, { fallback }]) =>
    fallback === undefined ? [] : [[name, fallback]],
  ),
);

const givenIn = (env: NodeJS.ProcessEnv): Given =>
  Object.fromEntries(
    Object.entries<Setting>(SETTINGS).flatMap(([name, setting]) => {
      const value = env[setting.env];
      return value ? [[name, value]] : [];
    }),
  );

/** A setting, or what the file says that another one names; for what may hold a password. */
function givenOrInFile(given: Given, name: SettingName, fileName: SettingName): string | undefined {
  const path = given[fileName];
  if (path === undefined) return given[name];
  const file = SETTINGS[fileName].env;
  if (given[name] !== undefined) throw wrongUse(`${SETTINGS[name].env} and ${file}: expected one`);
  let found: string;
  try {
    found = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw wrongUse(messageOf(error));
  }
  if (found === '') throw wrongUse(`${file} "${path}": the file is empty`);
  return found;
}

const wrongUse = (detail: string): RefusalError =>
  new RefusalError(refusal('invalid', 'configuration-wrong', `The configuration is not usable: ${detail}`));
