/**
 * How soon pages are there and how soon they answer, in a browser over the sample: largest contentful paint of the
 * first visit, and from a click to the next frame (Event Timing), 75th percentiles as Web Vitals count them.
 * The service must be built.
 */
import type { Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../apps/ledger/src/publishing/chromium.ts';
import { servedDemo } from '../../scripts/demo/served-demo.ts';
import { settled } from '../browser/settled.ts';
import { digits, option, printMachine, printTable } from './support/timing.ts';

const visits = Number(option('visits', '9'));
const TARGETS = { paint: 1500, interaction: 100 } as const;

/** What runs in the page: of all that the browser saw so far, the largest paint and the slowest interaction. */
const SEEN = `new Promise((resolve) => {
  const told = { paint: 0, interaction: 0 };
  const watch = (type, put, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(put)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', ({ startTime }) => (told.paint = Math.max(told.paint, startTime)));
  watch('event', ({ interactionId, duration }) => {
    if (interactionId) told.interaction = Math.max(told.interaction, duration);
  }, { durationThreshold: 16 });
  requestAnimationFrame(() => setTimeout(() => resolve(told), 100));
})`;

const seen = (page: Page): Promise<{ paint: number; interaction: number }> => page.evaluate(SEEN);

const p75 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? 0;

printMachine();
const executablePath = findChromium(process.env['OBLIGO_CHROMIUM']);
if (executablePath === undefined) throw new Error('There is no Chromium on this machine.');
const demo = await servedDemo();
const browser = await launchChromium(executablePath);
try {
  const paints: number[] = [];
  const interactions: number[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext({ baseURL: demo.url, locale: 'th-TH' });
    const data = { name: 'demo-auditor', password: demo.passwordOf('demo-auditor'), as: 'cookie' };
    await context.request.post('/api/v1/session', { data });
    const page = await context.newPage();
    await page.goto('/fy/2569');
    await settled(page);
    paints.push((await seen(page)).paint);
    await page.getByRole('combobox', { name: 'หน่วย' }).selectOption('baht');
    await page.locator('main [data-figure]').first().click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    interactions.push((await seen(page)).interaction);
    await context.close();
  }
  console.log(`\n${visits} first visits of the overview. Milliseconds, 75th percentile.\n`);
  printTable(
    ['what', 'p75', 'target', 'ratio'],
    [
      ['largest contentful paint', p75(paints), TARGETS.paint],
      ['slowest interaction', p75(interactions), TARGETS.interaction],
    ].map(([what, value, target]) => [
      what as string,
      digits(value as number),
      String(target),
      digits((value as number) / (target as number)),
    ]),
  );
} finally {
  await browser.close();
  await demo.stop();
}
