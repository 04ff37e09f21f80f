import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { settled } from './settled.ts';

/** More keys than any of these tasks takes. */
const PATIENCE = 80;

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** Goes on by the tab key until something has the focus; fails when nothing of the kind ever has. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let keys = 0; keys < PATIENCE; keys++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the tab key never comes to ${selector}`);
}

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-figure') ?? undefined);

describe('without a mouse', () => {
  it('a manager skips to the content, opens the explanation of a figure, and is back at the figure after it', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569/p/P08');
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    const wanted = '[data-figure*=\'"committed"\'][data-figure*=\'"Q2"\']';
    await tabTo(page, wanted);
    const figure = await focused(page);
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('(32,136,900.00)').first().waitFor();
    expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(figure);
  }, 60_000);

  it('an auditor sets the clock back to a published report, and forward again', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569?lang=en');
    await settled(page);
    const known = page.getByRole('combobox', { name: 'As known at' });
    await known.focus();
    await page.keyboard.type('Q1 report');
    const options = await known.locator('option').allTextContents();
    const report = options.findIndex((text) => /quarter 1/i.test(text));
    expect(report).toBeGreaterThan(0);
    await known.press('Home');
    for (let step = 0; step < report; step++) await known.press('ArrowDown');
    await page.waitForURL(/known=190/);
    await page.getByText('Shown as known at').first().waitFor();
    await tabTo(page, 'button:not([aria-pressed]):not([aria-expanded])');
    await page.getByRole('button', { name: 'Back to now' }).press('Enter');
    await page.waitForURL((url) => !url.search.includes('known='));
  }, 60_000);

  it('two keys lead from page to page, a stroke to the search, and neither while somebody types', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    await settled(page);
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.waitForURL(/\/journal/);
    await settled(page);
    await page.keyboard.press('/');
    await page.keyboard.type('go n/a');
    expect(await page.locator('#search').inputValue()).toBe('go n/a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=go/);
    await page.locator('main').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.waitForURL(/\/fy\/2569/);
  }, 60_000);
});
