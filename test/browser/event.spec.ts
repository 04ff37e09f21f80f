import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
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

const check = (page: Page) => page.getByRole('button', { name: /^ตรวจในเบราว์เซอร์|^ตรวจอีกครั้ง/ }).click();
const verdict = (page: Page) => page.locator('[data-proven]');

interface Receipt {
  events: { event: { data: string; recordedAt: string }; proof: string[] }[];
  checkpoint: string;
}

/** The receipt on its way to the page, changed by somebody in between. */
async function tamper(page: Page, change: (receipt: Receipt) => void): Promise<void> {
  await page.route('**/api/v1/receipts/**', async (route) => {
    const answer = await route.fetch();
    const receipt = (await answer.json()) as Receipt;
    change(receipt);
    await route.fulfill({ response: answer, json: receipt });
  });
}

describe('one fact', () => {
  it('is proven in the browser, from its row in the journal', async () => {
    const page = await ledger.page('demo-auditor', '/journal?kind=disbursements&project=P08');
    await page.getByRole('button', { name: 'รายละเอียดของลำดับ 209' }).click();
    await page.getByRole('link', { name: 'เปิดหลักฐานของรายการนี้' }).click();
    await page.getByRole('heading', { level: 1, name: 'เบิกจ่าย · ลำดับ 209' }).waitFor();
    await check(page);
    await verdict(page).waitFor();
    expect(await verdict(page).getAttribute('data-proven')).toBe('true');
    expect(await page.locator('[data-step="stepOk"]').count()).toBe(3);
    expect(await verdict(page).textContent()).toContain('267');
    await page.context().close();
  });

  it.each<[string, string, (receipt: Receipt) => void]>([
    [
      'its content',
      'เนื้อหา',
      ({ events: [first] }) => Object.assign(first?.event ?? {}, { data: btoa('{}') }),
    ],
    [
      'its time of recording',
      'เส้นทาง',
      ({ events: [first] }) => Object.assign(first?.event ?? {}, { recordedAt: '2026-01-01T00:00:00.000Z' }),
    ],
    [
      'the checkpoint',
      'ลายมือชื่อ',
      (receipt) => {
        receipt.checkpoint = receipt.checkpoint.replace('\n267\n', '\n268\n');
      },
    ],
  ])('is shown as not proven when %s was changed', async (_, step, change) => {
    const page = await ledger.page('demo-auditor', '/e/209');
    await tamper(page, change);
    await check(page);
    await verdict(page).waitFor();
    expect(await verdict(page).getAttribute('data-proven')).toBe('false');
    expect(await page.locator('[data-step="stepFailed"]').textContent()).toContain(step);
    await page.context().close();
  });

  it('is not proven by a key of somebody else', async () => {
    const page = await ledger.page('demo-auditor', '/e/209');
    await page
      .getByLabel('กุญแจสาธารณะที่เก็บไว้เอง (ถ้ามี)')
      .fill('obligo.example/other+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await check(page);
    await verdict(page).waitFor();
    expect(await verdict(page).getAttribute('data-proven')).toBe('false');
    await page.context().close();
  });

  it('says what it did to the figures, each leading to its explanation as known then', async () => {
    const page = await ledger.page('demo-auditor', '/e/209?unit=baht');
    await settled(page);
    const row = page.locator('tbody tr').filter({ hasText: 'ผูกพัน' }).first();
    expect(
      await row.locator('[data-baht]').evaluateAll((all) => all.map((one) => one.getAttribute('data-baht'))),
    ).toEqual(['77680000.00', '45543100.00', '-32136900.00']);
    await row.locator('[data-baht]').first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('77,680,000.00').first().waitFor();
    await page.context().close();
  });

  it('shows the bytes exactly as they are stored', async () => {
    const page = await ledger.page('demo-auditor', '/e/209');
    await settled(page);
    await page.getByText('เนื้อหา (data)').click();
    const { json } = await ledger.ask('demo-auditor', 'events/209');
    const { data } = json['stored'] as { data: string };
    expect(await page.locator('[data-raw="data"]').textContent()).toBe(data);
    await page.context().close();
  });

  it('is not shown to a page of a moment before it', async () => {
    const page = await ledger.page('demo-auditor', '/e/209?known=190');
    await page.getByText('ยังไม่ทราบในขณะนั้น').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('P08-Q2-L');
    await page.context().close();
  });

  it('leads to what took it back, and that leads to it', async () => {
    const line = { fundSource: 'annual-appropriation', category: 'unclassified' };
    const path = 'budget-accounts/2569/P01/commitments';
    const post = async (to: string, body: object) => {
      const { status, json } = await ledger.ask('demo-maker', to, { body });
      expect([status, json['code']]).toEqual([201, undefined]);
      return String(json['position']);
    };
    const made = await post(path, {
      ...{ commitment: 'PO-E', line, amount: '1.00' },
      effectiveOn: '2026-03-31',
    });
    const back = { reason: 'บันทึกผิด', effectiveOn: '2026-03-31' };
    const reversal = await post(`${path}/PO-E/reversals`, back);
    const page = await ledger.page('demo-auditor', `/e/${made}`);
    await page.getByText('รายการนี้ถูกกลับรายการแล้ว').waitFor();
    await page.getByRole('link', { name: `ดูลำดับ ${reversal}` }).click();
    await page.getByText('รายการนี้กลับรายการเดิม').waitFor();
    expect(await page.getByRole('link', { name: `ดูลำดับ ${made}` }).count()).toBe(1);
    await page.context().close();
  });

  it('that does not exist, or is not for whoever asks, says so', async () => {
    const page = await ledger.page('demo-auditor', '/e/999999');
    await page.getByText('สมุดไม่มีรายการลำดับที่ 999999').waitFor();
    await page.getByText('event-unknown').waitFor();
    await page.context().close();
    const other = await ledger.page('demo-reader', '/e/209');
    await other.getByText('ไม่มีสิทธิ์ดูหน้านี้').waitFor();
    await other.context().close();
  });
});
