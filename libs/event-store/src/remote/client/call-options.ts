import type { RemoteHome } from '../../home/store-home.ts';

/** Any call gets an answer within this time, or counts as unanswered. */
export const CALL_MS = 10_000;

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Credentials given with an append make both libraries send it as a call of its own. Without them they send all appends
 * over one shared stream, where one error rejects all that wait and a late answer of the older library ends the process.
 * A connection by certificate alone has none; on an insecure one the libraries leave them out.
 */
export function credentialsOf({ connectionString }: RemoteHome): Credentials | undefined {
  const given = /^[^/]+\/\/([^:@/]+):([^@]+)@/.exec(connectionString);
  if (given) {
    const [username = '', password = ''] = given.slice(1).map(decodeURIComponent);
    return { username, password };
  }
  return /[?&]tls=false(&|$)/i.test(connectionString) ? { username: 'none', password: 'none' } : undefined;
}
