import { createHash } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

const SHOTS = process.env['OBLIGO_SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('reports in the browser', () => {
  it('a budget owner lays a report out, publishes it by typing its number, and reads the same figures back', async () => {
    const page = await ledger.page('demo-owner', '/reports');
    await page.getByText('ยังไม่มีรายงานที่เผยแพร่').waitFor();
    await shoot(page, 'reports-empty');
    await page.getByRole('link', { name: 'จัดทำและเผยแพร่ Q1-2569' }).click();
    await page.getByText('ร่าง ยังไม่เผยแพร่').first().waitFor();
    await page.getByLabel('บทสรุป').fill('เป็นไปตามแผน');
    await page.locator('.board-report').getByText('เป็นไปตามแผน', { exact: true }).first().waitFor();
    const previewed = await amountsOn(page);
    await shoot(page, 'reports-new');
    await page.getByRole('button', { name: 'เผยแพร่ Q1-2569' }).click();
    await page.getByRole('alert').getByText('ระบุเหตุผลในการเผยแพร่').waitFor();
    await page.getByLabel('เหตุผลในการเผยแพร่').fill('เสนอคณะกรรมการ');
    await page.getByLabel('พิมพ์เลขที่รายงานเพื่อยืนยัน').fill('Q1-2569');
    await page.getByRole('button', { name: 'เผยแพร่ Q1-2569' }).click();
    await page.waitForURL(/\/reports\/Q1-2569/, { timeout: 60_000 });
    await page.getByText('เปลี่ยนหลังเผยแพร่ 9 ช่อง').waitFor();
    await shoot(page, 'reports-published');
    const shown = await amountsOn(page);
    expect(Object.keys(shown).length).toBeGreaterThan(150);
    expect(shown).toEqual(previewed);
    const { json } = await ledger.ask(
      'demo-auditor',
      'reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30',
    );
    for (const row of json['rows'] as { project_code: string; baht: Record<string, string> }[]) {
      for (const [measure, baht] of Object.entries(row.baht)) {
        expect(shown[`summary/${row.project_code}/${measure}`]).toBe(baht);
      }
    }
  }, 120_000);

  it('a figure of a published report opens its explanation, as it was known', async () => {
    const page = await ledger.page('demo-auditor', '/reports/Q1-2569');
    await page.waitForURL(/known=/);
    await page.locator('[data-cell="summary/P01/disbursed"] a').click();
    await page.getByRole('dialog').getByText('0.6334').first().waitFor();
    await shoot(page, 'reports-explained');
    await page.getByRole('dialog').getByRole('button', { name: 'ปิด' }).click();
    await page.getByRole('button', { name: 'กลับสู่ปัจจุบัน' }).click();
    await page.getByRole('heading', { level: 1, name: 'รายงาน', exact: true }).waitFor();
  });

  it('the files are there to be taken, and what changed leads to both moments beside each other', async () => {
    const page = await ledger.page('demo-auditor', '/reports/Q1-2569');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'report.xlsx' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Q1-2569-report.xlsx');
    await page.getByRole('link', { name: 'เปรียบเทียบกับปัจจุบัน' }).click();
    await page.getByRole('heading', { level: 1, name: 'เปรียบเทียบ' }).waitFor();
    await page.getByRole('table').getByText('P09').first().waitFor();
    expect(new URL(page.url()).searchParams.get('known')).toBeNull();
    await shoot(page, 'reports-compared');
  });

  it('every file has the size and the digest that stand beside it', async () => {
    const page = await ledger.page('demo-auditor', '/reports/Q1-2569');
    const rows = page.getByRole('region', { name: /ไฟล์/ }).locator('tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.all()) {
      const [name = '', size = '', digest = ''] = await row.locator('th, td').allInnerTexts();
      const answer = await page.request.get((await row.getByRole('link').getAttribute('href')) ?? '');
      const bytes = await answer.body();
      expect({ name, size }).toEqual({ name, size: bytes.length.toLocaleString('en') });
      const known = createHash('sha256').update(bytes).digest('hex');
      if (/^[0-9a-f]{64}$/.test(digest)) expect({ name, digest }).toEqual({ name, digest: known });
      else expect(name).toContain('Excel');
    }
  });

  it('a draft survives a reload, and a reload sends nothing twice', async () => {
    const page = await ledger.page('demo-maker', '/reports/new?report=Q2-2569');
    await page.locator('.board-report').first().waitFor();
    await page.getByLabel('บทสรุป').fill('ร่างของผู้บันทึก');
    await page.getByText('เก็บร่างแล้ว').waitFor();
    await page.getByText('ผู้เผยแพร่ต้องมีสิทธิ์').waitFor();
    await page.reload();
    await page.locator('.board-report').getByText('ร่างของผู้บันทึก').waitFor();
    await page.goto('/reports');
    await page.getByRole('link', { name: /ทำต่อ ร่างรายงาน Q2-2569/ }).waitFor();
  });

  it('the list in English on a phone says what changed', async () => {
    const page = await ledger.page('demo-reader', '/reports?lang=en', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    await page.getByRole('link', { name: '9 cells' }).waitFor();
    await shoot(page, 'reports-phone');
    await page.goto('/reports/Q1-2569?lang=en');
    await page.getByText('9 cells changed since').waitFor();
    await shoot(page, 'report-phone');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  });

  it('axe finds nothing to object to on a published report and on one that is laid out', async () => {
    const page = await ledger.page('demo-owner', '/reports/Q1-2569');
    const found: string[] = [];
    for (const [at, colorScheme] of [
      ['/reports', 'dark'],
      ['/reports/Q1-2569', 'light'],
      ['/reports/new?report=Q2-2569&lang=en', 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(at);
      await (at === '/reports' ? page.getByText('9 ช่อง') : page.locator('.board-report')).first().waitFor();
      found.push(...(await objections(page)).map((told) => `${at} ${told}`));
    }
    expect(found).toEqual([]);
  }, 120_000);
});

/** What axe finds on the page, one line each. */
async function objections(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Every amount on the page by its place, exact. */
const amountsOn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('[data-cell]')].flatMap((cell) => {
        const figure = cell.querySelector('[data-figure]');
        const [place, baht] = [cell.getAttribute('data-cell'), figure?.getAttribute('data-baht')];
        return place === null || baht === null || baht === undefined ? [] : [[place, baht]];
      }),
    ),
  );
