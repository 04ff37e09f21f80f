import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;
beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('the glossary', () => {
  it('finds a word in either language, and its address gives the same view again', async () => {
    const page = await ledger.page('demo-reader', '/glossary');
    await page.getByLabel('ค้นหาคำหรือความหมาย').fill('virement');
    await page.getByText('พบ 1 คำ').waitFor();
    await page.getByText('โอนงบประมาณรายจ่าย').first().waitFor();
    const again = await ledger.page('demo-reader', new URL(page.url()).pathname + new URL(page.url()).search);
    await again.getByText('พบ 1 คำ').waitFor();
    expect(await again.getByLabel('ค้นหาคำหรือความหมาย').inputValue()).toBe('virement');
  });

  it('says of a word that rules and organisations differ on it', async () => {
    const page = await ledger.page('demo-reader', '/glossary?q=Imprest&lang=en');
    expect(await page.getByText('Organisations and rules differ').count()).toBe(0);
    await page.getByLabel('Search words and meanings').fill('net off');
    await page.getByText('Organisations and rules differ').waitFor();
  });

  it('opens beside the page from an underlined word, and leads to its place among the others', async () => {
    const page = await ledger.page('demo-reader', '/data');
    await page.getByText('คอลัมน์ (7)').first().click();
    await page.getByRole('button', { name: 'ผูกพัน', exact: true }).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('Commitment / obligation').waitFor();
    await panel.getByRole('link', { name: 'เปิดอภิธานศัพท์ทั้งหมด' }).click();
    await page.waitForURL('**/glossary#term-committed');
  });
});
