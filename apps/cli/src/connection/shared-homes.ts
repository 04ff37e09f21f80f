import { readFileSync } from 'node:fs';

/** Where several processes keep what they share, as the settings of the service name it; nothing on a single machine. */
export interface SharedHomes {
  /** Event database that keeps the logs. */
  readonly store: string | undefined;
  /** PostgreSQL that keeps accounts, the desk and the reading log. */
  readonly postgres: string | undefined;
}

/** Reads the same variables as the service, so that a program beside it works on the same ledger. */
export const sharedHomesIn = (env: NodeJS.ProcessEnv): SharedHomes => ({
  store: valueOf(env, 'OBLIGO_STORE'),
  postgres: valueOf(env, 'OBLIGO_POSTGRES'),
});

function valueOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  return env[name] || (file ? readFileSync(file, 'utf8').trim() : undefined) || undefined;
}
