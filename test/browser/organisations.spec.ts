import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser } from './browser.fixture.ts';
import { ministryLedger, OF_CE, pageOfOneUnit, UNIT } from './organisations.fixture.ts';
import { PAGES, saying } from './pages.ts';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await ministryLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** What was asked and not answered, from now on. */
function refusedOn(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  return refused;
}

const picker = (page: Page) => page.getByRole('banner').getByLabel('หน่วยงาน');

describe('a ledger of several organisations', () => {
  it('shows somebody of one unit the figures of that unit, whatever address was typed', async () => {
    const page = await pageOfOneUnit(ledger, 'reader', UNIT);
    const refused = refusedOn(page);
    for (const at of ['/', '/fy/2569', '/fy/2569/p/P01', '/data']) {
      await page.goto(at);
      await page.waitForURL(/org=unit/);
      await settled(page);
    }
    await page.goto('/');
    await page.waitForURL('/fy/2569?org=unit');
    await settled(page);
    expect(await page.getByRole('main').innerText()).toContain('งานย่อย');
    expect(await picker(page).count()).toBe(0);
    expect(refused).toEqual([]);
  });

  it('asks about one from the first request on, and leads to the year of that one', async () => {
    const page = await ledger.page('demo-auditor', 'about:blank');
    const refused = refusedOn(page);
    await page.goto('/');
    await page.waitForURL('/fy/2569?org=etda');
    await settled(page);
    expect(refused).toEqual([]);
  });

  it('leads from the page of a project to the overview of the organisation that is chosen, in its own year', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2568/p/P03?org=etda&known=190&lang=en');
    await page.getByRole('banner').getByLabel('Organisation').selectOption(UNIT);
    await page.waitForURL((url) => url.pathname === '/fy/2569' && url.searchParams.get('org') === UNIT);
    expect(new URL(page.url()).searchParams.get('known')).toBe('190');
    await page.goto('/journal?org=etda&project=P03');
    await page.getByRole('banner').getByLabel('หน่วยงาน').selectOption(UNIT);
    await page.waitForURL('/journal?org=unit');
  });

  it('answers on every page what it asks about one of them', async () => {
    for (const { name, at, as } of PAGES.filter(({ as, name }) => as !== undefined && name !== 'report')) {
      const page = await ledger.pageOf(as);
      const refused = refusedOn(page);
      await page.goto(saying(at, { org: 'etda' }));
      await settled(page);
      expect([name, ...refused]).toEqual([name]);
      page.removeAllListeners('response');
    }
  }, 120_000);

  it('registers one more under the code that is typed, from the page of all', async () => {
    const page = await ledger.page('demo-maker', '/admin/organisation');
    await page.getByRole('link', { name: 'ขึ้นทะเบียนหน่วยงาน' }).click();
    await page.waitForURL(/\/post\/organisationRegister\?.*draft=/);
    const code = page.getByLabel('รหัสหน่วยงาน');
    await code.fill('etda');
    await page.locator('#field-name').fill('หน่วยใหม่');
    await page.locator('#field-startMonth').fill('๑๐');
    for (const [part, typed] of Object.entries({ '': '1', '-month': '10', '-year': '2568' }))
      await page.locator(`#field-effectiveOn${part}`).fill(typed);
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.locator('#send').click();
    await page.getByRole('alert').getByText('ขึ้นทะเบียนหน่วยงานนี้แล้ว').click();
    await code.fill('new-unit');
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    await picker(page).selectOption('new-unit');
    await page.waitForURL(/org=new-unit/);
    await page.goto('/admin/organisation');
    await page.getByRole('heading', { name: 'หน่วยใหม่' }).waitFor();
  });

  it('shows an organisation that there is not as it was typed, and what there is to choose', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569?org=untt');
    await page.getByText('organisation-unknown').first().waitFor();
    expect(await picker(page).inputValue()).toBe('untt');
    await picker(page).selectOption('etda');
    await page.waitForURL('/fy/2569?org=etda');
  });
});

describe('a draft', () => {
  it('of a form is opened for the organisation that it was begun for, from whichever page', async () => {
    const page = await ledger.page('demo-maker', '/post/commitmentMake?fy=2569&project=P01&org=unit');
    await page.locator('#field-commitment').fill('สญ. 1/2569');
    await page.locator('#field-amount').fill('1000');
    await page.goto('/drafts?org=etda');
    await page.getByRole('link', { name: /สญ. 1\/2569 · 1000 · unit/ }).click();
    await page.waitForURL(/\/post\/commitmentMake\?.*org=unit/);
    expect(await page.locator('#field-amount').inputValue()).toBe('1000');
    const { searchParams } = new URL(page.url());
    await page.goto(`/post/commitmentMake?org=etda&draft=${searchParams.get('draft') ?? ''}`);
    await page.waitForURL(/org=unit/);
    await page.locator('#field-commitment').waitFor();
  });

  it('of a sheet, too', async () => {
    const page = await ledger.page('demo-maker', '/import?org=unit');
    await page.getByLabel('หรือวางข้อมูลในช่องนี้').fill('โครงการ\tจำนวนเงิน\nP01\t1000');
    await page.getByRole('button', { name: 'ใช้ข้อมูลที่วาง' }).click();
    await page.waitForURL(/\/import\/.*org=unit/);
    const { pathname } = new URL(page.url());
    await settled(page);
    await page.goto(`${pathname}?org=etda`);
    await page.waitForURL(`${pathname}?org=unit`);
    await page.getByRole('grid').waitFor();
  });

  it('of a report is found from the list of all drafts', async () => {
    const page = await ledger.page('demo-owner', '/reports/new?fy=2569&org=etda');
    await page.waitForURL(/draft=report-/);
    await page.getByLabel('ชื่อรายงาน').first().fill('รายงานทดลอง');
    await page.goto('/drafts?org=unit');
    await page.getByRole('link', { name: /etda/ }).click();
    await page.waitForURL(/\/reports\/new\?.*org=etda/);
    await page.getByLabel('ชื่อรายงาน').first().waitFor();
    expect(await page.getByLabel('ชื่อรายงาน').first().inputValue()).toBe('รายงานทดลอง');
  });
});

describe('an organisation with a fiscal year of its own', () => {
  it.each([
    { org: UNIT, fy: 2569, year: 'ปีงบประมาณ พ.ศ.', echo: 'ไตรมาส 4 ปีงบประมาณ 2569' },
    { org: OF_CE, fy: 2026, year: 'ปีงบประมาณ ค.ศ.', echo: 'ไตรมาส 1 ปีงบประมาณ 2026' },
  ])('types dates in it: $org', async ({ org, fy, year, echo }) => {
    const page = await ledger.page('demo-maker', `/post/budgetAllocate?fy=${fy}&project=P01&org=${org}`);
    await page.getByLabel(year).waitFor();
    // 15 January: the second quarter of a year from October, and of no year of the Christian era.
    for (const [part, typed] of Object.entries({ '': '15', '-month': '1', '-year': '2569' }))
      await page.locator(`#field-effectiveOn${part}`).fill(typed);
    await page.locator('[data-echo="2026-01-15"]').waitFor();
    expect(await page.locator('[data-echo]').innerText()).toContain(echo);
    await page.locator('#field-amount').fill('1000');
    expect(await page.locator('#field-meansOutside').count()).toBe(0);
  });

  it('is called by its era on the overview and in the explanation of a figure', async () => {
    const page = await ledger.page('demo-auditor', `/fy/2026?org=${OF_CE}`);
    await page.getByRole('heading', { name: 'ภาพรวมปีงบประมาณ ค.ศ. 2026' }).waitFor();
    await page.getByRole('main').getByText('0.7000').first().click();
    await page.getByRole('dialog').getByText('ปีงบประมาณ ค.ศ. 2026').first().waitFor();
  });
});

describe('an administrator of several organisations', () => {
  it('gives a role in one of them alone', async () => {
    const page = await ledger.page('demo-administrator', '/admin/roles');
    await page.getByRole('button', { name: 'ให้บทบาท' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ผู้ใช้หรือระบบ').fill('demo-reader');
    await form.getByLabel('บทบาท').selectOption('maker');
    await form.getByLabel('เฉพาะหน่วยงาน').selectOption(UNIT);
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByText('ขอบเขต: หน่วยงาน unit').waitFor();
    await form.getByRole('button', { name: /^ให้บทบาท/ }).click();
    const row = page.getByRole('row').filter({ hasText: 'หน่วยงาน unit' });
    await row.getByRole('rowheader', { name: 'demo-reader' }).waitFor();
  });
});
