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
