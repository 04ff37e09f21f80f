import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, emptyLedger, sampleLedger } from './browser.fixture.ts';

const PASSWORD = 'ฝนตกที่บางกะปิ เมื่อวาน';

let ledger: BrowsedLedger;
beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

const passwordOf = (name: string): string => ledger.users.find((user) => user.name === name)?.password ?? '';

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('ชื่อผู้ใช้').fill(name);
  await page.getByRole('textbox', { name: 'รหัสผ่าน' }).fill(password);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
}

describe('signing in', () => {
  it('leads back to the page that was asked for, with its view', async () => {
    const page = await ledger.page(undefined, '/glossary?unit=baht');
    await page.waitForURL(/\/sign-in\?/);
    await signIn(page, 'demo-auditor', passwordOf('demo-auditor'));
    await page.waitForURL((url) => url.pathname === '/glossary' && url.searchParams.get('unit') === 'baht');
    await page.getByRole('navigation').first().waitFor();
  });

  it('shows the pages as their reader chose them, unless the address says otherwise', async () => {
    const page = await ledger.page('demo-reader', '/me');
    await page.getByLabel('หน่วยของจำนวนเงิน').selectOption('baht');
    await page.getByText('✓ บันทึกแล้ว').waitFor();
    expect(new URL(page.url()).searchParams.get('unit')).toBe('baht');
    const again = await ledger.page(undefined, '/sign-in?next=%2Fglossary');
    await signIn(again, 'demo-reader', passwordOf('demo-reader'));
    await again.waitForURL((url) => url.pathname === '/glossary' && url.searchParams.get('unit') === 'baht');
    const said = await ledger.page(undefined, '/sign-in?next=%2Fglossary%3Funit%3Dmillion');
    await signIn(said, 'demo-reader', passwordOf('demo-reader'));
    await said.waitForURL((url) => url.pathname === '/glossary');
    expect(new URL(said.url()).searchParams.get('unit')).not.toBe('baht');
  }, 60_000);

  it('never leads to another site', async () => {
    const page = await ledger.page(undefined, '/sign-in?next=https%3A%2F%2Felsewhere.example%2F');
    await signIn(page, 'demo-auditor', passwordOf('demo-auditor'));
    await page.waitForURL('**/fy/2569');
    expect(page.url()).toContain(ledger.url);
  });

  it('with a wrong password says so on top, keeps what was typed, and leads to the field', async () => {
    const page = await ledger.page(undefined, '/sign-in');
    await signIn(page, 'demo-auditor', 'not the password');
    const summary = page.getByRole('alert').filter({ hasText: 'มีบางอย่างไม่ถูกต้อง' });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await page.title()).toMatch(/^ผิดพลาด: /);
    expect(await page.getByLabel('ชื่อผู้ใช้').inputValue()).toBe('demo-auditor');
    await summary.getByRole('link').click();
    expect(await page.getByLabel('ชื่อผู้ใช้').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('without a name names the fields that are empty, before anything is sent', async () => {
    const page = await ledger.page(undefined, '/sign-in?lang=en');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const lines = await page.getByRole('alert').getByRole('link').allTextContents();
    expect(lines).toEqual(['Enter Name', 'Enter Password']);
    expect(sent).toEqual([]);
  });
});

describe('signing out', () => {
  it('leaves the page, and every page then asks to sign in', async () => {
    const page = await ledger.page('demo-maker', '/me');
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await page.waitForURL(/\/sign-in/);
    await page.goto('/glossary');
    await page.waitForURL(/\/sign-in\?/);
  });
});

describe('a new ledger', () => {
  let fresh: BrowsedLedger;
  beforeAll(async () => {
    fresh = await emptyLedger();
  }, 60_000);
  afterAll(() => fresh.close());

  it('is set up in pages alone, from the first administrator to the first sign-in of a maker', async () => {
    const { code } = await fresh.ledger.embedded.identities.setUp.issue();
    const page = await fresh.page(undefined, '/sign-in');
    await page.getByRole('link', { name: 'ตั้งค่าครั้งแรก' }).click();
    await page.getByLabel('รหัสใช้ครั้งเดียว').fill(code);
    await page.getByLabel('ชื่อผู้ใช้').fill('admin');
    await page.getByRole('textbox', { name: 'รหัสผ่าน' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'ตั้งเป็นผู้ดูแลระบบคนแรก' }).click();
    await page.waitForURL('**/admin/people');

    await page.getByRole('button', { name: 'เปิดบัญชีใหม่' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ชื่อผู้ใช้').fill('malee');
    await form.getByLabel('บทบาท').selectOption('maker');
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByRole('button', { name: 'เปิดบัญชี malee' }).click();
    const invitation = await form.getByTestId('one-time-code').textContent();

    const hers = await fresh.page(undefined, `/invitation#${invitation ?? ''}`);
    await hers.getByRole('textbox', { name: 'รหัสผ่านใหม่' }).fill(PASSWORD);
    await hers.getByRole('button', { name: 'ตั้งรหัสผ่านและเข้าสู่ระบบ' }).click();
    await hers.waitForURL((url) => !url.pathname.startsWith('/invitation'));
    await hers.getByRole('link', { name: /บัญชีของฉัน/ }).waitFor();
  }, 60_000);
});

describe('a second factor', () => {
  it('is set up on the own page, and asked for at the next sign-in', async () => {
    const page = await ledger.page('demo-checker', '/me');
    await page.getByRole('button', { name: 'ตั้งค่ารหัสยืนยัน' }).click();
    await page.getByRole('img', { name: /QR/ }).waitFor();
    const secret = (await page.getByTestId('factor-secret').textContent()) ?? '';
    const shown = (at: number) =>
      new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at });
    await page.getByLabel('รหัสหกหลัก').fill(shown(Date.now()));
    await page.getByRole('button', { name: 'ยืนยันและเปิดใช้' }).click();
    await page.getByText('เปิดใช้รหัสยืนยันแล้ว').waitFor();

    const again = await ledger.page(undefined, '/sign-in?next=%2Fme');
    await signIn(again, 'demo-checker', passwordOf('demo-checker'));
    const code = again.getByLabel('รหัสหกหลักจากแอปยืนยันตัวตน');
    await code.waitFor();
    expect(await code.evaluate((input) => input === document.activeElement)).toBe(true);
    // Each code counts once: the next one, which a clock a little ahead shows, counts too.
    await code.fill(shown(Date.now() + 30_000));
    await again.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
    await again.waitForURL('**/me');
  }, 60_000);
});
