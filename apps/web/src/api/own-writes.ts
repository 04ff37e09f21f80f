import type { Middleware } from 'openapi-fetch';

/** Place in the log of what this page recorded last. */
let recorded: bigint | undefined;

/**
 * Lets the page read what it wrote from whichever process of the ledger answers: every later request names the place of
 * its last posting, and is answered when that can be read there.
 */
export const ownWrites: Middleware = {
  onRequest({ request }) {
    if (recorded !== undefined) request.headers.set('obligo-min-position', String(recorded));
    return request;
  },
  onResponse({ response }) {
    const position = response.status === 201 ? response.headers.get('obligo-position') : null;
    if (position !== null && /^\d+$/.test(position) && BigInt(position) > (recorded ?? 0n))
      recorded = BigInt(position);
    return undefined;
  },
};
