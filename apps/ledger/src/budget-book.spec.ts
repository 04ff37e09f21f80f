import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { LedgerUnderTest, SAMPLE, tables } from '../testing/ledger-under-test.fixture.ts';
import { budgetBookExample } from './reports/examples.ts';

const budget = tables(join(SAMPLE, '../etda-fy2563'));
const BOOK = 'reports/budget-book?fiscalYear=2563';
let ledger: LedgerUnderTest;

type Row = Readonly<Record<string, unknown>>;
const rowsAt = async (knownAt = '') =>
  (await ledger.get(`${BOOK}${knownAt}`)).json['rows'] as unknown as readonly Row[];
const totals = (rows: readonly Row[]) =>
  rows.filter(({ level }) => level === 'total').map(({ estimated_m, budget_m }) => [estimated_m, budget_m]);

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  const reply = await ledger.import(budget);
  expect([reply.status, reply.text.slice(0, 400)]).toEqual([200, expect.any(String)]);
});

afterAll(() => ledger.close());

describe('the budget book of FY2563', () => {
  it('has one total on both sides, and more estimated than allocated', async () => {
    expect(totals(await rowsAt())).toEqual([
      ['595.3293', '588.7946'],
      ['595.3293', '588.7946'],
    ]);
  });

  it('answers what its example in the OpenAPI document says', async () => {
    const reply = await ledger.get(BOOK);
    const { rows, ...envelope } = budgetBookExample.json;
    expect(reply.json).toMatchObject({
      ...envelope,
      projection: expect.objectContaining(envelope.projection),
    });
    expect(reply.json['rows']).toEqual(expect.arrayContaining(rows));
    const [header, row] = budgetBookExample.csv.trimEnd().split('\n');
    const csv = (await ledger.get(`${BOOK}&format=csv`)).text.split('\n');
    expect([csv[0], csv.includes(row ?? 'no row')]).toEqual([header, true]);
  });

  it('says where it comes from, in every form', async () => {
    const csv = await ledger.get(`${BOOK}&format=csv`);
    expect(csv.headers).toMatchObject({
      'obligo-position': '29',
      'obligo-query': 'organisation=etda&fiscalYear=2563&knownAt=now',
    });
    expect((await ledger.get(`${BOOK}&format=table`)).text).toContain('As known at position 29');
  });

  it('is empty before the plan was known, and whole at the end of the first day of the year', async () => {
    expect(totals(await rowsAt('&knownAt=2019-09-30'))).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(await rowsAt('&knownAt=2019-10-01')).toEqual(await rowsAt());
  });

  it('refuses a year that is none', async () => {
    const reply = await ledger.get('reports/budget-book?fiscalYear=63');
    expect(reply.status).toBe(400);
  });
});

describe('the plan of FY2563, taken over again', () => {
  it('posts nothing and names the documents that are recorded', async () => {
    const before = (await ledger.get('status')).json['head'];
    const again = await ledger.import(budget);
    expect(again.json).toMatchObject({ nothingToPost: true });
    expect(again.json['skipped']).toContain('AP2563/4');
    expect((await ledger.get('status')).json['head']).toBe(before);
  });

  it('gives the same book after every projection is built again', async () => {
    const before = (await ledger.get(`${BOOK}&format=csv`)).text;
    expect((await ledger.post('projections/rebuild', {})).json).toMatchObject({ equal: true });
    expect((await ledger.get(`${BOOK}&format=csv`)).text).toBe(before);
  });

  it('follows the budget: a cut of B01 shows in its line, its group, its source and both totals, and not in the past', async () => {
    const earlier = await rowsAt('&knownAt=29');
    const cut = await ledger.post('budget-accounts/2563/B01/cuts', {
      line: { fundSource: 'annual-appropriation', category: 'unclassified' },
      amount: '5969600.00',
      reason: 'ปรับลดงบประมาณ',
      effectiveOn: '2020-03-02',
    });
    expect([cut.status, cut.text.slice(0, 200)]).toEqual([201, expect.any(String)]);
    const changed = (await rowsAt())
      .filter((row, index) => row['budget_m'] !== earlier[index]?.['budget_m'])
      .map((row) => [row['level'], row['budget_m'], row['estimated_m']]);
    expect(changed).toEqual([
      ['group', '549.3597', '555.3293'],
      ['fund-source', '468.5488', '474.5184'],
      ['total', '582.8250', '595.3293'],
      ['group', '276.5770', '282.5466'],
      ['project', '70.0000', '75.9696'],
      ['line', '70.0000', '75.9696'],
      ['subtotal', '468.5488', '474.5184'],
      ['total', '582.8250', '595.3293'],
    ]);
    expect(await rowsAt('&knownAt=29')).toEqual(earlier);
  });
});
