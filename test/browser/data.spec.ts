import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;
beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('the page of open data', () => {
  it('gives each dataset as CSV with the columns that its dictionary names', async () => {
    const page = await ledger.page('demo-reader', '/data?lang=en');
    const dataset = page.getByRole('article').filter({ hasText: 'Budget status by line' });
    await dataset.getByText(/^Columns \(/).click();
    const keys = await dataset.getByRole('rowheader').allTextContents();
    const href = (await dataset.getByRole('link', { name: /Download CSV/ }).getAttribute('href')) ?? '';
    const csv = await page.evaluate(async (address) => (await fetch(address)).text(), href);
    expect(csv.split('\n')[0]).toBe(keys.join(','));
    expect(csv).toContain('42.7377');
  });

  it('leads to a page that tries the API, which works under the policy of the pages', async () => {
    const page = await ledger.page('demo-maker', '/data?lang=en');
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') told.push(message.text());
    });
    await page.getByRole('link', { name: 'Open the API page' }).click();
    await page.waitForURL('**/docs');
    await page.getByRole('heading', { name: /Obligo/ }).waitFor();
    await page.getByRole('heading', { name: /^Reports/ }).click();
    // The page breaks long addresses by marks that are not seen: an operation is found by its id.
    await page.locator('[id$=reportQuarterly]').first().waitFor();
    expect(told).toEqual([]);
  }, 60_000);
});
