/** One setting of the projector: where it is read from, and what it means in a few words. */
export interface Setting {
  /** Variable of the environment. */
  readonly env: string;
  /** What holds when it is not given; a setting without one is off, or needed. */
  readonly fallback?: string;
  readonly help: string;
}

/** Every setting there is, in the order in which they are shown; those of the ledger are called as there. */
export const SETTINGS = {
  store: {
    env: 'OBLIGO_STORE',
    fallback: '.obligo',
    help: 'where the log is: esdb://…, kurrentdb://…, or the folder of a ledger on this machine',
  },
  storeFile: { env: 'OBLIGO_STORE_FILE', help: 'file that holds the address of the store' },
  postgres: { env: 'OBLIGO_POSTGRES', help: 'postgres://…: where the read models are written; needed' },
  postgresFile: { env: 'OBLIGO_POSTGRES_FILE', help: 'file that holds that address' },
  data: {
    env: 'OBLIGO_DATA',
    fallback: '.obligo-projector',
    help: 'folder of the working copy, made when missing; it can be thrown away',
  },
  host: { env: 'OBLIGO_HOST', fallback: '127.0.0.1', help: 'address at which health and metrics are asked' },
  port: { env: 'OBLIGO_PORT', fallback: '8081', help: 'its port, 0 for a free one' },
  logLevel: { env: 'OBLIGO_LOG_LEVEL', fallback: 'info', help: 'silent, error, warn, info, debug' },
  otlp: {
    env: 'OBLIGO_OTLP_ENDPOINT',
    help: 'collector that takes traces as OTLP over HTTP, http://HOST:4318',
  },
  metrics: { env: 'OBLIGO_METRICS', help: 'HOST:PORT to serve /metrics at as well, for Prometheus alone' },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

const COMMANDS = [
  ['run', 'follows the log and writes the read models, until it is told to stop; the default'],
  ['status', 'says which schemas there are, what they hold and how far they have read'],
  ['rebuild', 'asks the running projector to build everything anew beside, and waits for the switch'],
  ['rebuild --replace', 'the same after the log was replaced: readers may see less of it than before'],
  ['rollback', 'goes back to the schema that was current before'],
  ['drop-former', 'removes the schemas that are not current any more'],
] as const;

export function usage(): string {
  const settings = Object.values<Setting>(SETTINGS).map(({ env, fallback, help }) => [
    env,
    fallback === undefined ? help : `${help} (${fallback})`,
  ]);
  return [
    'Writes the read models of a ledger into PostgreSQL: npm run projector -- [command]',
    '',
    ...columns(COMMANDS),
    '',
    'By the environment:',
    ...columns(settings),
  ].join('\n');
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', meaning = '']) => `  ${name.padEnd(width)}  ${meaning}`);
}
