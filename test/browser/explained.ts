import type { Page } from 'playwright-core';
import type { BrowsedLedger } from './browser.fixture.ts';

/** A figure as a page shows it: its exact amount and the question that explains it. */
export interface ShownFigure {
  readonly baht: string;
  readonly query: string;
}

/** The cells that a page shows, each once. */
export async function figuresOf(page: Page): Promise<ShownFigure[]> {
  const found = await page.locator('[data-figure]').evaluateAll((elements) =>
    elements.map((element) => ({
      of: element.getAttribute('data-figure') ?? '{}',
      baht: element.getAttribute('data-baht') ?? '',
    })),
  );
  const cells = found.flatMap(({ of, baht }) => {
    const { kind, ...address } = JSON.parse(of) as Readonly<Record<string, string>>;
    return kind === 'cell' ? [{ baht, query: new URLSearchParams(address).toString() }] : [];
  });
  return [...new Map(cells.map((cell) => [`${cell.query} ${cell.baht}`, cell])).values()];
}

/** What each figure of a page is, and what its events come to; `clocks` as the page has them. */
export async function explainedSums(
  ledger: BrowsedLedger,
  figures: readonly ShownFigure[],
  clocks = '',
): Promise<{ readonly query: string; readonly shown: string; readonly explained: unknown }[]> {
  const sums = [];
  for (const { query, baht } of figures) {
    const { json } = await ledger.ask('demo-auditor', `explain?${query}${clocks}`);
    sums.push({ query, shown: baht, explained: json['closing'] });
  }
  return sums;
}
