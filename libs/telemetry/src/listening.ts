import { RefusalError, refusal } from '#kernel';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there',
  EADDRNOTAVAIL: 'this machine has no such address',
  EACCES: 'this user may not listen there',
  ENOTFOUND: 'this name is not known',
};

/** Why nothing listens at an address, as the refusal `address-not-usable`; any other error as it is. */
export function listeningRefusal(error: unknown, host: string, port: number): Error {
  const known = error instanceof Error ? error : new Error(String(error));
  const code = 'code' in known ? String(known.code) : '';
  const why = REASONS[code];
  if (why === undefined) return known;
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const message = `Nothing can be served at ${address}: ${why} (${code}); expected a free address.`;
  return new RefusalError(refusal('unavailable', 'address-not-usable', message, { address }));
}
