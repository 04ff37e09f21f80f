import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('whoever opens the ledger in a browser', () => {
  it('is led to the sign-in, and from there back to the page', async () => {
    const page = await ledger.page(undefined, '/journal?lang=en');
    await page.waitForURL(/\/sign-in\?/);
    expect(new URL(page.url()).searchParams.get('next')).toBe('/journal?lang=en');
  });

  it('comes to the overview of the year that has figures', async () => {
    const page = await ledger.page('demo-auditor');
    await page.waitForURL('**/fy/2569');
    expect(await page.locator('html').getAttribute('lang')).toBe('th');
  });

  it.each([
    ['demo-administrator', '/admin/people'],
    ['demo-operator', '/admin/health'],
  ])('comes to what is looked after, when figures may not be seen: %s to %s', async (name, at) => {
    const page = await ledger.page(name);
    await page.waitForURL(`**${at}`);
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it.each([
    ['demo-reader', '/fy/2569'],
    ['demo-reader', '/fy/2569/p/P08'],
    ['demo-operator', '/admin/health'],
  ])('is asked for nothing that may not be seen: %s on %s', async (name, at) => {
    const page = await ledger.page(name, 'about:blank');
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 403) refused.push(response.url());
    });
    await page.goto(at);
    await settled(page);
    expect(refused).toEqual([]);
  });

  it.each([
    ['demo-auditor', '/fy/2569/p/P08'],
    ['demo-auditor', '/doc/2569/P08/P08-Q1'],
    ['demo-auditor', '/fy/2569/kpi'],
    ['demo-auditor', '/r/209'],
  ])('is led to no form that may not be sent: %s on %s', async (name, at) => {
    const page = await ledger.page(name, at);
    await settled(page);
    expect(await page.locator('main a[href*="/post"]').count()).toBe(0);
  });

  it.each(['demo-auditor', 'demo-maker', 'demo-reader', 'demo-operator', 'demo-administrator'])(
    'is led to settings that may be seen: %s',
    async (name) => {
      const page = await ledger.page(name, '/glossary');
      await page.getByRole('link', { name: 'ตั้งค่า' }).click();
      await page.waitForURL('**/admin/*');
      await settled(page);
      expect(await page.getByRole('alert').count()).toBe(0);
      const settings = page.getByRole('link', { name: 'ตั้งค่า' });
      expect(await settings.getAttribute('aria-current')).not.toBeNull();
      await page.goto('/admin/organisation');
      await settled(page);
      expect(await settings.getAttribute('aria-current')).not.toBeNull();
    },
  );

  it('is led to the projects from every page, and sees there which one is open', async () => {
    const page = await ledger.page('demo-auditor', '/journal');
    const projects = page.getByRole('navigation').getByRole('link', { name: 'โครงการ' });
    await projects.click();
    await page.locator('#projects:focus').waitFor();
    expect(await projects.getAttribute('aria-current')).not.toBeNull();
    const overview = page.getByRole('navigation').getByRole('link', { name: 'ภาพรวม' });
    expect(await overview.getAttribute('aria-current')).toBeNull();
    const box = await page.getByRole('table', { name: /^โครงการ/ }).boundingBox();
    expect(box?.y).toBeLessThan(300);
    await page.locator('#projects').getByRole('link', { name: 'P08' }).click();
    await page.waitForURL('**/fy/2569/p/P08*');
    expect(await projects.getAttribute('aria-current')).not.toBeNull();
  });

  it('can try again once the network is back where a page did not arrive', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    await settled(page);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'สมุดรายการ' }).click();
    await page.getByText('ระบบไม่ตอบ ตรวจสอบเครือข่ายแล้วลองใหม่').waitFor();
    // Still without a network, nothing of what is shown is lost.
    await page.getByRole('button', { name: 'ลองใหม่' }).click();
    await page.context().setOffline(false);
    expect(await page.getByRole('heading', { name: 'เปิดหน้านี้ไม่สำเร็จ' }).count()).toBe(1);
    await page.getByRole('button', { name: 'ลองใหม่' }).click();
    await page.getByRole('heading', { name: 'สมุดรายการ' }).waitFor();
    await page.getByRole('table').first().waitFor();
  });

  it('loads nothing from elsewhere, and breaks no policy', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    const told: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') told.push(message.text());
    });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(ledger.url)) elsewhere.push(request.url());
    });
    await page.reload();
    await page.getByRole('navigation').waitFor();
    expect({ told, elsewhere }).toEqual({ told: [], elsewhere: [] });
  });
});

describe('a session', () => {
  /** In the dialog over a page whose session has ended. */
  async function signInAgain(page: Page, name: string): Promise<void> {
    const again = page.getByRole('dialog', { name: 'เข้าสู่ระบบ' });
    await again.getByRole('textbox', { name: 'ชื่อผู้ใช้' }).fill(name);
    await again.getByRole('textbox', { name: 'รหัสผ่าน' }).fill(ledger.passwordOf(name));
    await again.getByRole('button', { name: 'เข้าสู่ระบบ' }).click();
    await again.waitFor({ state: 'detached' });
  }

  /** Not while answers are on their way: one of them would bring its cookie again. */
  async function endSession(page: Page): Promise<void> {
    await settled(page);
    await page.context().clearCookies();
  }

  it('that ends leaves the page as it is: after signing in again nothing is lost', async () => {
    const page = await ledger.page('demo-administrator', '/admin/people');
    await page.getByRole('button', { name: 'เปิดบัญชีใหม่' }).click();
    const form = page.getByRole('dialog', { name: 'เปิดบัญชีใหม่' });
    await form.getByLabel('ชื่อผู้ใช้').fill('malee');
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await endSession(page);
    await form.getByRole('button', { name: 'เปิดบัญชี malee' }).click();
    await signInAgain(page, 'demo-administrator');
    expect(await form.getByLabel('ชื่อผู้ใช้').inputValue()).toBe('malee');
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByRole('button', { name: 'เปิดบัญชี malee' }).click();
    await form.getByText('เปิดบัญชี malee แล้ว').waitFor();
  }, 60_000);

  it('that ends while a form is typed takes nothing of it away', async () => {
    const page = await ledger.page('demo-maker', '/post/requestMake?fy=2569&project=P03');
    const number = page.getByRole('textbox', { name: /^เลขที่/ }).first();
    await number.waitFor();
    await endSession(page);
    await number.fill('PR-KEPT');
    await signInAgain(page, 'demo-maker');
    expect(await number.inputValue()).toBe('PR-KEPT');
    // And it is kept again from then on.
    await number.fill('PR-KEPT-2');
    await page.getByText('เก็บแบบร่างแล้ว').waitFor();
    await page.reload();
    await number.waitFor();
    expect(await number.inputValue()).toBe('PR-KEPT-2');
  }, 60_000);

  it('that another goes on with shows and keeps nothing of what was typed before', async () => {
    const page = await ledger.page('demo-maker', '/post/requestMake?fy=2569&project=P03');
    const number = page.getByRole('textbox', { name: /^เลขที่/ }).first();
    await number.waitFor();
    await endSession(page);
    await number.fill('PR-OF-ANOTHER');
    await signInAgain(page, 'demo-owner');
    await settled(page);
    expect(await page.content()).not.toContain('PR-OF-ANOTHER');
    const { json } = await ledger.ask('demo-owner', 'desk/drafts');
    expect(JSON.stringify(json)).not.toContain('PR-OF-ANOTHER');
  }, 60_000);

  it('that ends while a page is asked for again leaves in sight what was there', async () => {
    const page = await ledger.page('demo-auditor', '/glossary');
    await page.clock.install();
    await page.getByRole('link', { name: 'ภาพรวม' }).click();
    const rows = page.locator('#main tbody tr');
    await rows.first().waitFor();
    await endSession(page);
    // Whoever comes back to the window later has its answers asked for again.
    await page.clock.fastForward(60_000);
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('dialog', { name: 'เข้าสู่ระบบ' }).waitFor();
    expect(await rows.count()).toBeGreaterThan(1);
    expect(await page.locator('#main [role="alert"]').count()).toBe(0);
  }, 60_000);

  it('that ends while a report is about to be published keeps what was typed for it, for its person alone', async () => {
    const page = await ledger.page('demo-owner', '/reports/new?report=Q2-2569');
    const number = page.getByLabel('พิมพ์เลขที่รายงานเพื่อยืนยัน');
    await number.fill('Q2-2569');
    await endSession(page);
    await page.getByLabel('บทสรุป').fill('บทสรุปของเจ้าของงบ');
    await signInAgain(page, 'demo-owner');
    await page.locator('.board-report').getByText('บทสรุปของเจ้าของงบ').first().waitFor();
    expect(await number.inputValue()).toBe('Q2-2569');
    await endSession(page);
    await page.getByLabel('บทสรุป').fill('ไม่ใช่ของผู้อื่น');
    await signInAgain(page, 'demo-maker');
    await settled(page);
    const { json } = await ledger.ask('demo-maker', 'desk/drafts');
    expect(JSON.stringify(json)).not.toContain('ไม่ใช่ของผู้อื่น');
  }, 60_000);

  it('that its person ends is over: the page is left', async () => {
    const page = await ledger.page('demo-maker', '/me');
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await page.waitForURL(/\/sign-in/);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.goto('/glossary');
    await page.waitForURL(/\/sign-in\?/);
  });
});
