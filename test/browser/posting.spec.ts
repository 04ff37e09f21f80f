import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type BrowsedLedger, closeBrowser, sampleLedger } from './browser.fixture.ts';
import { failAlways, loseAnswers } from './lost-answers.ts';
import { settled } from './settled.ts';

const FORM = '/post/commitmentMake?fy=2569&project=P02';
const DAY = { day: '๑๕', month: 'ก.ย.', year: '69' };

let ledger: BrowsedLedger;
/** What is available on the only line of P02, in baht. */
let available = '';
let line: { readonly fundSource: string; readonly category: string };

beforeAll(async () => {
  ledger = await sampleLedger();
  const { json } = await ledger.ask('demo-auditor', 'states/account?fiscalYear=2569&project=P02');
  const [row] = json['rows'] as Record<string, string>[];
  available = row?.['available'] ?? '';
  line = { fundSource: row?.['fund_source'] ?? '', category: row?.['category'] ?? '' };
}, 60_000);

afterAll(async () => {
  await ledger.close();
  await closeBrowser();
});

/** One satang more, by exact digits. */
const withSatang = (baht: string, satang: bigint): string => {
  const digits = String(BigInt(baht.replace('.', '')) + satang).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const grouped = (baht: string): string => baht.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',');

async function fill(page: Page, number: string, amount: string): Promise<void> {
  await settled(page);
  await page.locator('#field-commitment').fill(number);
  await page.locator('#field-line-fundSource').selectOption(`${line.fundSource}\n${line.category}`);
  await page.locator('#field-amount').fill(amount);
  await page.locator('#field-effectiveOn').fill(DAY.day);
  await page.locator('#field-effectiveOn-month').fill(DAY.month);
  await page.locator('#field-effectiveOn-year').fill(DAY.year);
}

const review = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'ตรวจทาน' }).click();
  await page.locator('#send').waitFor();
};

describe('an officer', () => {
  it('posts a commitment, is refused for 0.01 too much, and then accepted', async () => {
    const page = await ledger.page('demo-maker', FORM);
    await fill(page, 'PO-B-1', grouped(withSatang(available, 1n)));
    await page.locator('[data-state=refused]').waitFor();
    await review(page);
    await page.locator('#send').click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.textContent()).toContain('ขาด 0.01 บาท');
    expect(await page.title()).toMatch(/^ผิดพลาด: /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    expect(await page.locator('#field-commitment').inputValue()).toBe('PO-B-1');
    await summary.getByRole('link').first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-amount');

    await page.locator('#field-amount').fill(`฿ ${grouped(available)} บาท`);
    await page.locator(`[data-before="${available}"]`).waitFor();
    expect(await page.locator('[data-after]').getAttribute('data-after')).toBe('0.00');
    await review(page);
    expect(await page.locator('#send').textContent()).toContain(grouped(available));
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    await page.getByText(`ก่อหนี้ผูกพัน ${grouped(available)} บาท`, { exact: true }).waitFor();
    await page.locator(`[data-baht="${available}"]`).first().waitFor();

    await page.goto('/attempts');
    await page.locator('main tbody').waitFor();
    expect(await page.locator('main tbody').textContent()).toContain('budget-exceeded');
    await page.getByLabel('ถึงวันที่').fill('31/12/60');
    await page.getByRole('button', { name: 'กรอง' }).click();
    await page.getByText('ไม่มีรายการที่ถูกปฏิเสธตามตัวกรองนี้').waitFor();
    expect(new URL(page.url()).searchParams.get('until')).toBe('2017-12-31');
    await page.getByLabel('ถึงวันที่').fill('31/31/60');
    await page.getByRole('button', { name: 'กรอง' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
  });
});

describe('a form is recorded once', () => {
  const P03 = '/post/budgetEstimate?fy=2569&project=P03';
  const estimate = async (page: Page, amount: string): Promise<void> => {
    await settled(page);
    await page.locator('#field-line-fundSource').selectOption({ index: 1 });
    await page.locator('#field-amount').fill(amount);
    await page.locator('#field-effectiveOn').fill('1');
    await page.locator('#field-effectiveOn-month').fill('10');
    await page.locator('#field-effectiveOn-year').fill('2025');
  };
  const count = async (): Promise<number> => {
    const { json } = await ledger.ask('demo-auditor', 'journal?fiscalYear=2569&project=P03&limit=1000');
    return (json['rows'] as unknown[]).length;
  };
  const isKept = (page: Page) => page.locator('[data-draft=kept]').waitFor();

  it('when its button is clicked twice', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', P03);
    await estimate(page, '1000');
    await review(page);
    await page.locator('#send').dblclick();
    await page.waitForURL(/\/r\/\d+/);
    expect(await count()).toBe(before + 1);
  });

  it('when the page is read again in between, with everything that was typed', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', P03);
    await estimate(page, '๒,๐๐๐');
    await isKept(page);
    await page.reload();
    await settled(page);
    expect(await page.locator('#field-amount').inputValue()).toBe('๒,๐๐๐');
    await review(page);
    await page.reload();
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    expect(await count()).toBe(before + 1);
  });

  it('when the answer is lost: it is asked again under the same key, and says so', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', P03);
    await estimate(page, '3000');
    await review(page);
    const keys: string[] = [];
    await page.route(/estimates(?!.*dryRun)/, async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '');
      // It arrives and is recorded; the answer does not come back.
      if (keys.length === 1) {
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    await page.locator('#send').click();
    await page.getByText('ยังไม่ทราบผล — กำลังถามซ้ำ').waitFor();
    await page.waitForURL(/\/r\/\d+/);
    expect([new Set(keys).size, keys.length > 1, await count()]).toEqual([1, true, before + 1]);
  });

  it('when the ledger fails for minutes: whoever waits is told, and asks again', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', P03);
    await page.clock.install();
    await estimate(page, '3500');
    await review(page);
    const posted = /estimates(?!.*dryRun)/;
    await failAlways(page, posted);
    await page.locator('#send').click();
    await page.getByText('ยังไม่ทราบผล — กำลังถามซ้ำ').waitFor();
    await page.clock.fastForward(200_000);
    await page.getByText('ระบบไม่ตอบมาหลายนาทีแล้ว').waitFor();
    // What was sent is not changed before its outcome is known.
    expect(await page.getByRole('button', { name: 'กลับไปแก้ไข' }).isDisabled()).toBe(true);
    await page.unroute(posted);
    await page.getByRole('button', { name: 'ถามซ้ำ' }).click();
    await page.waitForURL(/\/r\/\d+/);
    expect(await count()).toBe(before + 1);
  }, 60_000);

  it('when a proxy answers after the answer was lost: its outcome stays unknown until the ledger tells it', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', P03);
    await estimate(page, '3500');
    await review(page);
    const keys = await loseAnswers(page, (path) => path.endsWith('/estimates'));
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    expect([new Set(keys).size, keys.length, await count()]).toEqual([1, 4, before + 1]);
  });

  it('when somebody goes back to it: the page leads to the receipt', async () => {
    const before = await count();
    const page = await ledger.page('demo-maker', '/post');
    await page.goto(P03);
    await estimate(page, '4000');
    const form = page.url();
    await review(page);
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    const number = /\/r\/(\d+)/.exec(page.url())?.[1] ?? '';
    await page.goBack();
    await page.getByText('แบบฟอร์มนี้บันทึกแล้ว').first().waitFor();
    await page.goto(form);
    await page.getByText(`บันทึกเป็นรายการเลขที่ ${number}`).waitFor();
    expect(await count()).toBe(before + 1);
  });

  it('when it is open in two windows: the second is told, and other content under the key is refused', async () => {
    const before = await count();
    const first = await ledger.page('demo-maker', P03);
    await estimate(first, '5000');
    await isKept(first);
    const second = await first.context().newPage();
    await second.goto(first.url());
    await settled(second);
    await review(first);
    await first.locator('#send').click();
    await first.waitForURL(/\/r\/\d+/);
    await second.locator('#field-amount').fill('6000');
    await second.locator('[data-draft=elsewhere]').waitFor();
    await review(second);
    await second.locator('#send').click();
    const summary = second.getByRole('alert').filter({ hasText: 'บันทึกไปแล้ว' });
    await summary.waitFor();
    expect(await count()).toBe(before + 1);
  });
});

describe('a form', () => {
  it('is filled in and sent with the keyboard alone', async () => {
    const page = await ledger.page('demo-maker', '/fy/2569');
    await settled(page);
    await page.keyboard.press('n');
    await page.waitForURL(/\/post$/);
    await settled(page);
    await page.getByLabel('ค้นหารายการ').focus();
    await page.keyboard.type('ประมาณการ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/post\/budgetEstimate/);
    await settled(page);
    const type = async (id: string, text: string) => {
      for (let tries = 0; tries < 40; tries += 1) {
        if ((await page.evaluate(() => document.activeElement?.id)) === id) break;
        await page.keyboard.press('Tab');
      }
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
      await page.keyboard.type(text);
    };
    await page.locator('#field-fiscalYear').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2569');
    await type('field-project', 'P04');
    // The lines of the account come when it is known.
    await page.locator('select#field-line-fundSource').waitFor();
    await type('field-line-fundSource', '');
    await page.keyboard.press('ArrowDown');
    await type('field-amount', '๗๗๗.๒๕');
    await type('field-effectiveOn', '30');
    await type('field-effectiveOn-month', 'ธันวาคม');
    await type('field-effectiveOn-year', '68');
    await page.locator('[data-echo="2025-12-30"]').waitFor();
    expect(await page.locator('[data-echo="777.25"]').textContent()).toContain('เจ็ดร้อยเจ็ดสิบเจ็ดบาทยี่สิบห้าสตางค์');
    await page.keyboard.press('Control+Enter');
    await page.locator('#send').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/r\/\d+/);
    await page.getByText('บันทึกประมาณการ 777.25 บาท', { exact: true }).waitFor();
  });

  it('names everything that is missing on top, with the same words at the fields', async () => {
    const page = await ledger.page('demo-maker', FORM);
    await settled(page);
    await page.locator('#field-amount').fill('1.234,56');
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    const summary = page.getByRole('alert');
    const said = await summary.getByRole('listitem').allTextContents();
    expect(said).toEqual([
      'กรอกเลขที่สัญญาหรือใบสั่งซื้อ',
      'จำนวนเงิน (บาท): อ่านได้หลายแบบ (123,456.00 หรือ 1,234.56) พิมพ์เช่น 1,234,567.89',
      'กรอกวันที่มีผล',
    ]);
    for (const words of said) expect(await page.getByText(words, { exact: true }).count()).toBeGreaterThan(1);
    expect(await page.locator('#field-amount').inputValue()).toBe('1.234,56');
  });

  it('calls a field wrong no longer than until it is changed', async () => {
    const page = await ledger.page('demo-maker', FORM);
    await settled(page);
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.getByRole('alert').waitFor();
    const wrong = () =>
      page.locator('main [aria-invalid=true]').evaluateAll((all) => all.map(({ id }) => id));
    expect(await wrong()).toContain('field-commitment');
    await page.locator('#field-commitment').fill('PO-B-2');
    await page.locator('#field-effectiveOn').fill('1');
    await page.locator('#field-amount').focus();
    expect(await wrong()).toEqual(['field-amount']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-amount');
  });

  it('says by how much a payment is more than what is left of its order', async () => {
    const body = { commitment: 'PO-B-3', line, amount: '10.00', effectiveOn: '2026-08-03' };
    await ledger.ask('demo-maker', 'budget-accounts/2569/P07/commitments', { body });
    const page = await ledger.page(
      'demo-maker',
      '/post/disbursementMake?fy=2569&project=P07&commitment=PO-B-3&date=2026-08-04',
    );
    await settled(page);
    await page.getByText('คงค้าง 10.00 บาท', { exact: true }).waitFor();
    await page.locator('#field-disbursement').fill('V-B-3');
    await page.locator('#field-amount').fill('10.01');
    const told = page.locator('[data-state=refused]');
    await told.waitFor();
    expect(await told.innerText()).toContain('ขอใช้ 10.01 บาท คงเหลือ 10.00 บาท เกิน 0.01 บาท');
  });

  it('asks about a date outside its fiscal year', async () => {
    const page = await ledger.page('demo-maker', '/post/budgetEstimate?fy=2569&project=P04&date=2026-10-01');
    await settled(page);
    await page.locator('#field-line-fundSource').selectOption({ index: 1 });
    await page.locator('#field-amount').fill('1');
    await page.getByRole('button', { name: 'ตรวจทาน' }).click();
    await page.getByRole('alert').getByText('อยู่นอกปีงบประมาณ').waitFor();
    await page.getByLabel(/ยืนยัน: วันที่มีผลอยู่นอกปีงบประมาณ 2569/).check();
    await review(page);
  });

  it('keeps project, line and date for the next one', async () => {
    const page = await ledger.page('demo-maker', '/post/budgetEstimate?fy=2569&project=P05&date=2025-11-03');
    await settled(page);
    await page.locator('#field-line-fundSource').selectOption({ index: 1 });
    await page.locator('#field-amount').fill('10');
    await review(page);
    await page.getByRole('button', { name: 'บันทึกและทำรายการถัดไป' }).click();
    await page.waitForURL(/last=/);
    await page.locator('[data-echo="2025-11-03"]').waitFor();
    expect(await page.locator('#field-project').inputValue()).toBe('P05');
    expect(await page.locator('#field-amount').inputValue()).toBe('');
    expect(await page.locator('#field-line-fundSource').inputValue()).toContain('\n');
  });

  it('is not there on a page about the past, and says which role is needed', async () => {
    const past = await ledger.page('demo-maker', `${FORM}&known=209`);
    await past.getByText('จึงทำรายการไม่ได้').waitFor();
    expect(await past.locator('#field-amount').count()).toBe(0);
    const auditor = await ledger.page('demo-auditor', FORM);
    await auditor.getByText('บัญชีของท่านทำรายการนี้ไม่ได้').waitFor();
  });
});

describe('a posting that the policy wants approved', () => {
  it('is handed in, and says so before and after', async () => {
    const approvals = [{ command: 'estimate', from: '900000.00', tiers: ['checker'] }];
    await ledger.ask('demo-owner', 'control/policy', {
      body: { policy: { approvals }, effectiveOn: '2025-10-01' },
    });
    const page = await ledger.page('demo-maker', '/post/budgetEstimate?fy=2569&project=P06&date=2025-11-03');
    await settled(page);
    await page.locator('#field-line-fundSource').selectOption({ index: 1 });
    await page.locator('#field-amount').fill('900,000');
    await page.locator('[data-state=approval]').waitFor();
    await review(page);
    expect(await page.locator('#send').textContent()).toContain('ส่งขออนุมัติ');
    await page.locator('#send').click();
    await page.waitForURL(/\/r\/\d+/);
    await page.getByText('ส่งขออนุมัติ').first().waitFor();
  });
});
