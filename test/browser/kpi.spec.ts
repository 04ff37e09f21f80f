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

const table = (page: Page) => page.getByRole('table', { name: /แผนและผลรายไตรมาส/ });
const rowOf = (page: Page, kpi: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${kpi} `) }) });

describe('the KPIs of a year', () => {
  it('stand with plan and result of each quarter together, target and status in words', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi');
    await table(page).waitFor();
    const text = (await rowOf(page, 'P01-K1').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('● สำเร็จตามรายงาน > 1,463 บริการ 1,805 123.38 % ของเป้าหมาย');
    expect(text).toContain('แผน 1,355 ผล 1,805');
    expect(await page.getByText(/^ตัวชี้วัด 34 ตัว/).isVisible()).toBe(true);
  });

  it('show what came about without a plan, and what is not reported with the day on which it is due', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi');
    await table(page).waitFor();
    expect(await table(page).getByText('ไม่มีแผนแต่มีผล').count()).toBeGreaterThan(0);
    await rowOf(page, 'P08-K2').getByText('ยังไม่รายงาน · ครบกำหนด 30 มิ.ย. 2569').waitFor();
  });

  it('are narrowed down by project and status, which the address keeps', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi');
    await page.getByLabel('โครงการ').selectOption('P01');
    await page.waitForURL(/project=P01/);
    expect(await table(page).locator('tbody').count()).toBe(1);
    await page.getByLabel('สถานะ').selectOption('behind');
    await page.getByText('ไม่มีตัวชี้วัดตามที่เลือก').waitFor();
    await page.getByRole('button', { name: 'แสดงทั้งหมด' }).click();
    await rowOf(page, 'P09-K1').waitFor();
  });

  it('are as they were known then: no result of a quarter that had not begun', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi?known=Q1-2569');
    await table(page).waitFor();
    const text = (await rowOf(page, 'P01-K1').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).not.toContain('1,805');
    expect(text).toContain('ครบกำหนด 31 มี.ค. 2569');
    expect(text).not.toContain('ยังไม่รายงาน · ครบกำหนด 31 มี.ค. 2569');
  });
});

describe('one KPI', () => {
  it('tells its steps, what was done, who recorded what and since when it is known', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi/P01-K1');
    await page.getByText('ขั้นต้น (50)').waitFor();
    await page.getByText('เป็นช่วงเวลาของการเตรียมการของหน่วยงานภาครัฐ').first().waitFor();
    const results = page.getByRole('table', { name: /ผลที่บันทึก/ });
    expect(await results.locator('tbody tr').count()).toBe(2);
    const history = page.getByRole('table', { name: /ประวัติเป้าหมาย แผน และผล/ });
    const { json } = await ledger.ask('demo-auditor', 'states/kpis?fiscalYear=2569&kpi=P01-K1');
    expect(await history.locator('tbody tr').count()).toBe((json['history'] as unknown[]).length);
  });

  it('keeps the earlier plan beside the one that replaced it', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi/P08-K2');
    await page.getByText('ปรับแผน: Q2 500 · Q3 500 → Q3 500 · Q4 500').waitFor();
  });

  it('leads whoever may to the forms, with KPI, quarter and number filled in; nobody else, and never from the past', async () => {
    const page = await ledger.page('demo-maker', '/fy/2569/kpi/P08-K2');
    const record = page.getByRole('link', { name: 'บันทึกผล' });
    const address = new URL((await record.getAttribute('href')) ?? '', ledger.url);
    expect(address.pathname).toBe('/post/kpiRecordResult');
    expect(address.searchParams.get('kpi')).toBe('P08-K2');
    expect(address.searchParams.get('quarter')).toBe('Q3');
    const reader = await ledger.page('demo-reader', '/fy/2569/kpi/P08-K2');
    await reader.getByRole('table').first().waitFor();
    expect(await reader.getByRole('link', { name: 'บันทึกผล' }).count()).toBe(0);
    const past = await ledger.page('demo-maker', '/fy/2569/kpi/P08-K2?known=190');
    await past.getByText('มุมมองย้อนหลัง บันทึกไม่ได้').waitFor();
    expect(await past.getByRole('link', { name: 'บันทึกผล' }).count()).toBe(0);
  });

  it('says so when there is none of that code', async () => {
    const page = await ledger.page('demo-reader', '/fy/2569/kpi/P99-K9');
    await page.getByRole('alert').getByText('kpi-not-known').waitFor();
  });
});
