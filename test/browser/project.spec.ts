import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { explainedSums, figuresOf } from './explained.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('the page of a project', () => {
  it('calls its lines what a Thai budget calls them', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/p/P01');
    await page.getByRole('rowheader', { name: 'งบประมาณรายจ่ายประจำปี' }).first().waitFor();
    await page.getByRole('cell', { name: 'ไม่จำแนกประเภท' }).first().waitFor();
    expect(await page.getByText('annual-appropriation').count()).toBe(0);
  });

  it('shows only amounts whose events come to the same, now and as known before', async () => {
    for (const [project, clocks] of [
      ['P08', ''],
      ['P01', '&knownAt=190'],
    ] as const) {
      const query = clocks.replace('&knownAt', '?known');
      const page = await ledger.page('demo-auditor', `/fy/2569/p/${project}${query}`);
      await page.getByRole('region', { name: /รายการล่าสุด/ }).waitFor();
      await page.getByRole('region', { name: /คงเหลือตามรายการงบ/ }).waitFor();
      const figures = await figuresOf(page);
      expect(figures.length).toBeGreaterThan(20);
      const sums = await explainedSums(ledger, figures, clocks);
      expect(sums.filter(({ shown, explained }) => shown !== explained)).toEqual([]);
    }
  });

  it('prints the quarters as the published report, with what an earlier report said in the corner', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569/p/P01');
    const first = page.getByRole('row').filter({ hasText: /ไตรมาส 120\.2320/ });
    await first.filter({ hasText: '1.7334 (เดิม 0.6334)' }).waitFor();
    expect(await first.textContent()).toContain('13.3000 (เดิม 14.4000)');
    expect(
      await page
        .getByRole('row')
        .filter({ hasText: /ไตรมาส 30\.8325/ })
        .textContent(),
    ).toContain('--');
  });

  it('leads to open commitments with their age, and to KPIs beside the money', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569/p/P08');
    const open = page.getByRole('region', { name: /ผูกพันคงค้าง/ }).getByRole('row', { name: /P08-Q1/ });
    expect(await open.textContent()).toContain('45.5431');
    const kpi = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'P08-K1' }) });
    expect(await kpi.innerText()).toContain('1,500 / 3,961');
    await open.getByRole('link', { name: 'P08-Q1' }).click();
    await page.waitForURL('**/doc/2569/P08/P08-Q1');
  });

  it('begins a posting with the project filled in; not from the past', async () => {
    const page = await ledger.page('demo-maker', '/fy/2569/p/P08');
    await page.getByRole('link', { name: 'ทำรายการ', exact: true }).last().click();
    await page.waitForURL(/\/post\?.*project=P08/);
    await page.goto('/fy/2569/p/P08?known=190');
    await page.getByText('ทำรายการไม่ได้ในหน้าย้อนหลัง').waitFor();
  });

  it('without a plan says so and leads to the form for it', async () => {
    const opened = await ledger.ask('demo-maker', 'budget-accounts', {
      key: 'open-p90',
      body: { fiscalYear: 2569, project: 'P90', name: 'โครงการใหม่', effectiveOn: '2025-10-01' },
    });
    expect(opened.status).toBe(201);
    const page = await ledger.page('demo-maker', '/fy/2569/p/P90');
    await page.getByRole('link', { name: 'ใส่แผน' }).click();
    await page.waitForURL(/\/post\/planSet\?.*project=P90/);
  });

  it('of a project that is not there says what there is', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569/p/P99');
    expect(await page.getByRole('alert').textContent()).toContain('project-unknown');
  });
});
