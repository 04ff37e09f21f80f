import type { Browser, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../apps/ledger/src/publishing/chromium.ts';
import { type ServedDemo, servedDemo } from '../../scripts/demo/served-demo.ts';
import { settled } from '../browser/settled.ts';
import type { Bench } from './harness/bench.ts';
import { type Figure, figure, valueAtMost } from './harness/figure.ts';
import { percentile } from './harness/statistics.ts';

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

const seen = (page: Page): Promise<Seen> => page.evaluate(SEEN);

interface Seen {
  readonly paint: number;
  readonly interaction: number;
}

/** A first visit of the overview, with a figure that is looked into. */
async function visit(browser: Browser, demo: ServedDemo): Promise<Seen> {
  const context = await browser.newContext({ baseURL: demo.url, locale: 'th-TH' });
  const data = { name: 'demo-auditor', password: demo.passwordOf('demo-auditor'), as: 'cookie' };
  await context.request.post('/api/v1/session', { data });
  const page = await context.newPage();
  await page.goto('/fy/2569');
  await settled(page);
  const { paint } = await seen(page);
  await page.getByRole('combobox', { name: 'หน่วย' }).selectOption('baht');
  await page.locator('main [data-figure]').first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  const { interaction } = await seen(page);
  await context.close();
  return { paint, interaction };
}

const figuresOf = (visits: readonly Seen[]): Figure[] => {
  const p75 = (name: keyof Seen) =>
    visits.length === 0
      ? []
      : [
          percentile(
            visits.map((seen) => seen[name]),
            75,
          ),
        ];
  const unit = 'ms';
  return [
    figure({
      name: 'largest contentful paint, p75',
      unit,
      runs: p75('paint'),
      target: valueAtMost(TARGETS.paint),
    }),
    figure({
      name: 'slowest interaction, p75',
      unit,
      runs: p75('interaction'),
      target: valueAtMost(TARGETS.interaction),
    }),
  ];
};

const bench: Bench = {
  asks: 'How soon are pages there, and how soon do they answer? First visits of the overview in a browser over the sample: largest contentful paint, and from a click to the next frame.',
  run: async (context) => {
    const executablePath = findChromium(process.env['OBLIGO_CHROMIUM']);
    if (executablePath === undefined) {
      context.note('There is no Chromium on this machine: nothing is measured.');
      return figuresOf([]);
    }
    const demo = await servedDemo();
    const browser = await launchChromium(executablePath);
    try {
      const visits: Seen[] = [];
      for (let count = context.number('visits', 9, 1); count > 0; count -= 1)
        visits.push(await visit(browser, demo));
      return figuresOf(visits);
    } finally {
      await browser.close();
      await demo.stop();
    }
  },
};

export default bench;
