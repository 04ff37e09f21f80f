import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  type BrowsedLedger,
  closeBrowser,
  emptyLedger,
  sampleLedger,
  unusedLedger,
} from './browser.fixture.ts';
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

/** The rules whose answer depends on the colours; all others see the same page in light and in dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line each: rule, and where. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // No page has a frame of elsewhere; else each look would open a page of its own to gather what the frames say.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (rules ? axe.withRules([...rules]) : axe.withTags(WCAG)).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

const MOMENTS = { now: {}, past: { known: '190' } } as const;

async function inAllWays(
  ledger: BrowsedLedger,
  { at, as }: ShownPage,
): Promise<Record<string, readonly string[]>> {
  const page = await ledger.pageOf(as);
  const found: Record<string, readonly string[]> = {};
  for (const [moment, clocks] of Object.entries(MOMENTS)) {
    for (const lang of ['th', 'en']) {
      await page.goto(saying(at, { ...clocks, lang }));
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        // A colour that is on its way to another is none that anybody reads.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const told = await violations(page, colorScheme === 'dark' ? OF_COLOURS : undefined);
        if (told.length > 0) found[`${moment} ${lang} ${colorScheme}`] = told;
      }
    }
  }
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

  it('while the answers of a page are on their way', async () => {
    const page = await ledger.page('demo-auditor', '/me');
    const found: Record<string, readonly string[]> = {};
    // What is asked is not answered before the page was looked at.
    await page.route('**/api/v1/**', (route) =>
      /\/(?:session|fiscal-years|organisations)$/.test(new URL(route.request().url()).pathname)
        ? route.continue()
        : undefined,
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

  it('on the pages of a ledger without figures, and before it is set up', async () => {
    const found: Record<string, readonly string[]> = {};
    const unused = await unusedLedger();
    const pages = new Map<string, Page>();
    try {
      for (const { name, at, as } of PAGES) {
        if (as === undefined) continue;
        const page = pages.get(as) ?? (await unused.page(as, at));
        pages.set(as, page);
        await page.goto(at);
        await settled(page);
        const told = await violations(page);
        if (told.length > 0) found[name] = told;
      }
    } finally {
      await unused.close();
    }
    const empty = await emptyLedger();
    try {
      const page = await empty.page(undefined, '/set-up');
      await settled(page);
      expect({ ...found, 'set-up': await violations(page) }).toEqual({ 'set-up': [] });
    } finally {
      await empty.close();
    }
  }, 240_000);
});
