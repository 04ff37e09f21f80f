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

const positionsOn = async (page: Page): Promise<number[]> =>
  (await page.locator('tbody th a[href^="/e/"]').allTextContents()).map((text) =>
    Number(text.replaceAll(',', '')),
  );

/** The rows once they are others than before. */
async function nextRows(page: Page, click: () => Promise<void>): Promise<number[]> {
  const before = JSON.stringify(await positionsOn(page));
  await click();
  await page.waitForFunction(
    (was) =>
      JSON.stringify(
        [...document.querySelectorAll('tbody th a[href^="/e/"]')].map((link) =>
          Number(link.textContent.replaceAll(',', '')),
        ),
      ) !== was,
    before,
  );
  await settled(page);
  return positionsOn(page);
}

describe('an auditor looks through the journal', () => {
  it('finds the newest first, goes on and comes back, and the address says where', async () => {
    const page = await ledger.page('demo-auditor', '/journal');
    await settled(page);
    const first = await positionsOn(page);
    expect(first.slice(0, 2)).toEqual([267, 266]);
    const second = await nextRows(page, () => page.getByRole('button', { name: 'ถัดไป' }).click());
    expect(second[0]).toBe((first.at(-1) ?? 0) - 1);
    await page.reload();
    await settled(page);
    expect(await positionsOn(page)).toEqual(second);
    expect(await nextRows(page, () => page.getByRole('button', { name: 'ก่อนหน้า' }).click())).toEqual(first);
    await page.getByLabel('ไปยังวันที่บันทึก').fill('30 ธ.ค. 2568');
    const then = await nextRows(page, () => page.getByRole('button', { name: 'ไป', exact: true }).click());
    expect(then[0]).toBe(190);
    await page.context().close();
  });

  it('searches by kind, words and amounts, and sees how many there are and what they come to', async () => {
    const page = await ledger.page('demo-auditor', '/journal?unit=baht');
    await settled(page);
    await page.getByLabel('ประเภท', { exact: true }).selectOption('commitments');
    await page.getByText('เงื่อนไขเพิ่มเติม').click();
    await page.getByLabel('จำนวนเงินตั้งแต่ (บาท)').fill('๑๔,๔๐๐,๐๐๐ บาท');
    await page.getByLabel('จำนวนเงินถึง (บาท)').fill('15 000 000');
    await page.getByRole('button', { name: 'ค้นหา', exact: true }).click();
    await page.getByText('พบ 1 รายการ').waitFor();
    expect(await page.locator('main [role=status]').first().textContent()).toContain('14,400,000.00');
    expect(await positionsOn(page)).toEqual([30]);
    expect(page.url()).toContain('amountFrom');
    await page
      .getByRole('button', { name: /ผู้บันทึก|operator/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'เอาเงื่อนไข «ผู้บันทึก: operator» ออก' }).waitFor();
    await page.context().close();
  });

  it('is told which condition excludes most, and drops it by a click', async () => {
    const page = await ledger.page('demo-auditor', '/journal?project=P01&actor=nobody');
    await page.getByText('เงื่อนไขที่ตัดรายการออกมากที่สุดคือ «ผู้บันทึก: nobody»').waitFor();
    await page.getByRole('button', { name: 'เอาเงื่อนไข «ผู้บันทึก: nobody» ออก' }).last().click();
    await page.getByText(/พบ \d+ รายการ/).waitFor();
    expect(page.url()).not.toContain('actor');
    await page.context().close();
  });

  it('opens a row in place, and sees nothing that was recorded later than the moment looked at', async () => {
    const page = await ledger.page('demo-auditor', '/journal?known=190');
    await settled(page);
    expect((await positionsOn(page))[0]).toBe(190);
    await page.getByRole('button', { name: 'รายละเอียดของลำดับ 190' }).click();
    await page.getByRole('link', { name: 'เปิดหลักฐานของรายการนี้' }).waitFor();
    expect(decodeURIComponent(page.url())).toContain('row=190');
    await page.context().close();
  });

  it('takes the entries of a filter away as a file', async () => {
    const page = await ledger.page('demo-auditor', '/journal?project=P08');
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'ดาวน์โหลด CSV' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
    expect(lines.length - 1).toBe((await positionsOn(page)).length);
    expect(lines.slice(1).every((line) => line.includes(',P08,'))).toBe(true);
    await page.context().close();
  });
});

describe('who may not see the journal', () => {
  it('is told so, and sees no empty table', async () => {
    const page = await ledger.page('demo-reader', '/journal');
    await page.getByText('ไม่มีสิทธิ์ดูหน้านี้').waitFor();
    await page.getByText('ต้องมีบทบาท: ผู้บันทึก / ผู้อนุมัติ / ผู้รับผิดชอบงบประมาณ / ผู้ตรวจสอบ').waitFor();
    await page.getByText('บทบาทของท่าน: ผู้อ่านรายงาน').waitFor();
    expect(await page.locator('table').count()).toBe(0);
    await page.context().close();
  });
});
