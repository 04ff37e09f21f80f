import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formatBaht, parseBaht, sum } from '#kernel';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { PAGES, saying } from './pages.ts';
import { publishReport } from './publish-report.ts';
import { settled } from './settled.ts';

/** An amount as a page prints it. */
interface Shown {
  readonly page: string;
  /** Address of the figure, as JSON. */
  readonly figure: string;
  /** The exact amount behind it. */
  readonly baht: string;
  readonly printed: string;
  /** Position of which the page speaks; now when absent. A published report has its own. */
  readonly known: string | undefined;
}

interface Explanation {
  readonly value: string;
  readonly events: readonly { readonly movement: string }[];
  readonly next: { readonly after: string } | null;
}

/** What is looked at: the present in million baht, the past in baht. */
const VIEWS = {
  'now, in million baht': {
    known: undefined,
    more: {},
    form: String.raw`(?<![\d.])\d{1,3}(?:,\d{3})*\.\d{4}(?!\d)`,
  },
  'as known in December, in baht': {
    known: '190',
    more: { known: '190', unit: 'baht' },
    form: String.raw`(?<![\d.])\d{1,3}(?:,\d{3})+\.\d{2}(?!\d)`,
  },
} as const;
type View = (typeof VIEWS)[keyof typeof VIEWS];

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
  await publishReport(ledger.url, ledger.passwordOf('demo-owner'));
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

async function amountsOn(page: Page, name: string): Promise<Shown[]> {
  const figures = page.locator('main [data-figure]');
  const known = new URL(page.url()).searchParams.get('known') ?? undefined;
  return (
    await figures.evaluateAll((elements) =>
      elements.map((element) => ({
        figure: element.getAttribute('data-figure') ?? '',
        baht: element.getAttribute('data-baht') ?? '',
        // A corner mark says more than the amount.
        printed: (element.firstElementChild ?? element).textContent.trim(),
      })),
    )
  ).map((shown) => ({ page: name, known, ...shown }));
}

/** Amounts that stand in a page without a way to their explanation; sentences, examples and what people wrote are none. */
const unexplained = (page: Page, form: string): Promise<string[]> =>
  page.evaluate((pattern) => {
    const allowed =
      '[data-figure], [data-unrecorded], [data-change], [data-said], .chart-legend, .report-notes, code, pre, input, textarea, .visually-hidden, svg, figcaption';
    const found: string[] = [];
    const texts = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const said = text.textContent ?? '';
      if (!text.parentElement?.closest(allowed) && new RegExp(pattern).test(said)) found.push(said.trim());
    }
    return found;
  }, form);

async function shownIn({ more, form }: View): Promise<{ shown: Shown[]; without: string[] }> {
  const shown: Shown[] = [];
  const without: string[] = [];
  for (const { name, at, as } of PAGES) {
    if (as === undefined) continue;
    const page = await ledger.pageOf(as);
    await page.goto(saying(at, more));
    await settled(page);
    shown.push(...(await amountsOn(page, name)));
    without.push(...(await unexplained(page, form)).map((text) => `${name}: ${text}`));
  }
  return { shown, without };
}

/** The sum of everything that an explanation lists, page by page. */
async function explained(figure: string, known: string | undefined): Promise<string> {
  const { kind: _kind, ...address } = JSON.parse(figure) as Record<string, unknown>;
  const movements: string[] = [];
  let after: string | undefined = '0';
  while (after !== undefined) {
    // A figure of another moment than the page's says so in its address.
    const asked = { ...(known === undefined ? {} : { knownAt: known }), ...address, after };
    const query = new URLSearchParams(asked);
    const { status, json } = await ledger.ask('demo-auditor', `explain?${query.toString()}`);
    if (status !== 200) return `${String(status)} ${JSON.stringify(json)}`;
    const { events, next } = json as unknown as Explanation;
    movements.push(...events.map(({ movement }) => movement));
    after = next?.after;
  }
  return formatBaht(sum(movements.map(parseBaht)));
}

/** The amounts that stand in an event. */
async function amountsOf(figure: string): Promise<string> {
  const { position } = JSON.parse(figure) as { position: string };
  const { json } = await ledger.ask('demo-auditor', `events/${position}`);
  return JSON.stringify(json);
}

describe.each(Object.entries(VIEWS))('every amount on every page, %s', (_name, view) => {
  let shown: Shown[];
  let without: string[];

  beforeAll(async () => {
    ({ shown, without } = await shownIn(view));
  }, 300_000);

  it('leads to its explanation', () => {
    expect(without).toEqual([]);
    expect(new Set(shown.map(({ page }) => page)).size).toBeGreaterThan(4);
    expect(shown.length).toBeGreaterThan(200);
  });

  it('is the sum of its explanation, to the last satang', async () => {
    const cells = new Map(
      shown
        .filter(({ figure }) => figure.includes('"cell"'))
        .map((one) => [`${one.known ?? ''} ${one.figure}`, one]),
    );
    const differing: string[] = [];
    for (const { page, figure, baht, known } of cells.values()) {
      const total = await explained(figure, known);
      if (total !== baht) differing.push(`${page} ${figure}: ${baht} is shown, ${total} explained`);
    }
    expect(differing).toEqual([]);
  }, 300_000);

  it('that is one event’s stands in that event', async () => {
    const events = new Map(
      shown
        .filter(({ figure }) => figure.includes('"event"'))
        .map((one) => [`${one.figure} ${one.baht}`, one]),
    );
    const differing: string[] = [];
    for (const { page, figure, baht } of events.values()) {
      const amount = baht.replace(/^-/, '');
      if (!(await amountsOf(figure)).includes(amount)) differing.push(`${page} ${figure}: ${baht}`);
    }
    expect(differing).toEqual([]);
  }, 300_000);

  it('is the same on every page', () => {
    const texts = new Map<string, Set<string>>();
    for (const { page, figure, baht, printed, known } of shown) {
      if (!figure.includes('"cell"')) continue;
      const address = Object.entries(JSON.parse(figure) as object).sort();
      // A report is in million baht, whatever the page is switched to.
      const unit = page.startsWith('report') ? 'million' : 'of the page';
      const key = JSON.stringify([known, unit, address]);
      texts.set(key, (texts.get(key) ?? new Set()).add(`${baht} ${printed}`));
    }
    expect([...texts].filter(([, said]) => said.size > 1).map(([key, said]) => [key, [...said]])).toEqual([]);
  });
});
