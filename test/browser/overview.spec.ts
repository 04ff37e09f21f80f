import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { explainedSums, figuresOf } from './explained.ts';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;
/** Moves the clock of the service on. */
let lateBy = 0;

beforeAll(async () => {
  const clock = () => new Date(Date.now() + lateBy).toISOString() as Instant;
  ledger = await sampleLedger({ clock });
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('the overview of a year', () => {
  it('shows only amounts whose events come to the same, to the satang', async () => {
    for (const clocks of ['', '&knownAt=190']) {
      const page = await ledger.page('demo-auditor', `/fy/2569?q=Q2${clocks.replace('knownAt', 'known')}`);
      await page.getByRole('row', { name: /P09/ }).first().waitFor();
      await page.getByText('ตาราง', { exact: true }).click();
      await page.getByRole('row', { name: /ต\.ค\./ }).waitFor();
      const figures = await figuresOf(page);
      expect(figures.length).toBeGreaterThan(60);
      const sums = await explainedSums(ledger, figures, clocks);
      expect(sums.filter(({ shown, explained }) => shown !== explained)).toEqual([]);
    }
  });

  it('is about another quarter when that is chosen; the address says which', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569?q=Q3');
    const total = page.locator('dl [data-figure*="disbursed\\""]').first();
    await page.getByText('แผนถึงไตรมาส 3').first().waitFor();
    expect(await total.textContent()).toBe('169.9125');
    await page.getByRole('link', { name: 'ไตรมาส 1', exact: true }).click();
    await page.getByText('แผนถึงไตรมาส 1').first().waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('Q1');
    // As known now, with what was corrected since the first report.
    expect(await total.getAttribute('data-baht')).not.toBe('44059600.00');
  });

  it('tells the rule and the evidence of a status', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    await page.getByRole('row', { name: /P08/ }).first().getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/รายงาน Q2-2569/).waitFor();
    await dialog.getByRole('link', { name: /หลักฐาน/ }).click();
    await page.waitForURL(/\/e\/\d+/);
  });

  it('marks what an earlier report said, and lists it with what changed it', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    const row = page.getByRole('row', { name: /P01 ไตรมาส 1 เบิกจ่าย/ });
    expect(await row.textContent()).toMatch(/0\.6334.*1\.7334.*Q1-2569/);
  });

  it('of the past says nothing of what waits, and ends where knowledge ends', async () => {
    const page = await ledger.page('demo-maker', '/fy/2569?known=190');
    await page.getByText('ข้อมูลถึง 30 ธ.ค. 2568').waitFor();
    expect(await page.getByText('รอคุณ').count()).toBe(0);
    await page.getByText('ตาราง', { exact: true }).click();
    const january = page.getByRole('row', { name: /ม\.ค\. 2569/ });
    expect(await january.textContent()).toMatch(/……/);
  });

  it('says what changed since the last visit', async () => {
    const first = await ledger.page('demo-owner', '/fy/2569?q=Q2');
    await first.getByText('นี่คือการเข้าดูครั้งแรกของคุณ').waitFor();
    await first.waitForLoadState('networkidle');
    lateBy = 45 * 60_000;
    const paid = await ledger.ask('demo-maker', 'budget-accounts/2569/P02/disbursements', {
      key: 'late-1',
      body: {
        ...{ disbursement: 'LATE-1', amount: '10.00', effectiveOn: '2026-03-30' },
        line: { fundSource: 'annual-appropriation', category: 'unclassified' },
      },
    });
    expect(paid.status).toBe(201);
    const again = await ledger.page('demo-owner', '/fy/2569?q=Q2');
    await again.getByText(/^3 ช่องเปลี่ยนตั้งแต่ /).waitFor();
  });

  it('shows its figures where the visit cannot be kept', async () => {
    const page = await ledger.page('demo-auditor', 'about:blank');
    const tried = page.waitForRequest((request) => request.method() === 'PUT');
    await page.route('**/api/v1/desk/visit*', (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionreset') : route.continue(),
    );
    await page.goto('/fy/2569');
    await tried;
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('of an empty year shows three steps to begin', async () => {
    const page = await ledger.page('demo-maker', '/fy/2575');
    await page.getByRole('link', { name: 'นำเข้าข้อมูลจากตารางที่มีอยู่' }).waitFor();
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(3);
  });
});
