import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { explainedSums, figuresOf } from './explained.ts';

let ledger: BrowsedLedger;

const LINE = { fundSource: 'annual-appropriation', category: 'unclassified' };
const SHA256 = 'b'.repeat(64);

/** A request, an order of two months later with a file, and its acceptance. */
const POSTINGS = [
  ['requests', { request: 'PR-1', line: LINE, amount: '900.00', effectiveOn: '2026-01-05' }],
  [
    'commitments',
    {
      ...{ commitment: 'PO-1', request: 'PR-1', amount: '800.50', final: true, effectiveOn: '2026-03-05' },
      evidence: [{ name: 'สัญญา PO-1.pdf', size: 2048, sha256: SHA256 }],
    },
  ],
  [
    'acceptances',
    {
      acceptance: 'IV-1',
      commitment: 'PO-1',
      amount: '300.25',
      dueOn: '2026-03-31',
      effectiveOn: '2026-03-15',
    },
  ],
] as const;

beforeAll(async () => {
  ledger = await sampleLedger();
  for (const [path, body] of POSTINGS) {
    const asked = { key: path, body };
    const { status, json } = await ledger.ask('demo-maker', `budget-accounts/2569/P02/${path}`, asked);
    if (status !== 201) throw new Error(JSON.stringify(json));
  }
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

describe('the page of a document', () => {
  it('shows its life with the days of each stage', async () => {
    const page = await ledger.page('demo-auditor', '/doc/2569/P02/PO-1');
    const stages = page.getByRole('main').locator('ol > li');
    await stages.first().waitFor();
    expect(await stages.allTextContents()).toEqual([
      expect.stringMatching(/คำขอ.*PR-1.*5 ม\.ค\. 2569.*อีก 59 วัน/),
      expect.stringMatching(/ก่อหนี้ผูกพัน.*PO-1.*5 มี\.ค\. 2569.*อีก 10 วัน/),
      expect.stringMatching(/ตรวจรับ.*IV-1.*15 มี\.ค\. 2569/),
    ]);
  });

  it('tells amounts that are each explained, the files, and what comes next', async () => {
    const page = await ledger.page('demo-auditor', '/doc/2569/P02/PO-1?unit=baht');
    await page.getByText('สัญญา PO-1.pdf').waitFor();
    await page.getByText(SHA256).waitFor();
    await page.getByText(/รอตรวจรับหรือเบิกจ่าย/).waitFor();
    const figures = await figuresOf(page);
    expect(figures.map(({ baht }) => baht)).toEqual(
      expect.arrayContaining(['800.50', '300.25', '500.25', '0.00']),
    );
    const sums = await explainedSums(ledger, figures);
    expect(sums.filter(({ shown, explained }) => shown !== explained)).toEqual([]);
    await page.getByRole('link', { name: 'ที่มาของ 500.25' }).click();
    await page.getByText(/คงค้าง ของเอกสาร P02 · PO-1/).waitFor();
  });

  it('of an accepted document that was not paid in time says by how many days', async () => {
    const page = await ledger.page('demo-auditor', '/doc/2569/P02/IV-1');
    await page.getByText(/ครบกำหนด 31 มี\.ค\. 2569/).waitFor();
    await page.getByText(/เกินกำหนด \d+ วัน/).waitFor();
  });

  it('as known before it was made is not there', async () => {
    const page = await ledger.page('demo-auditor', '/doc/2569/P02/PO-1?known=190');
    expect(await page.getByRole('alert').textContent()).toContain('document-not-known');
  });
});
