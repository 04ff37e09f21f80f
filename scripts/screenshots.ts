/**
 * Takes a picture of every page of the web app over the sample: both languages, light and dark, desktop and phone.
 * --out=FOLDER (.obligo-screenshots), --only=WORD for the pages whose name holds it, --first-screen for what is seen
 * without scrolling.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from '../apps/ledger/src/publishing/chromium.ts';
import { PAGES, saying, type ShownPage } from '../test/browser/pages.ts';
import { publishReport } from '../test/browser/publish-report.ts';
import { settled } from '../test/browser/settled.ts';
import { type ServedDemo, servedDemo } from './demo/served-demo.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.obligo-screenshots' },
    only: { type: 'string', default: '' },
    'first-screen': { type: 'boolean', default: false },
  },
});

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
const LANGUAGES = ['th', 'en'] as const;
const COLOURS = ['light', 'dark'] as const;

async function shoot(browser: Browser, demo: ServedDemo, { name, at, as }: ShownPage): Promise<void> {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    const context = await browser.newContext({ baseURL: demo.url, locale: 'th-TH', viewport });
    if (as !== undefined) {
      const data = { name: as, password: demo.passwordOf(as), as: 'cookie' };
      await context.request.post('/api/v1/session', { data });
    }
    const page = await context.newPage();
    for (const lang of LANGUAGES) {
      await page.goto(saying(at, { lang }));
      await settled(page);
      for (const colorScheme of COLOURS) {
        await page.emulateMedia({ colorScheme });
        const file = path.join(values.out, `${name}-${screen}-${lang}-${colorScheme}.png`);
        await page.screenshot({ path: file, fullPage: !values['first-screen'] });
      }
    }
    await context.close();
  }
}

async function main(): Promise<void> {
  const executablePath = findChromium(process.env['OBLIGO_CHROMIUM']);
  if (executablePath === undefined) {
    throw new Error('There is no Chromium: install one, or name it in OBLIGO_CHROMIUM.');
  }
  mkdirSync(values.out, { recursive: true });
  const demo = await servedDemo();
  await publishReport(demo.url, demo.passwordOf('demo-owner'));
  const browser = await launchChromium(executablePath);
  try {
    for (const page of PAGES.filter(({ name }) => name.includes(values.only))) {
      await shoot(browser, demo, page);
      console.log(page.name);
    }
  } finally {
    await browser.close();
    await demo.stop();
  }
}

await main();
