import createClient, { type Middleware } from 'openapi-fetch';
import { BY_ORGANISATION } from './by-organisation.ts';
import { ownWrites } from './own-writes.ts';
import { ApiProblem, NoAnswer } from './problem.ts';
import type { paths } from './schema.ts';

/** Proves that a request of the session comes from a page of this origin; the session tells it. */
let csrfToken: string | undefined;

/** Keeps the token of the session for the requests that follow. */
export function rememberCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** The organisation that the pages are about, where the ledger has several. */
let organisation: string | undefined;

/** Asks from now on about one organisation of several. */
export function askAbout(code: string | undefined): void {
  organisation = code;
}

/** Questions carry the organisation of their page; a route that is about all of them takes none. */
const aboutOrganisation: Middleware = {
  onRequest({ request, schemaPath }) {
    const url = new URL(request.url);
    const { searchParams } = url;
    const isNamed = searchParams.has('organisation');
    if (!BY_ORGANISATION.has(`${request.method} ${schemaPath}`)) {
      if (!isNamed) return undefined;
      searchParams.delete('organisation');
    } else {
      if (isNamed || organisation === undefined) return undefined;
      searchParams.set('organisation', organisation);
    }
    return new Request(url, request);
  },
};

const ownPage: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrfToken !== undefined) request.headers.set('obligo-csrf', csrfToken);
    return request;
  },
  onError() {
    return new NoAnswer('The ledger did not answer.');
  },
};

/** The one client of the API, typed by its OpenAPI document. */
export const api = createClient<paths>({ credentials: 'same-origin' });
api.use(ownPage, ownWrites, aboutOrganisation);

interface Answered<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer, or the problem thrown. */
export function answerOf<T>({ data, error, response }: Answered<T>): T {
  if (response.ok && data !== undefined) return data;
  const body = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const { headers } = response;
  throw new ApiProblem(response.status, body, {
    reference: headers.get('obligo-request'),
    retryAfter: headers.get('retry-after'),
  });
}
