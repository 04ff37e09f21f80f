import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { loseAnswers } from './lost-answers.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'unclassified' };
const DAY = '2026-08-03';

let ledger: BrowsedLedger;

const must = async (name: string, path: string, body: object) => {
  const { status, json } = await ledger.ask(name, path, { body: { effectiveOn: DAY, ...body } });
  if (status >= 300) throw new Error(`${path}: ${JSON.stringify(json)}`);
};
const order = (number: string, project: string, amount: string) =>
  must('demo-maker', `budget-accounts/2569/${project}/commitments?submit=${number}`, {
    commitment: `PO-${number}`,
    line: LINE,
    amount,
  });

/** A policy that wants a checker, two who may be one, and orders and an allocation that wait; each test takes its own. */
beforeAll(async () => {
  ledger = await sampleLedger();
  const approvals = ['commit', 'allocate'].map((command) => ({
    command,
    from: '500.00',
    tiers: ['checker'],
  }));
  await must('demo-owner', 'control/policy', { policy: { approvals } });
  for (const holder of ['demo-checker', 'demo-owner'])
    await must('demo-owner', 'control/duties', { duty: 'checker', holder });
  await order('W-01', 'P01', '12000.00');
  await order('W-02', 'P02', '250000.50');
  await order('W-03', 'P09', '1000000.00');
  const allocation = { line: LINE, amount: '600000.00' };
  await must('demo-owner', 'budget-accounts/2569/P01/allocations?submit=W-04', allocation);
  for (const number of ['K-01', 'K-02', 'W-05', 'W-06', 'W-07', 'W-08'])
    await order(number, 'P01', '1000.00');
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

const list = (page: Page, name = 'รอฉัน') => page.getByRole('table', { name: new RegExp(`^${name}`) });
const row = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number });
const dialog = (page: Page) => page.getByRole('dialog');
const statusOf = async (number: string) =>
  (await ledger.ask('demo-auditor', `approvals/${number}`)).json['status'];

describe('a checker', () => {
  it('sees age, amount and what each request leaves available, and approves one', async () => {
    const page = await ledger.page('demo-checker', '/inbox?unit=baht');
    await list(page).waitFor();
    expect(await row(page, 'W-01').innerText()).toMatch(
      /ก่อหนี้ผูกพัน\s+P01\s+12,000\.00\s+วันนี้\s+11,946,100\.00 → 11,934,100\.00/,
    );
    await page.getByRole('button', { name: 'W-01', exact: true }).click();
    const panel = page.getByRole('complementary', { name: 'รายละเอียดเอกสาร W-01' });
    await panel.getByText('CommitmentMade').waitFor();
    // What would be recorded is said as elsewhere: the line by its name, the amount grouped.
    const recorded = await panel.locator('section').innerText();
    expect(recorded).toMatch(/รายการงบประมาณ\s+งบประมาณรายจ่ายประจำปี · /);
    expect(recorded).toMatch(/จำนวนเงิน \(บาท\)\s+12,000\.00/);
    expect(await panel.innerText()).not.toContain('annual-appropriation');
    await panel.getByRole('button', { name: 'อนุมัติ' }).click();
    await dialog(page).getByRole('button', { name: 'อนุมัติ 12,000.00' }).click();
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    await panel.getByText('อนุมัติแล้วโดย demo-checker').waitFor();
    await dialog(page).getByRole('button', { name: 'ปิด' }).last().click();
    await row(page, 'W-01').waitFor({ state: 'detached' });
    // The button that opened the dialog is gone: the keyboard goes on from the page.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    expect(await statusOf('W-01')).toBe('approved');
  });

  it('approves several of one kind at once, after confirming their exact sum; each has its own result', async () => {
    // Whatever the unit of the page is, what is approved is said to the satang.
    const page = await ledger.page('demo-checker', '/inbox?unit=million');
    await page.getByLabel('เลือกเอกสาร W-05').check();
    expect(await page.getByLabel('เลือกเอกสาร W-04').isDisabled()).toBe(true);
    await page.getByLabel('เลือกเอกสาร W-02').check();
    await page.getByLabel('เลือกเอกสาร W-03').check();
    // Meanwhile another decides one of them.
    await must('demo-owner', 'approvals/W-02/refusals', { reason: 'ใบเสนอราคาหมดอายุ' });
    await page.getByRole('button', { name: 'อนุมัติ 3 รายการ รวม 1,251,000.50' }).click();
    await dialog(page).getByRole('button', { name: 'อนุมัติ 1,251,000.50' }).click();
    await dialog(page).getByText('บันทึกแล้ว').nth(1).waitFor();
    await dialog(page).getByText('เอกสาร W-02 ส่งกลับแล้ว').waitFor();
    await dialog(page).getByText('document-not-waiting').waitFor();
    expect(await Promise.all(['W-05', 'W-02', 'W-03'].map(statusOf))).toEqual([
      'approved',
      'refused',
      'approved',
    ]);
  });

  it('returns a request with a reason, which is asked for', async () => {
    const page = await ledger.page('demo-checker', '/inbox?doc=W-06&unit=million');
    const panel = page.getByRole('complementary', { name: 'รายละเอียดเอกสาร W-06' });
    // Who decides is told the day of it, and what it leaves to the satang.
    await panel.getByText('มีผลวันที่').waitFor();
    expect(await panel.locator('dl').first().innerText()).toMatch(/มีผลวันที่\s+\d+ .{2,8} 25\d\d/);
    expect(await panel.locator('dl').first().innerText()).toMatch(/[\d,]+\.\d\d → [\d,]+\.\d\d(?!\d)/);
    await page.getByRole('button', { name: 'ส่งกลับ' }).click();
    await dialog(page).getByRole('button', { name: 'ส่งกลับ' }).click();
    await dialog(page).getByText('กรอกเหตุผลที่ส่งกลับ').waitFor();
    await dialog(page).getByLabel('เหตุผล').fill('ขาดใบเสนอราคา');
    await dialog(page).getByRole('button', { name: 'ส่งกลับ' }).click();
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    await dialog(page).getByRole('button', { name: 'ปิด' }).last().click();
    await page.getByRole('tab', { name: 'พิจารณาแล้ว' }).click();
    await row(page, 'W-06').getByText('ขาดใบเสนอราคา').waitFor();
    expect(await statusOf('W-06')).toBe('refused');
  });

  it('needs no mouse: j and k move, a approves', async () => {
    const page = await ledger.page('demo-checker', '/inbox');
    await list(page).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.getByRole('complementary', { name: 'รายละเอียดเอกสาร K-01' }).waitFor();
    await page.keyboard.press('a');
    await dialog(page).getByRole('button', { name: /^อนุมัติ/ }).waitFor();
    await page.keyboard.press('Enter');
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    expect(await statusOf('K-01')).toBe('approved');
  });

  it('records once, however often the button is pressed', async () => {
    const page = await ledger.page('demo-checker', '/inbox?doc=W-07');
    await page.getByRole('button', { name: 'อนุมัติ', exact: true }).click();
    await dialog(page).getByRole('button', { name: /^อนุมัติ/ }).dblclick();
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    const { json } = await ledger.ask('demo-auditor', 'journal?fiscalYear=2569&document=PO-W-07');
    expect(json['rows']).toHaveLength(1);
  });
});

describe('whoever made a document', () => {
  it('cannot approve it, is told why, and can take it back', async () => {
    const page = await ledger.page('demo-owner', '/inbox?doc=W-04');
    await row(page, 'W-04').getByText('เป็นเอกสารที่ท่านจัดทำเอง ต้องให้ผู้อื่นอนุมัติ').waitFor();
    expect(await page.getByLabel('เลือกเอกสาร W-04').isDisabled()).toBe(true);
    const panel = page.getByRole('complementary');
    await panel.getByText('ท่านพิจารณาไม่ได้').waitFor();
    expect(await panel.getByRole('button', { name: 'อนุมัติ' }).count()).toBe(0);
    await panel.getByRole('button', { name: 'ถอนคืน' }).click();
    await dialog(page).getByRole('button', { name: 'ถอนคืน' }).click();
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    expect(await statusOf('W-04')).toBe('withdrawn');
  });

  it('follows his own requests in a box of their own', async () => {
    const page = await ledger.page('demo-maker', '/inbox?tab=mine');
    await list(page, 'ของฉัน').waitFor();
    expect(await list(page, 'ของฉัน').locator('tbody tr').count()).toBe(9);
  });
});

describe('a page about the past', () => {
  it('shows what waited then, and decides nothing', async () => {
    const head = await ledger.ledger.embedded.store.head();
    await must('demo-checker', 'approvals/W-08/refusals', { reason: 'ปิดงวด' });
    const page = await ledger.page('demo-checker', `/inbox?known=${head ?? ''}&doc=W-08`);
    await row(page, 'W-08').waitFor();
    await page.getByText('มุมมองย้อนหลัง พิจารณาเอกสารไม่ได้').first().waitFor();
    expect(await page.getByRole('button', { name: /อนุมัติ/ }).count()).toBe(0);
  });
});

describe('a decision whose answer was lost', () => {
  it('is asked for under its one key while a proxy answers, until the ledger tells its outcome', async () => {
    await order('W-09', 'P01', '1000.00');
    const page = await ledger.page('demo-checker', '/inbox?doc=W-09');
    const keys = await loseAnswers(page, (path) => path.endsWith('/approvals/W-09/approvals'));
    await page.getByRole('button', { name: 'อนุมัติ', exact: true }).click();
    await dialog(page).getByRole('button', { name: /^อนุมัติ/ }).click();
    await dialog(page).getByText('ยังไม่ทราบผล').waitFor();
    await dialog(page).getByText('บันทึกแล้ว').waitFor();
    expect([new Set(keys).size, keys.length]).toEqual([1, 4]);
    expect(await statusOf('W-09')).toBe('approved');
  });
});

describe('an empty inbox', () => {
  it('says that nothing waits, and shows what was decided last', async () => {
    const { json } = await ledger.ask('demo-auditor', 'approvals');
    for (const { number } of json['rows'] as { number: string }[])
      await must('demo-checker', `approvals/${number}/refusals`, { reason: 'ปิดงวด' });
    const page = await ledger.page('demo-checker', '/inbox');
    await page.getByText('ไม่มีรายการรอ').waitFor();
    await list(page, 'ที่พิจารณาล่าสุด').waitFor();
    expect(await list(page, 'ที่พิจารณาล่าสุด').locator('tbody tr').count()).toBe(5);
  });
});
