import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { LedgerUnderTest, tables } from '../../testing/ledger-under-test.fixture.ts';

const CONTENT = 'no,code,name_th,budget_m\n1,P01,Digital ID,42.7377\n';

let ledger: LedgerUnderTest;
beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  // Whatever a ledger needs to answer at all is there.
  await ledger.get('status');
});
afterAll(() => ledger.close());

describe('the name of an imported file', () => {
  it.each([
    '../../etc/passwd',
    '../summary.csv',
    '..',
    '.',
    '/etc/passwd',
    '/srv/summary.csv',
    'deep/summary.csv',
    '..\\summary.csv',
    'C:\\summary.csv',
    'summary.csv\u0000.txt',
    'summary.csv\u0000',
    'summary\n.csv',
    '%2e%2e%2fsummary.csv',
    'file:///etc/passwd',
    '~/summary.csv',
    '\u202evsc.yrammus',
    '\ud800.csv',
    '',
    'x'.repeat(150),
  ])('is refused where it is %j, and nothing is posted', async (name) => {
    const files = readdirSync(ledger.data).sort();
    const reply = await ledger.import([...tables(), { name, content: CONTENT }]);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      code: 'import-faulty',
      faults: [{ code: 'file-name-refused', line: 1, expected: 'a plain file name without a path' }],
    });
    expect(reply.text).not.toMatch(/[^\P{Cc}\n]|\u202e|\\u0000/u);
    expect(await ledger.get('status')).toMatchObject({ json: { head: null } });
    expect(readdirSync(ledger.data).sort()).toEqual(files);
  });

  it('is a mere label where it is no table: no file of that name is opened or made', async () => {
    const reply = await ledger.import(
      [...tables(), { name: 'ledger.sqlite', content: CONTENT }],
      '?dryRun=true',
    );
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      dryRun: true,
      notes: expect.arrayContaining([
        expect.objectContaining({ code: 'file-ignored', file: 'ledger.sqlite' }),
      ]),
    });
    expect(await ledger.get('status')).toMatchObject({ status: 200, json: { head: null } });
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'summary.csv\u0000', '\r\nset-cookie: a=b'])(
    'is a mere label of a table that is compared: %j',
    async (name) => {
      const reply = await ledger.post('reconcile', {
        file: { name, content: 'root:x:0:0' },
        fiscalYear: 2569,
        quarter: 'Q1',
      });
      expect(reply.status).toBe(400);
      expect(reply.json).toMatchObject({ code: 'published-table-faulty' });
      expect(reply.headers).not.toHaveProperty('set-cookie');
    },
  );
});

describe('tables in a ledger of several organisations', () => {
  let several: LedgerUnderTest;
  beforeAll(async () => {
    several = await LedgerUnderTest.open();
    for (const code of ['etda', 'unit'])
      await several.must(`organisations?organisation=${code}`, { name: code, effectiveOn: '2025-10-01' });
    // The read models know both.
    await several.get('organisations');
  });
  afterAll(() => several.close());

  it('that name theirs are for that one, and are not posted where another was asked for', async () => {
    const own = await several.import(tables(), '?dryRun=true');
    expect([own.status, own.json['organisation']]).toEqual([200, 'etda']);
    const other = await several.import(tables(), '?organisation=unit');
    expect([other.status, other.json['code']]).toEqual([400, 'import-faulty']);
    expect(other.json['faults']).toEqual([
      expect.objectContaining({ code: 'organisation-differs', file: 'organisation.csv', given: 'etda' }),
    ]);
  });

  it('that name none are for the one that was asked for, and a code that can be none is a fault of theirs', async () => {
    const unnamed = tables(undefined, { 'organisation.csv': undefined });
    const bare = await several.import(unnamed, '?dryRun=true');
    expect(bare.json).toMatchObject({ code: 'organisation-ambiguous' });
    const asked = await several.import(unnamed, '?dryRun=true&organisation=unit');
    expect([asked.status, asked.json['organisation']]).toEqual([200, 'unit']);
    const [sheet = ''] = tables().flatMap(({ name, content }) =>
      name === 'organisation.csv' ? [content] : [],
    );
    const odd = tables(undefined, { 'organisation.csv': sheet.replace('etda', 'e.tda') });
    expect((await several.import(odd, '?organisation=etda')).json['code']).toBe('import-faulty');
  });
});
