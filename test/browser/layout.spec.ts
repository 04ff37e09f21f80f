import { setTimeout as waiting } from 'node:timers/promises';
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

/** Amounts that stand on one another. */
const overlapping = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main dl [data-figure]')].map((figure) => ({
      text: figure.textContent,
      box: figure.getBoundingClientRect(),
    }));
    return boxes.flatMap(({ text, box }, at) =>
      boxes
        .slice(at + 1)
        .filter(
          (other) =>
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 1 &&
            other.box.top < box.bottom - 1,
        )
        .map((other) => `${text} ${other.text}`),
    );
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

describe('on a screen of 1280 pixels', () => {
  it('the largest amounts stay apart, and long numbers and names within the page', async () => {
    const project = 'LONG-PROJECT-CODE-2569-0001';
    const document = `PO-${'0'.repeat(40)}`;
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const post = async (who: string, path: string, body: object) => {
      const effectiveOn = '2026-08-03';
      const { status, json } = await ledger.ask(who, path, { body: { effectiveOn, ...body } });
      if (status >= 300) throw new Error(`${path}: ${JSON.stringify(json)}`);
    };
    const name = 'โครงการบริหารจัดการข้อมูลภาครัฐอย่างบูรณาการ ระยะที่สี่ '.repeat(3).trim();
    await post('demo-owner', 'budget-accounts', { fiscalYear: 2569, project, name });
    const account = `budget-accounts/2569/${project}`;
    await post('demo-owner', `${account}/allocations`, { line, amount: '987654321987.65' });
    await post('demo-maker', `${account}/commitments`, {
      line,
      commitment: document,
      amount: '123456789012.34',
    });
    const page = await ledger.pageOf('demo-auditor');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const at of ['/fy/2569', `/fy/2569/p/${project}`, `/doc/2569/${project}/${document}`]) {
        await page.goto(saying(at, { unit: 'baht' }));
        await settled(page);
        expect({ width, at, wider: await widerThanThePage(page) }).toEqual({ width, at, wider: [] });
        expect({ width, at, over: await overlapping(page) }).toEqual({ width, at, over: [] });
      }
    }
  }, 60_000);
});

/** How far parts of a page have moved since it was opened: 1 is the whole screen (Layout Instability API of the WICG). */
const moved = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Nothing is told where nothing moved.
        setTimeout(() => {
          resolve(0);
        }, 500);
      }),
  );

describe('while a page is opened', () => {
  it.each([
    ['/admin/health', 'demo-operator'],
    ['/fy/2569', 'demo-auditor'],
  ])('nothing of %s moves under the hand, though its letters come late', async (at, as) => {
    const page = await ledger.page(as, 'about:blank');
    await page.route('**/*.woff2', async (route) => {
      await waiting(400);
      await route.continue();
    });
    await page.goto(at);
    await settled(page);
    expect(await moved(page)).toBeLessThan(0.1);
  });

  describe('and its answers come slowly, one after the other', () => {
    const slowly = async (): Promise<Page> => {
      const page = await ledger.page('demo-auditor', 'about:blank');
      let before = 0;
      await page.route('**/api/**', async (route) => {
        before += 1;
        await waiting(100 + 50 * (before % 7));
        await route.continue();
      });
      return page;
    };

    it.each(['/fy/2569', '/fy/2569/p/P08', '/compare?a=190&b=267', '/compare', '/audit', '/journal'])(
      'nothing of %s moves under the hand',
      async (at) => {
        const page = await slowly();
        await page.goto(at);
        await settled(page);
        expect(await moved(page)).toBeLessThan(0.1);
      },
    );

    it('nothing of a published report moves under the hand that opened it from the list', async () => {
      const page = await slowly();
      await page.goto('/reports');
      await page.getByRole('link', { name: 'Q2-2569', exact: true }).click();
      await page.getByRole('heading', { name: 'Q2-2569' }).waitFor();
      await settled(page);
      expect(await moved(page)).toBeLessThan(0.1);
    });
  });
});

describe('on paper', () => {
  it('every column of a table is printed, dark on light, also from a dark screen', async () => {
    const page = await ledger.pageOf('demo-auditor');
    await page.setViewportSize({ width: 1032, height: 730 });
    await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
    await page.goto('/journal');
    await settled(page);
    const region = page.getByRole('region').first();
    const styleOf = (name: 'overflowX' | 'color' | 'backgroundColor') =>
      region.evaluate((element, property) => getComputedStyle(element)[property], name);
    const dark = { ink: await styleOf('color'), paper: await styleOf('backgroundColor') };
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    const printed = { ink: await styleOf('color'), paper: await styleOf('backgroundColor') };
    expect(printed).toEqual({ ink: 'rgb(23, 33, 43)', paper: 'rgb(255, 255, 255)' });
    expect(dark).not.toEqual(printed);
    expect(await styleOf('overflowX')).toBe('visible');
    await page.goto('/fy/2569');
    const total = page.locator('tfoot').first();
    await total.waitFor();
    // A group of rows of the foot would stand on every page.
    expect(await total.evaluate((element) => getComputedStyle(element).display)).toBe('table-row-group');
    await page.emulateMedia({ colorScheme: null, media: null });
  });
});
