import { parseArgs } from 'node:util';
import { RefusalError, refusal } from '#kernel';
import { z } from 'zod';

/** How the service runs; each value from a flag, else the environment, else the default. */
export interface LedgerConfig {
  /** Folder with the log and the read models. */
  readonly data: string;
  /** Address to listen on; loopback unless told otherwise. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const settings = {
  data: { env: 'OBLIGO_DATA', fallback: '.obligo', help: 'folder of the ledger, made when missing' },
  host: { env: 'OBLIGO_HOST', fallback: '127.0.0.1', help: 'address to listen on' },
  port: { env: 'OBLIGO_PORT', fallback: '8080', help: 'port to listen on, 0 for a free one' },
  'log-level': { env: 'OBLIGO_LOG_LEVEL', fallback: 'info', help: LOG_LEVELS.join(', ') },
} as const;

const schema = z.object({
  data: z.string().min(1),
  host: z.string().min(1),
  port: z.coerce.number().int().min(0).max(65535),
  'log-level': z.enum(LOG_LEVELS),
});

export const usage = (): string =>
  [
    'Serves a ledger: npm start -- [--data FOLDER] [--host ADDRESS] [--port PORT] [--log-level LEVEL]',
    '',
    ...Object.entries(settings).map(
      ([name, { env, fallback, help }]) => `  --${name.padEnd(10)} ${help} (${env}, default ${fallback})`,
    ),
  ].join('\n');

/** Reads flags and environment; refuses with every wrong one named, or nothing when only help is asked for. */
export function readConfig(argv: readonly string[], env: NodeJS.ProcessEnv): LedgerConfig | undefined {
  const flags = parseFlags(argv);
  if (flags['help'] === true) return undefined;
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, { env: variable, fallback }]) => [
      name,
      flags[name] ?? (env[variable] === '' ? undefined : env[variable]) ?? fallback,
    ]),
  );
  const read = schema.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(
      ({ path, message }) => `--${path.join('.')} "${String(given[String(path[0])])}": ${message}`,
    );
    throw wrongUse(wrong.join('; '));
  }
  const { data, host, port, 'log-level': logLevel } = read.data;
  return { data, host, port, logLevel };
}

function parseFlags(argv: readonly string[]): Record<string, string | boolean | undefined> {
  try {
    const options = Object.fromEntries(
      Object.keys(settings).map((name) => [name, { type: 'string' as const }]),
    );
    const { values } = parseArgs({
      args: [...argv],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
    });
    return values;
  } catch (error) {
    throw wrongUse(error instanceof Error ? error.message : String(error));
  }
}

const wrongUse = (detail: string): RefusalError =>
  new RefusalError(refusal('invalid', 'configuration-wrong', `The configuration is not usable: ${detail}`));
