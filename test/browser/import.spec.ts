import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { writeWorkbook } from '#spreadsheets';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { failAlways, loseAnswers } from './lost-answers.ts';

let ledger: BrowsedLedger;
beforeAll(async () => {
  ledger = await sampleLedger();
}, 60_000);
afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

interface Line {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  readonly available: string;
}

/** The lines of a project and what is available on them. */
async function linesOf(project: string): Promise<Line[]> {
  const { json } = await ledger.ask(
    'demo-auditor',
    `reports/budget-status?fiscalYear=2569&project=${project}`,
  );
  const rows = json['rows'] as {
    level: string;
    fund_source?: string;
    category?: string;
    baht: { available: string };
  }[];
  return rows
    .filter(({ level }) => level === 'line')
    .map(({ fund_source: fundSource = '', category = '', baht }) => ({
      project,
      fundSource,
      category,
      available: baht.available,
    }));
}

const HEADER = ['เลขที่ใบสั่งซื้อ', 'โครงการ', 'แหล่งเงิน', 'หมวดรายจ่าย', 'จำนวนเงิน', 'วันที่', 'รายละเอียด'];

/** A workbook of orders with a title, a formula, and three sorts of mistakes. */
async function faultyWorkbook({ fundSource, category }: Line): Promise<Buffer> {
  const order = (number: string, project: string, amount: object, date: string) =>
    [
      { text: number },
      { text: project },
      { text: fundSource },
      { text: category },
      amount,
      { text: date },
      { text: '=1+1' },
    ] as const;
  const rows = [
    [{ text: 'รายการใบสั่งซื้อ' }],
    HEADER.map((text) => ({ text })),
    order('T-1', 'P01', { number: '0.30' }, '30 มี.ค. 2569'),
    order('T-2', 'P 01', { number: '1.00', formula: '0.5+0.5' }, '30/3/69'),
    order('T-3', 'P01', { text: '1,23' }, '30 มี.ค. 2569'),
    order('T-4', 'P 01', { text: '๒.๐๐ บาท' }, '31 เม.ย. 2569'),
  ];
  const sheets = [{ name: 'ใบสั่ง', widths: [], rows: rows.map((row) => [...row]) }];
  return Buffer.from(await writeWorkbook(sheets));
}

async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'เลือกไฟล์' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('grid').waitFor();
}

const cell = (page: Page, row: number, column: number) =>
  page
    .getByRole('grid')
    .getByRole('row', { name: new RegExp(`^${row} `) })
    .getByRole('gridcell')
    .nth(column);

describe('a faulty spreadsheet', () => {
  it('is mended in the grid and posted, then reversed as one; balances are as before', async () => {
    const [line] = await linesOf('P01');
    if (!line) throw new Error('P01 has no line');
    const page = await ledger.page('demo-maker', '/import');
    await open(page, 'ใบสั่ง.xlsx', await faultyWorkbook(line));
    await page.getByText('4 ช่อง ใน 3 แถว').waitFor();
    // The faulty rows come first; a formula was read by its value, and what begins with = is a text.
    const numbers = await page.getByRole('grid').getByRole('rowheader').allTextContents();
    expect(numbers).toEqual(['2', '3', '4', '1']);
    expect(await cell(page, 2, 6).textContent()).toContain('1');

    await cell(page, 3, 6).click();
    await page.getByText('อ่านได้มากกว่าหนึ่งแบบ').waitFor();
    await page.getByRole('button', { name: 'ใช้ 1.23' }).click();
    await cell(page, 2, 2).click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('P01');
    await page.keyboard.press('Enter');
    await cell(page, 2, 2).click();
    await page.getByRole('button', { name: /แก้ทุกแถวเป็น «P01»/ }).click();
    await page.getByText('1 ช่อง ใน 1 แถว').waitFor();
    await page.keyboard.press('Escape');
    await cell(page, 4, 7).click();
    await page.getByText('ไม่มีวันนี้ในปฏิทิน').waitFor();
    await page.keyboard.type('30 เม.ย. 2569');
    await page.keyboard.press('Enter');
    await page.getByText('ทั้ง 4 แถวลงบันทึกได้').waitFor();

    // Nothing is lost on reload.
    await page.getByText('เก็บร่างแล้ว').waitFor();
    await page.reload();
    await page.getByText('ทั้ง 4 แถวลงบันทึกได้').waitFor();

    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: 'ลงบันทึก 4 แถว รวม 4.53 บาท' }).click();
    await page.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
    const [after] = await linesOf('P01');
    expect(satang(line.available) - satang(after?.available ?? '')).toBe(453n);

    await page.getByRole('button', { name: 'กลับรายการทั้งชุด' }).click();
    await page.getByLabel('เหตุผล').fill('ส่งผิดไฟล์');
    await page.getByLabel('วัน', { exact: true }).fill('30');
    await page.getByLabel('เดือน').fill('เม.ย.');
    await page.getByLabel('ปี', { exact: true }).fill('69');
    await page.getByRole('button', { name: 'กลับรายการ 4 รายการ' }).click();
    await page.getByText('กลับรายการทั้งชุดแล้ว').waitFor();
    expect(await linesOf('P01')).toContainEqual(line);
  }, 60_000);
});

const satang = (baht: string): bigint => BigInt(baht.replace('.', ''));
const baht = (amount: bigint): string => `${String(amount / 100n)}.${String(amount % 100n).padStart(2, '0')}`;

/** Pastes as a spreadsheet program leaves it on the clipboard. */
const pasteInto = (target: Locator, text: string): Promise<void> =>
  target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Begins a sheet with rows that are pasted, and waits for the first look of the ledger. */
async function paste(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = [HEADER, ...rows].map((row) => row.join('\t')).join('\n');
  await pasteInto(page.getByLabel('หรือวางข้อมูลในช่องนี้'), text);
  await page.getByRole('grid').waitFor();
}

const order = ({ project, fundSource, category }: Line, number: string, amount: string): string[] => [
  number,
  project,
  fundSource,
  category,
  amount,
  '30/3/69',
  '',
];

async function lineOf(project: string): Promise<Line> {
  const [line] = await linesOf(project);
  if (!line) throw new Error(`${project} has no line`);
  return line;
}

describe('the grid', () => {
  it('is reviewed on a phone without scrolling sideways', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import', { viewport: { width: 390, height: 844 } });
    await paste(page, [order(line, 'PH-1', '0.01')]);
    await page.getByRole('region', { name: 'คงเหลือก่อนและหลังทั้งชุด' }).waitFor();
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBe(screen);
  });

  it('is worked by keys alone: a block is pasted, undone, done again, and a cell is opened and left as it was', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'K-1', '1'), order(line, 'K-2', '2')]);
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('ControlOrMeta+Home');
    const block = ['K-8\t2569\tP01', 'K-9\t2569\tP01', 'K-10\t\tP01'].join('\r\n');
    await pasteInto(grid, block);
    await cell(page, 3, 0).getByText('K-10').waitFor();
    expect(await cell(page, 1, 1).textContent()).toBe('2569');
    await page.keyboard.press('ControlOrMeta+z');
    await cell(page, 1, 0).getByText('K-1', { exact: true }).waitFor();
    expect(await grid.getByRole('rowheader').count()).toBe(2);
    await page.keyboard.press('ControlOrMeta+y');
    await cell(page, 3, 0).getByText('K-10').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('zzz');
    await page.keyboard.press('Escape');
    expect(await cell(page, 1, 0).textContent()).toBe('K-8');
    await page.keyboard.press('Delete');
    await page.getByText('ยังไม่ได้กรอก').waitFor();
    await page.keyboard.type('K-7');
    await page.keyboard.press('Tab');
    await cell(page, 1, 0).getByText('K-7').waitFor();
    expect(await grid.getAttribute('aria-activedescendant')).toMatch(/-0-1$/);
  }, 60_000);

  it('of two thousand rows draws only those that are seen, and answers a key at once', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(
      page,
      Array.from({ length: 2000 }, (_, at) => order(line, `L-${String(at)}`, at === 1999 ? 'x' : '0.01')),
    );
    await page.getByText('1 ช่อง ใน 1 แถว').waitFor();
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-rowcount')).toBe('2001');
    expect(await grid.getByRole('row').count()).toBeLessThan(60);
    await grid.focus();
    const taken: number[] = [];
    for (const key of ['ControlOrMeta+End', 'ControlOrMeta+Home', 'PageDown', 'ArrowDown']) {
      const before = await grid.getAttribute('aria-activedescendant');
      const from = performance.now();
      await page.keyboard.press(key);
      await page.waitForFunction(
        (was) => document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant') !== was,
        before,
      );
      taken.push(performance.now() - from);
    }
    expect(Math.min(...taken)).toBeLessThan(250);
  }, 60_000);
});

describe('a sheet that the ledger refuses', () => {
  it('writes nothing and has the refused row marked, though it was fine a moment before', async () => {
    const line = await lineOf('P02');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'R-1', '0.01'), order(line, 'R-2', baht(satang(line.available) - 500n))]);
    await page.getByText('ทั้ง 2 แถวลงบันทึกได้').waitFor();
    const { status } = await ledger.ask('demo-maker', `budget-accounts/2569/P02/commitments`, {
      body: {
        commitment: 'R-0',
        line: { fundSource: line.fundSource, category: line.category },
        amount: '10.00',
        effectiveOn: '2026-03-30',
      },
    });
    expect(status).toBe(201);
    const before = await ledger.ledger.embedded.store.head();
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 2 แถว/ }).click();
    await page.getByText('ระบบไม่รับชุดนี้').waitFor();
    await page.getByText('มีแถวที่ถูกปฏิเสธ จึงไม่มีการบันทึกรายการใด').waitFor();
    await page.getByText('sheet-faulty').waitFor();
    expect(await page.title()).toMatch(/^ผิดพลาด: /);
    expect(await cell(page, 2, 6).getAttribute('aria-invalid')).toBe('true');
    expect(await cell(page, 1, 6).getAttribute('aria-invalid')).toBeNull();
    expect(await ledger.ledger.embedded.store.head()).toBe(before);
  }, 60_000);

  it('of which the answer is lost is asked for again under the same key, and recorded once', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'N-1', '0.01')]);
    await page.getByText('ทั้ง 1 แถวลงบันทึกได้').waitFor();
    const lost = { times: 1 };
    await page.route('**/api/v1/sheets', async (route) => {
      if (lost.times-- <= 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    const before = Number(await ledger.ledger.embedded.store.head());
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 1 แถว/ }).click();
    await page.getByText('ยังไม่ทราบผล — กำลังถามซ้ำ').waitFor();
    await page.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
    expect(Number(await ledger.ledger.embedded.store.head()) - before).toBe(1);
  }, 60_000);

  it('stays unknown while a proxy answers after the answer was lost, until the ledger tells its outcome', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'N-2', '0.01')]);
    await page.getByText('ทั้ง 1 แถวลงบันทึกได้').waitFor();
    const keys = await loseAnswers(page, (path) => path === '/api/v1/sheets');
    const before = Number(await ledger.ledger.embedded.store.head());
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 1 แถว/ }).click();
    await page.getByText('ยังไม่ทราบผล — กำลังถามซ้ำ').waitFor();
    await page.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
    const recorded = Number(await ledger.ledger.embedded.store.head()) - before;
    expect([new Set(keys).size, keys.length, recorded]).toEqual([1, 4, 1]);
  }, 60_000);

  it('leads to its receipt when the page is read again before the answer is there', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'N-3', '0.01'), order(line, 'N-4', '0.01'), order(line, 'N-5', '0.01')]);
    await page.getByText('ทั้ง 3 แถวลงบันทึกได้').waitFor();
    await page.getByText('เก็บร่างแล้ว').waitFor();
    const before = Number(await ledger.ledger.embedded.store.head());
    const keys: string[] = [];
    const recorded = new Promise<void>((resolve) => {
      void page.route('**/api/v1/sheets', async (route) => {
        keys.push(route.request().headers()['idempotency-key'] ?? '');
        if (keys.length > 1) return route.continue();
        // It is never answered: the page is left meanwhile.
        await route.fetch();
        return resolve();
      });
    });
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 3 แถว/ }).click();
    await recorded;
    await page.reload();
    await page.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
    const events = Number(await ledger.ledger.embedded.store.head()) - before;
    expect([new Set(keys).size, keys.length, events]).toEqual([1, 2, 3]);
  }, 60_000);

  it('leads to its receipt when its tab was closed before the answer was there', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'N-6', '0.01'), order(line, 'N-7', '0.01')]);
    await page.getByText('ทั้ง 2 แถวลงบันทึกได้').waitFor();
    await page.getByText('เก็บร่างแล้ว').waitFor();
    const before = Number(await ledger.ledger.embedded.store.head());
    // It arrives and is never answered.
    await page.route('**/api/v1/sheets', async (route) => {
      await route.fetch();
    });
    const kept = page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && answer.url().includes('/desk/drafts/'),
    );
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 2 แถว/ }).click();
    await kept;
    const other = await page.context().newPage();
    await page.close();
    await other.goto(page.url());
    await other.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
    expect(Number(await ledger.ledger.embedded.store.head()) - before).toBe(2);
  }, 60_000);

  it('is asked for again by hand once the ledger has told no outcome for minutes', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    await page.clock.install();
    await paste(page, [order(line, 'N-8', '0.01')]);
    await page.getByText('ทั้ง 1 แถวลงบันทึกได้').waitFor();
    await failAlways(page, '**/api/v1/sheets');
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: /^ลงบันทึก 1 แถว/ }).click();
    await page.getByText('ยังไม่ทราบผล — กำลังถามซ้ำ').waitFor();
    await page.clock.fastForward(200_000);
    await page.getByText('ระบบไม่ตอบมาหลายนาทีแล้ว').waitFor();
    await page.unroute('**/api/v1/sheets');
    await page.getByRole('button', { name: 'ถามซ้ำ' }).click();
    await page.getByRole('heading', { name: 'บันทึกแล้ว' }).waitFor();
  }, 60_000);
});

describe('the page where an import begins', () => {
  it('refuses a file that is no table, and says which ones are', async () => {
    const page = await ledger.page('demo-maker', '/import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'เลือกไฟล์' }).click();
    const buffer = Buffer.from('%PDF-1.4\n\0\u0001\u0002');
    await (await chooser).setFiles({ name: 'ใบสั่ง.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('alert').getByText('ต้องเป็น XLSX หรือ CSV').waitFor();
    expect(new URL(page.url()).pathname).toBe('/import');
  });

  it('has templates and the last sheets, reads Thai text of older programs, and is off in the past', async () => {
    const line = await lineOf('P01');
    const page = await ledger.page('demo-maker', '/import');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'XLSX แม่แบบเบิกจ่าย' }).click();
    expect((await download).suggestedFilename()).toBe('disbursements.xlsx');
    // «โครงการ» and the rest in Windows-874, with semicolons.
    const text = [HEADER, order(line, 'O-1', '5')].map((row) => row.join(';')).join('\r\n');
    const bytes = Array.from(text, (sign) => {
      const code = sign.charCodeAt(0);
      return code >= 0x0e00 ? code - 0x0e00 + 0xa0 : code;
    });
    await open(page, 'ใบสั่ง.csv', Buffer.from(bytes));
    await page.getByText('ทั้ง 1 แถวลงบันทึกได้').waitFor();
    await page.goto('/import');
    await page.getByRole('link', { name: 'ใบสั่ง.csv · ก่อหนี้ผูกพัน · 1 แถว' }).waitFor();
    await page.goto('/import?known=30');
    await page.getByText('กำลังดูข้อมูลย้อนหลัง จึงนำเข้าไม่ได้').waitFor();
    expect(await page.getByRole('button', { name: 'เลือกไฟล์' }).count()).toBe(0);
  }, 60_000);
});

describe('a sheet that needs approval by the policy', () => {
  it('is handed in as one document instead', async () => {
    const line = await lineOf('P02');
    const post = async (path: string, body: object): Promise<void> => {
      const { status, json } = await ledger.ask('demo-owner', path, {
        body: { ...body, effectiveOn: '2025-10-01' },
      });
      if (status >= 300) throw new Error(JSON.stringify(json));
    };
    await post('control/policy', {
      policy: { approvals: [{ command: 'commit', from: '100000.00', tiers: ['checker'] }] },
    });
    await post('control/duties', { duty: 'checker', holder: 'demo-checker' });
    const page = await ledger.page('demo-maker', '/import');
    await paste(page, [order(line, 'A-1', '100000'), order(line, 'A-2', '100000')]);
    await page.getByText('นโยบายกำหนดให้มีผู้อนุมัติ').waitFor();
    // Nothing is wrong with its cells: it needs approval, and says so.
    await page.getByText('ไม่มีช่องที่ผิด ต้องขออนุมัติ 2 จาก 2 แถว').waitFor();
    expect(await page.getByText('◑ ต้องขออนุมัติ').count()).toBe(2);
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    await page.getByLabel('ตรวจทานแล้ว ต้องการลงบันทึกทั้งชุด').check();
    await page.getByRole('button', { name: 'ส่งขออนุมัติ 2 แถวเป็นเอกสารเดียว' }).click();
    await page.getByText('ส่งขออนุมัติ 2 แถวแล้ว').waitFor();
    expect((await lineOf('P02')).available).toBe(line.available);
  }, 60_000);
});

describe('the sheet for everybody', () => {
  it.each(['th', 'en'] as const)(
    'has no fault that axe finds, light and dark: %s',
    async (language) => {
      const line = await lineOf('P01');
      const page = await ledger.page('demo-maker', '/import');
      await paste(page, [order(line, 'X-1', '1,23'), order(line, 'X-2', '1')]);
      await page.goto(`${page.url()}?lang=${language}`);
      await page.getByRole('grid').waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
    },
    120_000,
  );
});
