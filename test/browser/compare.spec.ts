import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { formatBaht, parseBaht, sum } from '#kernel';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

let ledger: BrowsedLedger;

beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

const changed = (page: Page) => page.getByRole('table', { name: /ช่องที่ต่างกัน/ });
/** Project and figures of every changed cell, as printed. */
async function cellsOf(page: Page): Promise<string[][]> {
  await changed(page).waitFor();
  const rows = await changed(page).locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((text) => text.trim())),
  );
}

describe('an auditor', () => {
  it('compares what was known of quarter 1 in December and in March, and finds P01 and P09 in at most four clicks', async () => {
    const page = await ledger.page('demo-auditor', '/fy/2569');
    let clicks = 0;
    const click = async (name: string | RegExp, role: 'link' | 'button') => {
      clicks += 1;
      await page.getByRole(role, { name, exact: true }).first().click();
    };
    await click('เปรียบเทียบ', 'link');
    const cells = await cellsOf(page);
    const found = cells.map(([project = '', measure = '', before = '', after = '']) => [
      ...[project.slice(0, 3), measure, before, after],
    ]);
    expect(found).toContainEqual(['P01', 'เบิกจ่าย', '0.6334', '1.7334']);
    expect(found).toContainEqual(['P01', 'ผูกพัน', '14.4000', '13.3000']);
    expect(found).toContainEqual(['P09', 'เบิกจ่าย', '0.7632', '7.7127']);
    expect(found).toHaveLength(9);
    expect(clicks).toBeLessThanOrEqual(4);
  });

  it('sees for each cell the entries that add up to its change, to the satang', async () => {
    const page = await ledger.page('demo-auditor', '/compare?unit=baht');
    await changed(page).waitFor();
    const closed = page.getByRole('button', { name: /^ดูที่มา/ });
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    const sums = await page
      .locator('[data-causes]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-causes') ?? ''));
    const answer = await ledger.ask(
      'demo-auditor',
      'diff?fiscalYear=2569&quarter=Q1&from=2025-12-30&to=2026-03-31',
    );
    const cells = answer.json['cells'] as { change: string; events: { movement: string }[] }[];
    expect(sums.sort()).toEqual(cells.map(({ change }) => change).sort());
    for (const { change, events } of cells)
      expect(formatBaht(sum(events.map(({ movement }) => parseBaht(movement))))).toBe(change);
    expect(await page.getByText('ไม่ตรง').count()).toBe(0);
  });

  it('gets the same page from its address, in another language and unit', async () => {
    const page = await ledger.page('demo-auditor', '/compare');
    await changed(page).waitFor();
    await page.getByLabel('ถึงสิ้นไตรมาส').selectOption('year');
    await page.waitForURL(/q=year/);
    const again = await ledger.page(
      'demo-auditor',
      `${new URL(page.url()).pathname}${new URL(page.url()).search}&lang=en&unit=baht`,
    );
    await again.getByRole('table', { name: /Changed cells/ }).waitFor();
    expect(await again.getByLabel('Through quarter').inputValue()).toBe('year');
    expect(await again.getByText('Unit: baht').first().isVisible()).toBe(true);
  });

  it('is shown two reports of a quarter by that quarter at once, never by the whole year first', async () => {
    const { json } = await ledger.ask('demo-auditor', 'moments?fiscalYear=2569');
    const reports = (json['moments'] as { kind: string; position: string }[]).filter(
      ({ kind }) => kind === 'report',
    );
    const [b, a] = reports.map(({ position }) => position);
    const page = await ledger.page('demo-auditor', 'about:blank');
    const asked: (string | null)[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/diff')) asked.push(searchParams.get('quarter'));
    });
    await page.goto(`/compare?a=${String(a)}&b=${String(b)}`);
    await changed(page).waitFor();
    expect(asked).toEqual(['Q1']);
  });

  it('reads the names of the projects in the language of the page', async () => {
    const page = await ledger.page('demo-auditor', '/compare?lang=en');
    await page.getByText('Promotion and Governance of National Digital ID').waitFor();
  });

  it('is told when the order is swapped, and has it turned round by one click', async () => {
    const { json } = await ledger.ask('demo-auditor', 'moments?fiscalYear=2569');
    const moments = json['moments'] as { code: string; position: string }[];
    const positionOf = (code: string) => moments.find((moment) => moment.code === code)?.position ?? '';
    const [first, second] = [positionOf('Q1-2569'), positionOf('Q2-2569')];
    const page = await ledger.page('demo-auditor', `/compare?a=${second}&b=${first}&q=Q1`);
    await page.getByRole('button', { name: 'สลับลำดับ' }).click();
    expect((await cellsOf(page)).length).toBe(9);
    expect(await page.getByLabel('เดิม: ตามที่ทราบ ณ').inputValue()).toBe(first);
  });

  it('reads that nothing differs, and where in the log that can be checked', async () => {
    const page = await ledger.page('demo-auditor', '/compare?a=now&b=now');
    await page.getByRole('status').getByText('ไม่มีความแตกต่าง').waitFor();
    const head = await ledger.ledger.embedded.store.head();
    const places = await page.locator('main tbody td:nth-child(2)').allInnerTexts();
    expect(places.map((text) => /ลำดับ ([\d,]+)/.exec(text)?.[1])).toEqual([head, head]);
  });

  it('exports the comparison as a table for spreadsheets', async () => {
    const page = await ledger.page('demo-auditor', '/compare');
    await changed(page).waitFor();
    const address = (await page.getByRole('link', { name: 'ส่งออก CSV' }).getAttribute('href')) ?? '';
    const text = await (await page.request.get(address)).text();
    expect(text.split('\n')[0]).toBe('project_code,quarter,measure,from_m,to_m,change_m,events');
    expect(text).toContain('P09,,disbursed,0.7632,7.7127,6.9495');
  });

  it('is led to both moments by name when both are past', async () => {
    const page = await ledger.page('demo-auditor', '/compare');
    const note = page.getByRole('note').filter({ hasText: 'ทั้งสองด้านเป็นอดีต' });
    await note.waitFor();
    expect(await note.innerText()).toMatch(/30 ธ\.ค\. 2568.*31 มี\.ค\. 2569/);
  });
});
