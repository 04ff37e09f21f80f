import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { settled } from './settled.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('an auditor asks whether the ledger may be relied on', () => {
  it('has it verified, and sees up to where, when and by what', async () => {
    const page = await ledger.page('demo-auditor', '/audit');
    await page.getByText('ยังไม่เคยตรวจยืนยัน — ใช้คำสั่ง obligo verify').first().waitFor();
    await page.getByRole('button', { name: 'ตรวจยืนยันเดี๋ยวนี้' }).click();
    await page
      .getByText(/ตรวจยืนยันแล้วถึงลำดับ 267 · .* · obligo\//)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.getByRole('cell', { name: '✓ ไม่พบข้อผิดปกติ' }).waitFor();
    await page.context().close();
  }, 90_000);

  it('is told in their language what is wrong with it, and to the letter where', async () => {
    const changed = await sampleLedger();
    const models = new DatabaseSync(path.join(changed.data, 'projections.sqlite'), { timeout: 10_000 });
    models.exec('UPDATE pva_entry SET balance = balance + 100 WHERE cell = 1');
    models.close();
    const page = await changed.page('demo-auditor', '/audit');
    await page.getByRole('button', { name: 'ตรวจยืนยันเดี๋ยวนี้' }).click();
    const found = page.locator('details').filter({ hasText: /✗ พบ \d+ ข้อ/ });
    await found.locator('summary').click({ timeout: 60_000 });
    const row = found.getByRole('listitem').filter({ hasText: 'ข้อมูลสำหรับรายงานไม่ตรงกับที่ได้จากบันทึก' });
    expect(await row.first().innerText()).toMatch(/read-model-differs\n.*pva_entry/);
    await page.context().close();
    await changed.close();
  }, 90_000);

  it('goes from a finding to the entry that shows it', async () => {
    const page = await ledger.page('demo-auditor', '/audit?rule=restatements-without-approver&project=P01');
    await settled(page);
    const row = page.locator('tr[data-finding]');
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toMatch(/ใบปรับปรุง .* ปรับปรุงยอดไตรมาส \d .* และไม่มีผู้อื่นอนุมัติ/);
    await page.getByText('ความหมายของกฎ: มีการปรับปรุงตัวเลขของไตรมาส').waitFor();
    await row.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: /ปรับปรุงยอดไตรมาส · ลำดับ \d+/ }).waitFor();
    await page.context().close();
  });

  it('takes a bundle away', async () => {
    const page = await ledger.page('demo-auditor', '/audit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'ดาวน์โหลดชุดหลักฐาน (.tar.gz)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('bundle-267.tar.gz');
    await page.context().close();
  });

  it('has the browser check that the checkpoints continue each other, and is told when one does not', async () => {
    const page = await ledger.page('demo-auditor', '/audit');
    const button = page.getByRole('button', { name: 'ตรวจความต่อเนื่องในเบราว์เซอร์' });
    await button.click();
    await page.locator('[data-consistent="true"]').waitFor();
    const { json } = await ledger.ask('demo-auditor', 'checkpoints');
    const [first] = json['checkpoints'] as { note: string }[];
    const kept = page.getByLabel('จุดตรวจที่เก็บไว้เอง (วางข้อความทั้งหมด)');
    await kept.fill(first?.note ?? '');
    await button.click();
    await page.locator('[data-consistent="true"]').waitFor();
    await kept.fill((first?.note ?? '').replace(/\n\d+\n/, '\n1\n'));
    await button.click();
    await page.locator('[data-consistent="false"]').waitFor();
    await page.context().close();
  });
});

describe('who is no auditor', () => {
  it('sees up to where the ledger was verified, and is told what is not for them', async () => {
    const page = await ledger.page('demo-reader', '/audit');
    await settled(page);
    await page.getByText('ไม่มีสิทธิ์ดูหน้านี้').first().waitFor();
    expect(await page.getByRole('button', { name: 'ตรวจยืนยันเดี๋ยวนี้' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /ชุดหลักฐาน/ }).count()).toBe(0);
    await page.context().close();
  });
});
