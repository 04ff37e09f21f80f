import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
  await ledger.ask('demo-owner', 'periods/2569/soft-closings', {
    body: { period: 'Q1', effectiveOn: '2026-04-02' },
  });
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** A page that every reader has, whatever else is on it. */
const PAGE = '/fy/2569/kpi';
const known = (page: Page) => page.getByLabel('ตามที่ทราบ ณ');
const band = (page: Page) => page.locator('[data-past]');
const search = (page: Page) => new URL(page.url()).searchParams;

async function chooseKnown(page: Page, label: string | RegExp): Promise<void> {
  const option = known(page).locator('option').filter({ hasText: label });
  await option.waitFor({ state: 'attached' });
  await known(page).selectOption((await option.getAttribute('value')) ?? '');
}

describe('the clock of what is known', () => {
  it('names the moments that people know: now, reports, closings, a time, a position', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    await known(page).locator('option', { hasText: 'รายงานไตรมาส 1' }).waitFor({ state: 'attached' });
    const names = (await known(page).locator('option').allInnerTexts()).map((text) => text.trim());
    expect(names).toEqual([
      'ปัจจุบัน',
      expect.stringMatching(/^ปิดงวดชั่วคราว ไตรมาส 1 \(\d/),
      'รายงานไตรมาส 2 (31 มี.ค. 2569)',
      'รายงานไตรมาส 1 (30 ธ.ค. 2568)',
      'ระบุวันเวลา…',
      'ลำดับที่…',
    ]);
  });

  it('makes the page one of the past: a band, a word in the title, a watermark in print, all of it in the address', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    expect(await band(page).count()).toBe(0);
    await chooseKnown(page, 'รายงานไตรมาส 1');
    await band(page).waitFor();
    await band(page)
      .getByText(/ลำดับ \d+ · บันทึก 30 ธ\.ค\. 2568/)
      .waitFor();
    expect(await page.title()).toMatch(/^ย้อนหลัง: /);
    const mark = page.getByText('ตามที่ทราบ ณ รายงานไตรมาส 1').last();
    expect(await mark.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await mark.isVisible()).toBe(true);
    const again = await ledger.page('demo-auditor', page.url().slice(ledger.url.length));
    await band(again).waitFor();
    expect(await known(again).inputValue()).toBe(await known(page).inputValue());
  });

  it('stays while one goes from page to page, and goes back to now by one click', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    await chooseKnown(page, 'รายงานไตรมาส 1');
    await band(page).waitFor();
    await page.getByRole('link', { name: 'รออนุมัติ' }).click();
    await page.waitForURL(/\/inbox\?/);
    await band(page).waitFor();
    await page.getByRole('button', { name: 'กลับสู่ปัจจุบัน' }).click();
    await band(page).waitFor({ state: 'detached' });
    expect(search(page).get('known')).toBeNull();
  });

  it('takes the code of a report or a date from the address, and keeps the position that it means', async () => {
    const page = await ledger.page('demo-auditor', `${PAGE}?known=Q1-2569`);
    await page.waitForURL(
      (url) => /\d/.test(url.searchParams.get('known') ?? '') && !url.search.includes('Q1'),
    );
    const { json } = await ledger.ask('demo-auditor', 'moments/resolve?knownAt=Q1-2569');
    const { position } = json['knownAt'] as { position: string };
    expect(await known(page).inputValue()).toBe(position);
  });

  it('shows of a day before the first entry that nothing was known, not an error', async () => {
    for (const at of ['/fy/2569', '/fy/2569/kpi', '/journal']) {
      const page = await ledger.page('demo-auditor', `${at}?known=2020-01-01`);
      await settled(page);
      await page.locator('[data-past]').getByText('ก่อนรายการแรก').waitFor();
      expect([at, await page.getByRole('alert').allInnerTexts()]).toEqual([at, []]);
    }
    const page = await ledger.page('demo-auditor', '/fy/2569?known=2199-01-01');
    await page.locator('[data-past]').getByText('ณ 2199-01-01').waitFor();
  });

  it('takes a typed time as on paper, and says what it means before it is shown', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    await known(page).selectOption({ label: 'ระบุวันเวลา…' });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'ดูข้อมูล' }).click();
    await dialog.getByText('กรอกวันที่ เช่น 30 ธ.ค. 2568').waitFor();
    await dialog.getByLabel('วัน', { exact: true }).fill('๓๐');
    await dialog.getByLabel('เดือน').fill('ธ.ค.');
    await dialog.getByLabel('ปี').fill('68');
    await dialog.getByText('30 ธ.ค. 2568 (2025-12-30)').waitFor();
    await dialog.getByText(/หมายถึง ลำดับ \d+ · บันทึก 30 ธ\.ค\. 2568/).waitFor();
    await dialog.getByRole('button', { name: 'ดูข้อมูล' }).click();
    await band(page).waitFor();
    const { json } = await ledger.ask('demo-auditor', 'moments/resolve?knownAt=2025-12-30');
    expect(await known(page).inputValue()).toBe((json['knownAt'] as { position: string }).position);
  });

  it('takes a position, and refuses one that is not in the log', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    await known(page).selectOption({ label: 'ลำดับที่…' });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('ลำดับที่').fill('999,999');
    await dialog.getByText('known-at-unknown').waitFor();
    await dialog.getByLabel('ลำดับที่').fill('190');
    await dialog.getByText(/หมายถึง ลำดับ 190/).waitFor();
    await dialog.getByRole('button', { name: 'ดูข้อมูล' }).click();
    await band(page).waitFor();
    expect(await known(page).inputValue()).toBe('190');
  });
});

describe('the clock of what takes effect', () => {
  it('counts up to the end of a quarter, of a month or a typed date, and says so', async () => {
    const page = await ledger.page('demo-auditor', PAGE);
    const effective = page.getByLabel('มีผลถึง');
    await effective.selectOption({ label: 'สิ้นไตรมาส 1 (31 ธ.ค. 2568)' });
    await page.getByRole('status').getByText('เฉพาะที่มีผลถึง 31 ธ.ค. 2568').waitFor();
    expect(search(page).get('to')).toBe('2025-12-31');
    expect(await band(page).count()).toBe(0);
    await effective.selectOption({ label: 'สิ้น พ.ย. 2568' });
    await page.waitForURL(/to=2025-11-30/);
    await effective.selectOption({ label: 'ระบุวันที่…' });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('วัน', { exact: true }).fill('15');
    await dialog.getByLabel('เดือน').fill('มกราคม');
    await dialog.getByLabel('ปี').fill('2569');
    await dialog.getByRole('button', { name: 'ดูข้อมูล' }).click();
    await page.waitForURL(/to=2026-01-15/);
    await page.getByRole('button', { name: 'ดูทุกวันที่' }).click();
    await page.waitForURL((url) => !url.searchParams.has('to'));
  });
});

describe('from any page', () => {
  it('what it shows is compared with now by one click', async () => {
    const page = await ledger.page('demo-auditor', `${PAGE}?known=190`);
    await band(page).waitFor();
    await page.getByRole('link', { name: 'เปรียบเทียบกับ…' }).click();
    await page.waitForURL(/\/compare\?/);
    expect(await page.getByLabel('เดิม: ตามที่ทราบ ณ').inputValue()).toBe('190');
    expect(await page.getByLabel('ใหม่: ตามที่ทราบ ณ').inputValue()).toBe('');
    expect(search(page).get('known')).toBeNull();
  });
});
