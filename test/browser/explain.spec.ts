import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

const addressOf = (page: string, cell: object, more = '') =>
  `${page}?explain=${encodeURIComponent(JSON.stringify(cell))}${more}`;

const P08 = { fiscalYear: 2569, project: 'P08', quarter: 'Q2', measure: 'committed' };

/** The figure that the drawer explains, and where its entries end. */
async function told(page: Page): Promise<{ value: string | null; sum: string | null }> {
  const explained = page.locator('[data-explained]');
  await explained.waitFor();
  return {
    value: await explained.getAttribute('data-explained'),
    sum: await explained.locator('[data-sum]').getAttribute('data-sum'),
  };
}

describe('a manager', () => {
  it('copies the command that prints the same figure', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const page = await ledger.page('demo-auditor', addressOf('/fy/2569', P08), { permissions });
    await page.getByRole('button', { name: 'คัดลอกเป็นคำสั่ง' }).click();
    await page.getByText('คัดลอกแล้ว').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^obligo explain --fiscal-year 2569 --project P08 --quarter Q2 --measure committed --known-at \d+$/,
    );
  });

  it('explains the negative commitment of P08 in the second quarter in two clicks from the overview', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    await page.getByRole('link', { name: 'P08', exact: true }).click();
    await page.getByRole('link', { name: 'ที่มาของ (32.1369)' }).click();
    expect(await told(page)).toEqual({ value: '-32136900.00', sum: '-32136900.00' });
    const drawer = page.getByRole('dialog');
    await drawer.getByText(/ผูกพัน ของ P08 ไตรมาส 2/).waitFor();
    const entry = drawer.getByRole('row', { name: /P08-Q2-L/ });
    expect(await entry.textContent()).toContain('(32,136,900.00)');
    await entry.getByRole('link', { name: '209' }).click();
    await page.waitForURL('**/e/209**');
  });

  it('sees the same when the address is opened anew, and closes it without leaving the page', async () => {
    const page = await ledger.page('demo-auditor', addressOf('/fy/2569', P08));
    expect((await told(page)).value).toBe('-32136900.00');
    await page.keyboard.press('Escape');
    await page.locator('[data-explained]').waitFor({ state: 'detached' });
    expect(page.url()).not.toContain('explain');
  });

  it('goes on to the figures that a figure is made of', async () => {
    const cell = { ...P08, measure: 'spent-variance', cumulative: true };
    const page = await ledger.page('demo-auditor', addressOf('/fy/2569/p/P08', cell));
    const variance = await told(page);
    const drawer = page.getByRole('dialog');
    await drawer.getByText('รวมใช้ไป − แผน').waitFor();
    await drawer.getByRole('listitem').filter({ hasText: 'แผน' }).getByRole('link').click();
    await drawer.getByText(/^แผน ของ P08/).waitFor();
    const plan = await told(page);
    expect(plan.value).not.toBe(variance.value);
    expect(plan.sum).toBe(plan.value);
  });

  it('finds the earlier value and the report that said so, and the page as known then', async () => {
    const cell = { fiscalYear: 2569, project: 'P01', quarter: 'Q1', measure: 'disbursed' };
    const page = await ledger.page('demo-auditor', addressOf('/fy/2569/p/P01', cell));
    const earlier = page.getByRole('dialog').getByRole('row', { name: /Q1-2569$/ });
    expect(await earlier.textContent()).toContain('633,400.00');
    await earlier.getByRole('link').click();
    await page.waitForURL(/known=/);
    await page.getByText(/ต่างจากปัจจุบัน 1,100,000\.00 บาท/).waitFor();
    expect((await told(page)).value).toBe('633400.00');
  });

  it('is told what would count where there is no entry', async () => {
    const page = await ledger.page(
      'demo-auditor',
      addressOf('/fy/2569', { ...P08, quarter: 'Q4' }, '&lang=en'),
    );
    await page.getByText(/No entries\. What would count: commitments/).waitFor();
  });

  it('is told when the address names no figure', async () => {
    const page = await ledger.page('demo-auditor', addressOf('/fy/2569', { ...P08, measure: 'nonsense' }));
    await page.getByRole('dialog').getByRole('alert').waitFor();
  });
});
