import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { PAGES, saying } from './pages.ts';
import { publishReport } from './publish-report.ts';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
  await publishReport(ledger.url, ledger.passwordOf('demo-owner'));
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** A phone, and a screen of 1280 pixels at 400 % (WCAG 2.2, 1.4.10). */
const WIDTHS = [360, 320] as const;

/** What stands out of the page where it has grown wider than the screen. */
const widerThanThePage = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/(?:auto|scroll|hidden)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return document.documentElement.scrollWidth <= limit
      ? []
      : [...document.querySelectorAll('body *')]
          .filter(
            (element) => element.getBoundingClientRect().right > limit + 1 && !scrolls(element.parentElement),
          )
          .slice(0, 5)
          .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
  });

describe('on a phone and at 400 %', () => {
  it.each(PAGES.map((page) => [page.name, page] as const))(
    '%s scrolls down only; tables scroll by themselves',
    async (_name, { at, as }) => {
      const page = await ledger.pageOf(as);
      for (const lang of ['th', 'en']) {
        await page.setViewportSize({ width: WIDTHS[0], height: 800 });
        await page.goto(saying(at, { lang }));
        await settled(page);
        for (const width of WIDTHS) {
          // Somebody who zooms in has the page open already.
          await page.setViewportSize({ width, height: 800 });
          expect({ width, lang, wider: await widerThanThePage(page) }).toEqual({ width, lang, wider: [] });
        }
      }
    },
    60_000,
  );
});
