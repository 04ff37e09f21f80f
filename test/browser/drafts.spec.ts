import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settled } from './settled.ts';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('a draft', () => {
  it('is kept while somebody types, and found on another machine', async () => {
    const page = await ledger.page('demo-maker', '/post/commitmentMake?fy=2569&project=P07');
    await page.locator('#field-commitment').fill('สญ. 7/2569');
    await page.locator('#field-amount').fill('๑๒,๕๐๐');
    // Nobody is asked; what is typed last is kept on leaving.
    await page.goto('/post');
    const other = await ledger.page('demo-maker', '/drafts');
    const link = other.getByRole('link', { name: /ก่อหนี้ผูกพัน · P07 · สญ. 7\/2569 · ๑๒,๕๐๐/ });
    await link.waitFor();
    await link.click();
    await other.waitForURL(/\/post\/commitmentMake\?.*draft=/);
    await other.locator('#field-amount').waitFor();
    expect(await other.locator('#field-amount').inputValue()).toBe('๑๒,๕๐๐');
  });

  it.each(['/post/commitmentMake?fy=2569&project=P07', '/reports/new'])(
    'that is not there yet is no error of the page: %s',
    async (path) => {
      const page = await ledger.page('demo-maker');
      const told: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') told.push(message.text());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) told.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(path);
      await page.waitForURL(/draft=/);
      await settled(page);
      expect(told).toEqual([]);
    },
  );

  it('is neither opened nor thrown away in silence while the network is gone', async () => {
    const page = await ledger.page('demo-maker', '/drafts');
    const failed = page.getByRole('alert').getByText('ระบบไม่ตอบ');
    await page.getByRole('button', { name: /ทิ้ง .*สญ. 7/ }).waitFor();
    await page.route('**/api/v1/desk/drafts/**', (route) => route.abort('connectionreset'));
    await page.getByRole('link', { name: /สญ. 7/ }).click();
    await failed.waitFor();
    await page.getByRole('button', { name: /ทิ้ง .*สญ. 7/ }).click();
    await failed.nth(1).waitFor();
    await page.goto('/me');
    await page.route('**/api/v1/session/end', (route) => route.abort('connectionreset'));
    await page.getByRole('button', { name: 'ออกจากระบบ' }).click();
    await failed.waitFor();
  });

  it('belongs to one person, and goes when it is thrown away', async () => {
    const checker = await ledger.page('demo-checker', '/drafts');
    await checker.getByText('ไม่มีแบบร่าง').waitFor();
    const page = await ledger.page('demo-maker', '/drafts');
    await page.getByRole('button', { name: /ทิ้ง .*สญ. 7/ }).click();
    await page.getByText('ไม่มีแบบร่าง').waitFor();
  });
});
