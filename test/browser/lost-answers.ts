import type { Page } from 'playwright-core';

/**
 * What is posted first arrives, and its answer is lost; asked again, a proxy answers, as it does during a restart, and
 * then the ledger that it is busy. Gives the idempotency keys of all attempts.
 */
export async function loseAnswers(page: Page, posted: (path: string) => boolean): Promise<string[]> {
  const keys: string[] = [];
  await page.route(
    ({ pathname, search }) => posted(pathname) && !search.includes('dryRun'),
    async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      switch (keys.length) {
        case 1:
          await route.fetch();
          return route.abort('connectionreset');
        case 2:
          return route.fulfill({
            status: 503,
            contentType: 'text/html',
            body: '<h1>Service Unavailable</h1>',
          });
        case 3:
          return route.fulfill({
            status: 503,
            headers: { 'retry-after': '1' },
            contentType: 'application/problem+json',
            json: {
              type: 'urn:obligo:refusal:ledger-busy',
              status: 503,
              code: 'ledger-busy',
              detail: 'Busy.',
            },
          });
        default:
          return route.continue();
      }
    },
  );
  return keys;
}

/** The ledger itself fails at whatever is posted there, which leaves open what became of it. */
export async function failAlways(page: Page, posted: string | RegExp): Promise<void> {
  await page.route(posted, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      json: { type: 'urn:obligo:refusal:internal', status: 500, code: 'internal', detail: 'It failed.' },
    }),
  );
}
