import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, emptyLedger, sampleLedger } from './browser.fixture.ts';
import { PAGES, saying, type ShownPage } from './pages.ts';
import { publishReport } from './publish-report.ts';
import { settled } from './settled.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
  await publishReport(ledger.url, ledger.passwordOf('demo-owner'));
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** What axe finds, one line each: rule, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

const MOMENTS = { now: {}, past: { known: '190' } } as const;

async function inAllWays(
  ledger: BrowsedLedger,
  { at, as }: ShownPage,
): Promise<Record<string, readonly string[]>> {
  const page = await ledger.page(as, at);
  const found: Record<string, readonly string[]> = {};
  for (const [moment, clocks] of Object.entries(MOMENTS)) {
    for (const lang of ['th', 'en']) {
      await page.goto(saying(at, { ...clocks, lang }));
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const told = await violations(page);
        if (told.length > 0) found[`${moment} ${lang} ${colorScheme}`] = told;
      }
    }
  }
  await page.context().close();
  return found;
}

describe('axe finds nothing to object to', () => {
  it.each(PAGES.map((page) => [page.name, page] as const))(
    'on %s, in both languages and colours, now and in the past',
    async (_name, page) => {
      expect(await inAllWays(ledger, page)).toEqual({});
    },
    120_000,
  );

  it('where a page cannot be read', async () => {
    const page = await ledger.page('demo-auditor', '/me');
    const found: Record<string, readonly string[]> = {};
    await page.route('**/api/v1/**', (route) =>
      route.request().url().endsWith('/session')
        ? route.continue()
        : route.fulfill({ status: 500, json: { code: 'internal', detail: 'Broken.' } }),
    );
    for (const { name, at, as } of PAGES) {
      if (as !== 'demo-auditor') continue;
      await page.goto(at);
      await page.locator('main h1').first().waitFor();
      const told = await violations(page);
      if (told.length > 0) found[name] = told;
    }
    expect(found).toEqual({});
  }, 180_000);

  it('on the pages of a ledger without figures', async () => {
    const empty = await emptyLedger();
    try {
      const page = await empty.page(undefined, '/set-up');
      await settled(page);
      expect(await violations(page)).toEqual([]);
    } finally {
      await empty.close();
    }
  }, 60_000);
});
