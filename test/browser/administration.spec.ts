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

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Reviews and sends the change of the dialog that is open; answers what is said when it is recorded. */
async function confirm(page: Page, act: string): Promise<string> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'ตรวจทาน' }).click();
  await dialog.getByText('สิ่งที่จะเกิดขึ้น').waitFor();
  await dialog.getByRole('button', { name: act }).click();
  await dialog.getByText('บันทึกแล้ว', { exact: true }).waitFor();
  const said = (await dialog.textContent()) ?? '';
  await dialog.getByRole('button', { name: 'ปิดหน้าต่าง' }).click();
  return said;
}

describe('whoever has no right to a page of settings', () => {
  it('is told which role it takes, and sees no empty table', async () => {
    const page = await ledger.page('demo-maker', '/admin/people');
    const panel = page.getByRole('alert');
    await panel.getByText('ต้องมีบทบาท: ผู้ดูแลระบบ').waitFor();
    expect(await panel.textContent()).toContain('บทบาทของท่าน: ผู้บันทึก');
    expect(await page.getByRole('table').count()).toBe(0);
  });
});

describe('an administrator', () => {
  it('gives a role within limits, sees it with its history, and takes it back', async () => {
    const page = await ledger.page('demo-administrator', '/admin/roles');
    await button(page, 'ให้บทบาท').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ผู้ใช้หรือระบบ').fill('demo-reader');
    await form.getByLabel('บทบาท').selectOption('maker');
    await form.getByLabel('เฉพาะโครงการ').fill('P01, P02');
    await form.getByLabel('ไม่เกินรายการละ (บาท)').fill('๕๐๐,๐๐๐');
    await form.getByLabel('ถึงวันที่').fill('30 ก.ย. 70');
    await form.getByText('30 ก.ย. 2570 (2027-09-30)').waitFor();
    expect(await confirm(page, 'ให้บทบาทผู้บันทึก แก่ demo-reader')).toContain('ในสมุดสิทธิ์');
    const row = page.getByRole('row').filter({ hasText: 'ไม่เกิน 500,000.00 บาทต่อรายการ' });
    expect(await row.textContent()).toContain('โครงการ P01, P02');
    await page.getByText('ให้ demo-reader เป็นผู้บันทึก').waitFor();
    await row.getByRole('button').click();
    await confirm(page, 'ถอนบทบาทผู้บันทึก ของ demo-reader');
    await row.waitFor({ state: 'detached' });
  }, 60_000);

  it('is told on top of the form what the ledger refuses, and keeps what was typed', async () => {
    const page = await ledger.page('demo-administrator', '/admin/roles');
    await button(page, 'ให้บทบาท').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ผู้ใช้หรือระบบ').fill('demo-auditor');
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByRole('button', { name: /^ให้บทบาท/ }).click();
    await form.getByRole('alert').getByText('บทบาทนี้อยู่ร่วมกับบทบาทเดิมไม่ได้').waitFor();
    expect(await form.getByLabel('ผู้ใช้หรือระบบ').inputValue()).toBe('demo-auditor');
  });

  it('issues a token that is shown once and reads, and revokes it', async () => {
    const page = await ledger.page('demo-administrator', '/admin/tokens');
    await button(page, 'ออกโทเคนใหม่').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ชื่อระบบ').fill('dashboards');
    const nextYear = new Date().getUTCFullYear() + 1 + 543;
    await form.getByLabel('ใช้ได้ถึงวันที่').fill(`30/6/${nextYear}`);
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByRole('button', { name: 'ออกโทเคน dashboards' }).click();
    const token = await form.getByTestId('service-token').textContent();
    const reads = await fetch(`${ledger.url}/api/v1/budget-accounts?fiscalYear=2569`, {
      headers: { authorization: `Bearer ${token ?? ''}` },
    });
    expect(reads.status).toBe(200);
    await form.getByRole('button', { name: 'ปิดหน้าต่าง' }).click();
    expect(await page.content()).not.toContain(token);
    await button(page, 'ยกเลิกโทเคน dashboards').click();
    await confirm(page, 'ยกเลิกโทเคน dashboards');
    await page.getByRole('cell', { name: 'ยกเลิกแล้ว' }).waitFor();
  }, 60_000);

  it('closes an account, whose person is out at once', async () => {
    const page = await ledger.page('demo-administrator', '/admin/people');
    await button(page, 'จัดการ demo-reader').click();
    await page.getByRole('menuitem', { name: 'ปิดบัญชี' }).click();
    expect(await confirm(page, 'ปิดบัญชี demo-reader')).toContain('ปิดบัญชี demo-reader แล้ว');
    await page.getByRole('row').filter({ hasText: 'demo-reader' }).getByText('ปิด', { exact: true }).waitFor();
  });
});

describe('a budget owner', () => {
  it('sees what a policy would have refused this year before it is set, and the earlier one in the past', async () => {
    const page = await ledger.page('demo-owner', '/admin/policy');
    await button(page, 'เสนอแก้นโยบาย').click();
    await button(page, 'เพิ่มกฎ เพดานสะสมรายงวด').click();
    await page.getByLabel('ถึง Q1 (บาท)').fill('1,000,000');
    await button(page, 'ดูผลกับปีงบประมาณ 2569').click();
    // A rule without a name is refused before anything is tried; the line leads to its field.
    const summary = page.getByRole('alert').filter({ hasText: 'มีบางอย่างไม่ถูกต้อง' });
    await summary.getByRole('link').click();
    const name = page.getByRole('group', { name: 'เพดานสะสมรายงวด' }).getByLabel('ชื่อกฎ');
    expect(await name.evaluate((input) => input === document.activeElement)).toBe(true);
    await name.fill('half-year');
    await button(page, 'ดูผลกับปีงบประมาณ 2569').click();
    await page.getByText(/ถ้าใช้นโยบายนี้ตั้งแต่ต้นปี 2569: ไม่รับ \d+ จาก \d+ รายการ/).waitFor();

    const before = String(await ledger.ledger.embedded.store.head());
    await button(page, 'ตรวจทานและตั้งนโยบาย').click();
    await page.getByRole('dialog').getByLabel(/เหตุผล/).fill('มติคณะกรรมการ');
    expect(await confirm(page, 'ตั้งนโยบาย')).toContain('เปิดใบรับรายการ');
    await page.getByText('นโยบายฉบับที่ 1').waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'half-year' }).textContent()).toContain(
      'ถึง Q1 (บาท): 1,000,000.00',
    );

    await page.goto(`/admin/policy?known=${before}`);
    await page.getByText('นโยบายตั้งต้น ยังไม่เคยกำหนด').waitFor();
    expect(await button(page, 'เสนอแก้นโยบาย').isDisabled()).toBe(true);
  }, 60_000);

  it('closes a month softly, and reopens it with a reason only', async () => {
    const page = await ledger.page('demo-owner', '/admin/periods?fy=2569');
    await button(page, 'จัดการ ต.ค. 2568').click();
    await page.getByRole('menuitem', { name: 'ปิดชั่วคราว' }).click();
    expect(await confirm(page, 'ปิดชั่วคราว ต.ค. 2568')).toContain('เปิดใบรับรายการ');
    const row = page.getByRole('row').filter({ hasText: 'ต.ค. 2568' });
    await row.getByText('ปิดชั่วคราว', { exact: false }).first().waitFor();
    await button(page, 'จัดการ ต.ค. 2568').click();
    await page.getByRole('menuitem', { name: 'เปิดงวดใหม่' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'ตรวจทาน' }).click();
    await form.getByRole('alert').getByRole('link', { name: 'กรอกเหตุผล' }).waitFor();
    await form.getByLabel('เหตุผล').fill('ใบสำคัญมาช้า');
    await confirm(page, 'เปิดงวดใหม่ ต.ค. 2568');
    await row.getByText('เปิด', { exact: false }).first().waitFor();
  }, 60_000);

  it('gives a duty up to an amount', async () => {
    const page = await ledger.page('demo-owner', '/admin/policy');
    await button(page, 'มอบหน้าที่').first().click();
    const form = page.getByRole('dialog');
    await form.getByLabel('ผู้มีหน้าที่').fill('demo-checker');
    await form.getByLabel('ไม่เกิน').fill('2 ล้าน');
    await form.getByLabel('ไม่เกิน').fill('2,000,000 บาท');
    await confirm(page, 'มอบหน้าที่ «อนุมัติขั้นผู้ตรวจ» แก่ demo-checker');
    const row = page.getByRole('row').filter({ hasText: 'demo-checker' });
    expect(await row.textContent()).toContain('2,000,000.00');
  }, 60_000);
});

describe('an operator', () => {
  it('sees how the service is, and builds the read models again after asking', async () => {
    const page = await ledger.page('demo-operator', '/admin/health');
    await page.getByRole('row').filter({ hasText: 'ledger.sqlite' }).waitFor();
    await button(page, 'สร้างข้อมูลอ่านใหม่').click();
    expect(await confirm(page, 'สร้างข้อมูลอ่านใหม่')).toContain('ยอดตรงกับของเดิมทุกชุด');
  }, 60_000);
});

describe('whoever changes the own password', () => {
  it('signs in again with the new one', async () => {
    const old = ledger.users.find(({ name }) => name === 'demo-operator')?.password ?? '';
    const page = await ledger.page('demo-operator', '/me');
    await page.getByLabel('รหัสผ่านเดิม').fill(old);
    await page.getByLabel('รหัสผ่านใหม่').fill('น้ำขึ้นให้รีบตัก นะ');
    await button(page, 'เปลี่ยนรหัสผ่านและเข้าสู่ระบบใหม่').click();
    await page.waitForURL(/\/sign-in/);
    await page.getByLabel('ชื่อผู้ใช้').fill('demo-operator');
    await page.getByRole('textbox', { name: 'รหัสผ่าน' }).fill('น้ำขึ้นให้รีบตัก นะ');
    await button(page, 'เข้าสู่ระบบ').first().click();
    await page.waitForURL('**/me');
  }, 60_000);

  it('keeps how pages look on every browser', async () => {
    const page = await ledger.page('demo-checker', '/me');
    await page.getByLabel('สีหน้าจอ').selectOption('dark');
    await page.getByText('✓ บันทึกแล้ว').waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    const { json } = await ledger.ask('demo-checker', 'desk/preferences');
    expect(json['preferences']).toMatchObject({ theme: 'dark' });
  });
});
