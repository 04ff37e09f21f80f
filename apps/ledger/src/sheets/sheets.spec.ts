import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, type Reply } from '../../testing/ledger-under-test.fixture.ts';
import { readWorkbook } from '#spreadsheets';
import { parseDelimited, SHEET_KINDS, sheetKind } from '#sheets';
import { postedSheetAnswer, progressAnswer, sheetAnswer } from './sheet.answers.ts';

const HEADER = 'เลขที่ใบสั่งซื้อ,โครงการ,แหล่งเงิน,หมวดรายจ่าย,จำนวนเงิน (บาท),วันที่';
const order = (number: string, amount: string, project = 'P01', date = '30 ธ.ค. 2568'): string =>
  `${number},${project},annual-appropriation,operating,"${amount}",${date}`;
const sheet = (...rows: string[]) => ({
  kind: 'commitments',
  content: [HEADER, ...rows].join('\r\n'),
  name: 'ใบสั่ง.xlsx',
});

let ledger: LedgerUnderTest;

beforeEach(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.account('P01', '1000.00', { fundSource: 'annual-appropriation', category: 'operating' });
  await ledger.account('P02', '500.00', { fundSource: 'annual-appropriation', category: 'operating' });
});

afterEach(() => ledger.close());

const head = () => ledger.ledger.embedded.store.head();
const send = (body: object, query = '', headers = {}) => ledger.post(`sheets${query}`, body, headers);
const said = ({ status, json }: Reply): unknown => (status < 400 ? status : json['code']);
const faultsOf = ({ json }: Reply) =>
  (
    (json as Record<string, unknown>)['rows'] as { row: number; faults: { column: string; code: string }[] }[]
  ).flatMap(({ row, faults }) => faults.map(({ column, code }) => [row, column, code]));
const available = async (project: string): Promise<unknown> => {
  const { json } = await ledger.get(`reports/budget-status?fiscalYear=2569&project=${project}`);
  const rows = (json as Record<string, unknown>)['rows'] as { level: string; baht: { available: string } }[];
  return rows.find(({ level }) => level === 'project')?.baht.available;
};

describe('a sheet on trial', () => {
  it('says of every row what would be available after it, the rows before it counted', async () => {
    const before = await head();
    const reply = await send(
      sheet(order('PO-1', '400.00'), order('PO-2', '฿ 600'), order('PO-3', '๕๐๐', 'P02')),
      '?dryRun=true',
    );
    expect(reply.status).toBe(200);
    const answer = sheetAnswer.parse(reply.json);
    expect(
      answer.rows.map(({ available: lines }) => lines.map(({ before: from, after }) => [from, after])),
    ).toEqual([[['1000.00', '600.00']], [['600.00', '0.00']], [['500.00', '0.00']]]);
    expect(answer).toMatchObject({
      counts: { rows: 3, faulty: 0, faults: 0 },
      total: '1500.00',
      dryRun: true,
    });
    expect(await head()).toBe(before);
  });

  it('marks every faulty cell, and decides the other rows as if the faulty ones were left out', async () => {
    const reply = await send(
      sheet(
        order('PO-1', '999.99'),
        order('PO-2', '0.02'),
        order('PO-3', '1.234,56'),
        order('', '0.01', 'P01', '30 กพ 2568'),
        order('PO-1', '0.01'),
        order('PO-4', '0.01'),
        order('PO-5', '1.00', 'P99'),
      ),
      '?dryRun=true',
    );
    expect(faultsOf(reply)).toEqual([
      [2, 'amount', 'budget-exceeded'],
      [3, 'amount', 'typed-amount-ambiguous'],
      [4, 'commitment', 'cell-missing'],
      [4, 'effectiveOn', 'typed-date-not-in-calendar'],
      [5, 'commitment', 'commitment-exists'],
      [7, 'project', 'account-not-open'],
    ]);
    expect(reply.json).toMatchObject({ counts: { rows: 7, faulty: 5, faults: 6 } });
  });
});

describe('a sheet', () => {
  it('is recorded as one, once, and every row says where it was taken from', async () => {
    const body = sheet(order('PO-1', '400.00'), order('PO-2', '100.00', 'P02'));
    const headers = { 'idempotency-key': 'sheet-1' };
    const [first, second] = await Promise.all([send(body, '', headers), send(body, '', headers)]);
    expect([first.status, second.status].sort()).toEqual([200, 201]);
    const { receipt } = sheetAnswer.parse(first.json);
    expect(sheetAnswer.parse(second.json).receipt?.position).toBe(receipt?.position);
    expect(await head()).toBe(receipt?.position);
    const again = await send(sheet(order('PO-1', '400.01')), '', headers);
    expect(again.json).toMatchObject({ code: 'idempotency-key-reused' });
    const event = await ledger.get(`events/${receipt?.position ?? ''}`);
    expect(event.json).toMatchObject({ metadata: { source: 'ใบสั่ง.xlsx, row 2' } });
    expect(await available('P02')).toBe('400.00');
  });

  it('with one refused row records nothing, and lists all that is wrong', async () => {
    const before = await head();
    const reply = await send(
      sheet(order('PO-1', '1000.00'), order('PO-2', '0.01'), order('PO-3', '500.01', 'P02')),
    );
    expect(reply.json).toMatchObject({ code: 'sheet-faulty', status: 422 });
    expect(faultsOf(reply)).toEqual([
      [2, 'amount', 'budget-exceeded'],
      [3, 'amount', 'budget-exceeded'],
    ]);
    expect(await head()).toBe(before);
    const unread = await send(sheet(order('PO-1', 'x')));
    expect(faultsOf(unread)).toEqual([[1, 'amount', 'typed-amount-malformed']]);
  });

  it('whose amount a comma cut in two is refused at that row, and cells that are empty beyond the header are none', async () => {
    const before = await head();
    const cut = await send(sheet('PO-1,P01,annual-appropriation,operating,1,500.00,30 ธ.ค. 2568'));
    expect(faultsOf(cut)).toContainEqual([1, 'effectiveOn', 'cell-without-column']);
    const header = 'commitment,project,fundSource,category,effectiveOn,amount';
    const row = 'PO-1,P01,annual-appropriation,operating,2025-12-30,1';
    const posted = (content: string) => send({ kind: 'commitments', content });
    expect(faultsOf(await posted(`${header}\n${row},500.00\n`))).toEqual([
      [1, 'amount', 'cell-without-column'],
    ]);
    expect(faultsOf(await posted(`${header},\n${row},500.00\n`))).toEqual([
      [1, 'amount', 'cell-without-column'],
    ]);
    expect(await head()).toBe(before);
    expect(said(await posted(`${header}\n${row},, ,\n`))).toBe(201);
  });

  it.each(['amount (million baht)', 'จำนวนเงิน (ล้านบาท)', 'จำนวนเงิน (หน่วย: ล้านบาท)'])(
    'is read in the unit that its header names: %s',
    async (name) => {
      const content = `commitment,project,fundSource,category,effectiveOn,${name}\nPO-1,P01,annual-appropriation,operating,2025-12-30,0.0001\n`;
      const read = (more: object) => send({ kind: 'commitments', content, ...more }, '?dryRun=true');
      expect((await read({})).json).toMatchObject({ total: '100.00' });
      expect((await read({ unit: 'million-baht' })).json).toMatchObject({ total: '100.00' });
      expect((await read({ unit: 'baht' })).json).toMatchObject({
        code: 'sheet-unit-differs',
        column: 'amount',
        named: 'million-baht',
        expected: 'baht',
      });
    },
  );

  it('of plans marks the quarter that is planned below zero', async () => {
    const content = 'project,Q1,Q2,Q3,Q4,date\nP01,1,1,1,-1,2025-10-01';
    expect(faultsOf(await send({ kind: 'plans', content }))).toEqual([[1, 'Q4', 'plan-negative']]);
  });

  it('whose columns name different units is refused', async () => {
    const content = 'project,Q1 (baht),Q2 (million baht),Q3,Q4,date\nP01,1,1,1,1,2025-10-01';
    expect((await send({ kind: 'plans', content })).json).toMatchObject({
      code: 'sheet-unit-differs',
    });
  });

  it.each([
    [{ content: HEADER }, 'sheet-empty'],
    [{ content: `${HEADER},สี\n${order('PO-1', '1.00')},แดง` }, 'sheet-column-unknown'],
    [{ content: 'โครงการ,จำนวนเงิน\nP01,1' }, 'sheet-column-missing'],
    [{ content: `${HEADER},Amount\n${order('PO-1', '1.00')},1` }, 'sheet-column-twice'],
    [
      {
        content: `${HEADER}\n${Array.from({ length: 2001 }, (_, at) => order(`PO-${at}`, '0.01')).join('\n')}`,
      },
      'sheet-too-long',
    ],
    [{ kind: 'wishes' }, 'input-invalid'],
  ])('of another form is refused: %#', async (change, code) => {
    expect((await send({ ...sheet(order('PO-1', '1.00')), ...change })).json).toMatchObject({ code });
  });

  it('of two thousand rows is taken, and says how far it has come', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => order(`PO-${at}`, '0.50'));
    const sending = send(sheet(...rows), '', { 'idempotency-key': 'long' });
    let seen: { decided: number; of: number } | undefined;
    const done = { yet: false };
    const answer = sending.finally(() => (done.yet = true));
    while (!done.yet) {
      // Asked in process: without a turn of its own the sheet would never get on.
      await nextTurn();
      const { json } = await ledger.get('sheets/progress?key=long');
      const { running, decided, of } = progressAnswer.parse(json);
      if (running && decided > 0) seen = { decided, of };
    }
    expect((await answer).status).toBe(201);
    expect(seen?.of).toBe(2000);
    expect(await available('P01')).toBe('0.00');
  });

  it('reads every kind: from the accounts of a year to its results', async () => {
    const post = async (kind: string, content: string): Promise<void> => {
      const reply = await send({ kind, content });
      if (reply.status !== 201) throw new Error(reply.text);
    };
    await post('accounts', 'project;name;date\nP07;ดิจิทัล;1 ต.ค. 2568');
    await post('allocations', 'project\tfundSource\tcategory\tamount\tdate\nP07\tA\tB\t0.001 ล้าน\t1/10/68');
    await post('plans', 'project,Q1,Q2,Q3,Q4,date\nP07,500,-,200,300,2025-10-01');
    await post('plan-revisions', 'project,Q1,Q2,Q3,Q4,date,reason\nP07,400,100,200,300,2025-10-02,ตามมติ');
    await post('requests', 'request,project,fundSource,category,amount,date\nPR-1,P07,A,B,500,2025-10-03');
    await post(
      'commitments',
      'commitment,project,request,amount,date,ประเภท\nPO-1,P07,PR-1,500,2025-10-04,สัญญา',
    );
    await post('acceptances', 'acceptance,project,commitment,amount,date\nAC-1,P07,PO-1,200,2025-10-05');
    await post(
      'disbursements',
      'voucher,project,fundSource,category,commitment,acceptance,amount,date,final\nV-1,P07,,,,AC-1,200,2025-10-06,\nV-2,P07,,,PO-1,,100,2025-10-07,ใช่\nV-3,P07,A,B,,,50,2025-10-08,',
    );
    expect(await available('P07')).toBe('650.00');
    const kpi = {
      fiscalYear: 2569,
      kpi: 'K1',
      project: 'P07',
      name: 'ผู้ใช้',
      kind: 'count',
      accumulation: 'cumulative',
      effectiveOn: '2025-10-01',
    };
    const defined = await ledger.post('kpis', kpi);
    if (defined.status !== 201) throw new Error(defined.text);
    await post('kpi-results', 'kpi,result,quarter,value,date\nK1,R-1,๑,"1,805",31/12/68');
  });
});

describe('a posted sheet', () => {
  const why = { effectiveOn: '2025-12-31', reason: 'ส่งผิดไฟล์' };
  const post = async (...rows: string[]): Promise<string> =>
    sheetAnswer.parse((await send(sheet(...rows))).json).receipt?.position ?? '';

  it('is taken back as one: balances are as before, and twice is once', async () => {
    const position = await post(
      order('PO-1', '400.00'),
      order('PO-2', '100.00'),
      order('PO-3', '5.00', 'P02'),
    );
    const posted = postedSheetAnswer.parse((await ledger.get(`sheets/${position}`)).json);
    expect(posted).toMatchObject({ documents: 3, reversible: true, reversedAt: null });
    const trial = await ledger.post(`sheets/${position}/reversals?dryRun=true`, why);
    expect(trial.status).toBe(200);
    expect(await available('P01')).toBe('500.00');
    const reversed = await ledger.post(`sheets/${position}/reversals`, why);
    expect(reversed.status).toBe(201);
    expect(
      ((reversed.json as Record<string, unknown>)['events'] as { data: { commitment: string } }[]).map(
        ({ data }) => data.commitment,
      ),
    ).toEqual(['PO-3', 'PO-2', 'PO-1']);
    expect([await available('P01'), await available('P02')]).toEqual(['1000.00', '500.00']);
    expect((await ledger.post(`sheets/${position}/reversals`, why)).json).toMatchObject({ replayed: true });
    const other = await ledger.post(`sheets/${position}/reversals`, { ...why, reason: 'อื่น' });
    expect(other.json).toMatchObject({ code: 'sheet-already-reversed' });
    const { reversedAt } = postedSheetAnswer.parse((await ledger.get(`sheets/${position}`)).json);
    expect(reversedAt).toBe(reversed.json['position']);
  });

  it('is taken back beside others of the same account, and beside what is posted to it', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    const positions = [];
    for (const number of numbers) positions.push(await post(order(`PO-${number}`, '10.00')));
    const pay = (number: number) =>
      ledger.post('budget-accounts/2569/P01/disbursements', {
        disbursement: `DV-${number}`,
        line: { fundSource: 'annual-appropriation', category: 'operating' },
        amount: '1.00',
        effectiveOn: '2025-12-31',
      });
    const back = (position: string) => ledger.post(`sheets/${position}/reversals`, why);
    const replies = await Promise.all([...positions.map(back), ...numbers.map(pay)]);
    expect(replies.map(said)).toEqual(replies.map(() => 201));
    expect(await available('P01')).toBe('970.00');
  });

  it('is taken back once, whoever asks at the same moment', async () => {
    const position = await post(order('PO-1', '400.00'));
    const by = (actor: string) => ledger.post(`sheets/${position}/reversals`, why, { 'obligo-actor': actor });
    const replies = await Promise.all(['malee', 'malee', 'somchai'].map(by));
    expect(replies.map(said).sort()).toEqual([200, 201, 'sheet-already-reversed']);
  });

  it('is not taken back when one document was used meanwhile, which is named', async () => {
    const position = await post(order('PO-1', '400.00'), order('PO-2', '100.00'));
    await ledger.must('budget-accounts/2569/P01/disbursements', {
      disbursement: 'V-1',
      commitment: 'PO-1',
      amount: '1.00',
      effectiveOn: '2025-12-30',
    });
    const before = await head();
    const refused = await ledger.post(`sheets/${position}/reversals`, why);
    expect(refused.json).toMatchObject({ code: 'sheet-used-since', status: 422 });
    expect(refused.json['detail']).toContain('PO-1');
    expect(await head()).toBe(before);
  });

  it('of results is corrected, not taken back', async () => {
    const kpi = {
      fiscalYear: 2569,
      kpi: 'K1',
      project: 'P01',
      name: 'ผู้ใช้',
      kind: 'count',
      accumulation: 'cumulative',
      effectiveOn: '2025-10-01',
    };
    await ledger.must('kpis', kpi);
    const content = 'kpi,result,quarter,value,date\nK1,R-1,1,5,31/12/68';
    const { receipt } = sheetAnswer.parse((await send({ kind: 'kpi-results', content })).json);
    const refused = await ledger.post(`sheets/${receipt?.position ?? ''}/reversals`, why);
    expect(refused.json).toMatchObject({ code: 'sheet-not-reversible' });
    expect((await ledger.get(`sheets/${receipt?.position ?? ''}`)).json).toMatchObject({ reversible: false });
  });

  it('gives allocations, requests and plans back too', async () => {
    const run = async (kind: string, content: string): Promise<string> => {
      const reply = await send({ kind, content });
      return sheetAnswer.parse(reply.json).receipt?.position ?? '';
    };
    await run('plans', 'project,Q1,Q2,Q3,Q4,date\nP01,500,0,200,300,2025-10-01');
    const revised = await run(
      'plan-revisions',
      'project,Q1,Q2,Q3,Q4,date,reason\nP01,400,100,200,300,2025-10-02,a',
    );
    const given = await run(
      'allocations',
      'project,fundSource,category,amount,date\nP01,annual-appropriation,operating,9,2025-10-02',
    );
    const held = await run(
      'requests',
      'request,project,fundSource,category,amount,date\nR1,P01,annual-appropriation,operating,1009,2025-10-03',
    );
    const stuck = await ledger.post(`sheets/${given}/reversals`, why);
    expect(stuck.json).toMatchObject({ code: 'cut-below-used' });
    for (const position of [held, given, revised]) {
      const reply = await ledger.post(`sheets/${position}/reversals`, why);
      expect([position, reply.status, reply.text.slice(0, 200)]).toEqual([position, 201, expect.any(String)]);
    }
    expect(await available('P01')).toBe('1000.00');
  });
});

describe('a sheet that needs other eyes', () => {
  it('waits as one document, and is recorded as one when it is approved', async () => {
    const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
    await ledger.must('control/policy', { policy: { approvals }, effectiveOn: '2025-10-01' });
    await ledger.must('control/duties', { duty: 'checker', holder: 'malee', effectiveOn: '2025-10-01' });
    const body = sheet(order('PO-1', '400.00'), order('PO-2', '200.00', 'P02'));
    const refused = await send(body);
    expect(faultsOf(refused)).toEqual([
      [1, 'amount', 'approval-needed'],
      [2, 'amount', 'approval-needed'],
    ]);
    const maker = { 'obligo-actor': 'somchai', 'idempotency-key': 'in-1' };
    const handedIn = await ledger.post('sheets/submissions?submit=S-1', body, maker);
    expect([handedIn.status, handedIn.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
    expect(await available('P01')).toBe('1000.00');
    const approved = await ledger.post(
      'approvals/S-1/approvals',
      { effectiveOn: '2025-12-30' },
      { 'obligo-actor': 'malee' },
    );
    expect(approved.status).toBe(201);
    expect([await available('P01'), await available('P02')]).toEqual(['600.00', '300.00']);
    const unread = await ledger.post('sheets/submissions?submit=S-2', sheet(order('PO-3', 'x')), maker);
    expect(unread.json).toMatchObject({ code: 'sheet-faulty' });
  });
});

describe('templates', () => {
  it.each(SHEET_KINDS)('of %s name all columns, in a workbook and as text', async (kind) => {
    const columns = sheetKind(kind)?.columns ?? [];
    const { app } = ledger.ledger;
    const book = await app.inject({ url: `/api/v1/sheets/templates/${kind}.xlsx` });
    const [first] = await readWorkbook(new Uint8Array(book.rawPayload));
    expect(first?.rows[0]?.map((cell) => cell?.value)).toEqual(columns.map(({ names }) => names.th[0]));
    const text = await app.inject({ url: `/api/v1/sheets/templates/${kind}.csv?lang=en` });
    expect(text.body.startsWith('\ufeff')).toBe(true);
    expect(parseDelimited(text.body)[0]).toEqual(columns.map(({ names }) => names.en[0]));
  });

  it('there are of known kinds only', async () => {
    expect((await ledger.get('sheets/templates/wishes.xlsx')).status).toBe(404);
    expect((await ledger.get('sheets/templates/..%2Fx.csv')).status).toBe(404);
  });
});
