import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';

const DAY = '2026-09-15';
const contract = Buffer.from('สัญญาจ้างที่ปรึกษา ฉบับลงนาม');
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

let ledger: BrowsedLedger;
let line: Record<string, string>;
let number = '';

const post = async (path: string, body: object) => {
  const { status, json } = await ledger.ask('demo-maker', path, { body: { effectiveOn: DAY, ...body } });
  if (status >= 300) throw new Error(`${path}: ${JSON.stringify(json)}`);
  return json['position'] as string;
};

beforeAll(async () => {
  ledger = await sampleLedger();
  const { json } = await ledger.ask('demo-auditor', 'states/account?fiscalYear=2569&project=P02');
  const [row = {}] = json['rows'] as Record<string, string>[];
  line = { fundSource: row['fund_source'] ?? '', category: row['category'] ?? '' };
  number = await post('budget-accounts/2569/P02/commitments', {
    commitment: 'PO-R-1',
    line,
    amount: '1234.50',
    reason: 'จ้างที่ปรึกษา',
    evidence: [
      {
        name: 'สัญญา.pdf',
        size: contract.length,
        sha256: createHash('sha256').update(contract).digest('hex'),
      },
    ],
  });
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('a receipt', () => {
  it('says for ever what was recorded: sentence, words, who, when, before and after, events, digests', async () => {
    const page = await ledger.page('demo-auditor', `/r/${number}?unit=baht`);
    const main = page.locator('main');
    await main.getByText('ก่อหนี้ผูกพัน 1,234.50 บาท').waitFor();
    const said = (await main.textContent()) ?? '';
    for (const words of [
      'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์',
      'demo-maker',
      'จ้างที่ปรึกษา',
      '15 ก.ย. 2569',
      'CommitmentMade',
    ])
      expect(said).toContain(words);
    expect(said).toMatch(/[0-9a-f]{64}/);
    const [before = '', after = ''] = await page
      .locator('[data-figure*=available]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-baht') ?? ''));
    expect(BigInt(before.replace('.', '')) - BigInt(after.replace('.', ''))).toBe(123450n);
  });

  it('shows of a file whether it is the evidence', async () => {
    const page = await ledger.page('demo-auditor', `/r/${number}`);
    await page.locator('#check-file').setInputFiles(file('copy.pdf', contract));
    await page.getByText('✓ ตรงกัน').waitFor();
    await page
      .locator('#check-file')
      .setInputFiles(file('copy.pdf', Buffer.concat([contract, Buffer.from(' ')])));
    await page.getByText('✗ ไม่ตรง').waitFor();
  });

  it('takes remarks and evidence later, each an entry of its own', async () => {
    const page = await ledger.page('demo-maker', `/r/${number}`);
    await page.getByRole('link', { name: 'เพิ่มหมายเหตุหรือหลักฐาน' }).click();
    await page.waitForURL(/remarkAdd/);
    await page.locator('#field-text').fill('ได้รับต้นฉบับแล้ว');
    await page.locator('#field-evidence').setInputFiles(file('ต้นฉบับ.pdf', Buffer.from('original')));
    await page.locator('#field-evidence-0').waitFor();
    for (const [id, text] of [
      ['field-effectiveOn', '16'],
      ['field-effectiveOn-month', '9'],
      ['field-effectiveOn-year', '2569'],
    ] as const)
      await page.locator(`#${id}`).fill(text);
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    await page.goto(`/r/${number}`);
    await page.getByText('ได้รับต้นฉบับแล้ว').waitFor();
    await page.getByText('ต้นฉบับ.pdf').waitFor();
  });

  it('leads to the reversal, prefilled; then both lead to each other', async () => {
    const page = await ledger.page('demo-maker', `/r/${number}`);
    await page.getByRole('link', { name: 'กลับรายการผูกพัน' }).click();
    await page.waitForURL(/commitmentReverse/);
    await page.locator('#field-commitment').waitFor();
    expect(await page.locator('#field-commitment').inputValue()).toBe('PO-R-1');
    await page.locator('#field-reason').fill('บันทึกซ้ำ');
    for (const [id, text] of [
      ['field-effectiveOn', '17'],
      ['field-effectiveOn-month', 'ก.ย.'],
      ['field-effectiveOn-year', '69'],
    ] as const)
      await page.locator(`#${id}`).fill(text);
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.locator('#send').click();
    await page.getByText('รายการนี้กลับรายการเลขที่').waitFor();
    await page.locator('main').getByRole('link', { name: number, exact: true }).first().click();
    await page.getByText('รายการนี้ถูกกลับแล้วโดยรายการเลขที่').waitFor();
  });

  it('of many entries leads to those that it does not list', async () => {
    const page = await ledger.page('demo-auditor', '/r/209?lang=en');
    const rest = page.getByRole('link', { name: /see the rest in the journal/ });
    await rest.waitFor();
    const listed = page.getByRole('table', { name: /Events in the log/ });
    expect(await listed.locator('tbody tr').last().innerText()).toMatch(/^50\s+KPI plan set\s+KpiPlanSet/);
    await rest.click();
    await page.getByRole('link', { name: '51', exact: true }).waitFor();
    expect(await page.getByRole('link', { name: '50', exact: true }).count()).toBe(0);
  });

  it('of an unknown number says how numbers look; of a later one that it was not known then', async () => {
    const unknown = await ledger.page('demo-auditor', '/r/999999');
    await unknown.getByText('เลขที่คือลำดับในสมุดรายการ').waitFor();
    const early = await ledger.page('demo-auditor', `/r/${number}?known=200`);
    await early.getByText('ยังไม่ทราบในขณะนั้น').waitFor();
  });
});
