import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest } from '../../testing/ledger-under-test.fixture.ts';
import { explainAnswer } from './explain.answers.ts';

type Explained = ReturnType<(typeof explainAnswer)['parse']>;

let ledger: LedgerUnderTest;

const reply = (query: string) => ledger.get(`explain?fiscalYear=2569&${query}`);

/** The explanation, of its form, whose events end in the figure itself. */
async function explain(query: string): Promise<Explained> {
  const { status, json, text } = await reply(query);
  if (status !== 200) throw new Error(text);
  const told = explainAnswer.parse(json);
  expect(told.closing).toBe(told.value);
  expect(told.events.at(-1)?.running ?? '0.00').toBe(told.value);
  return told;
}

const satang = (baht: string | undefined) => BigInt((baht ?? 'x').replace('.', ''));

/** Every amount of a report with the measure that explains it. */
async function rowsOf(path: string) {
  const { json, text } = await ledger.get(path);
  const rows = json['rows'] as unknown as Readonly<Record<string, unknown>>[] | undefined;
  if (!rows) throw new Error(text);
  return rows.flatMap((row) => {
    const { level, project_code, quarter, fund_source, category, baht } = row as Record<string, string>;
    const amounts = Object.entries(baht as unknown as Readonly<Record<string, string>>);
    return amounts.map(([measure, amount]) => ({
      ...{ level, project_code, quarter, fund_source, category, measure, amount },
    }));
  });
}

const STATUS_MEASURES: Readonly<Record<string, string>> = {
  supplements: 'supplement',
  cuts: 'cut',
  transfers: 'transfer',
  current: 'budget',
  advances: 'advanced',
};

const addressOf = (cell: Readonly<Record<string, string | undefined>>) =>
  Object.entries({
    project: cell['project_code'] === 'TOTAL' ? undefined : cell['project_code'],
    fundSource: cell['fund_source'],
    category: cell['category'],
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `&${name}=${encodeURIComponent(value ?? '')}`)
    .join('');

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  await ledger.import();
});
afterAll(() => ledger.close());

describe('every figure of a report is explained to the satang', () => {
  it('of the summary to a quarter, of each project and of all together', async () => {
    const cells = await rowsOf('reports/quarterly?fiscalYear=2569&quarter=Q2');
    expect(cells.length).toBeGreaterThan(50);
    for (const cell of cells) {
      const address = `quarter=Q2&cumulative=true&measure=${cell.measure}${addressOf(cell)}`;
      expect([address, (await explain(address)).value]).toEqual([address, cell.amount]);
    }
  });

  it('of each quarter, and of the year in all, where the plan is that of the whole year', async () => {
    const cells = await rowsOf('reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true');
    expect(cells.length).toBeGreaterThan(120);
    for (const cell of cells) {
      const quarter = cell.measure === 'plan' ? 'Q4' : 'Q2';
      const span =
        cell.quarter === 'TOTAL' ? `quarter=${quarter}&cumulative=true` : `quarter=${cell.quarter ?? ''}`;
      const address = `${span}&measure=${cell.measure}${addressOf(cell)}`;
      expect([address, (await explain(address)).value]).toEqual([address, cell.amount]);
    }
  });

  it('of the budget status by line, project, fund source and category', async () => {
    const cells = await rowsOf('reports/budget-status?fiscalYear=2569');
    expect(new Set(cells.map(({ level }) => level)).size).toBe(5);
    for (const cell of cells) {
      const measure = STATUS_MEASURES[cell.measure] ?? cell.measure.replace('_', '-');
      const address = `measure=${measure}${addressOf(cell)}`;
      expect([address, (await explain(address)).value]).toEqual([address, cell.amount]);
    }
  });
});

describe('an explanation', () => {
  it('of the variance to plan names both figures that it is the difference of', async () => {
    const { value, parts, formula } = await explain(
      'project=P01&quarter=Q2&cumulative=true&measure=spent-variance',
    );
    expect([formula, parts.map(({ measure, sign }) => [measure, sign])]).toEqual([
      'spent − plan',
      [
        ['spent', 1],
        ['plan', -1],
      ],
    ]);
    const [spent, plan] = parts;
    expect(satang(value)).toBe(satang(spent?.value) - satang(plan?.value));
  });

  it('has parts that add up to the figure', async () => {
    for (const measure of ['budget', 'spent', 'available', 'disbursed-variance']) {
      const { value, parts } = await explain(`quarter=Q2&cumulative=true&measure=${measure}`);
      const added = parts.reduce((total, part) => total + BigInt(part.sign) * satang(part.value), 0n);
      expect([measure, added]).toEqual([measure, satang(value)]);
    }
  });

  it('of a month is part of that of its quarter', async () => {
    const of = 'project=P08&measure=disbursed';
    const months = ['2026-01', '2026-02', '2026-03'];
    let added = 0n;
    for (const month of months) added += satang((await explain(`${of}&month=${month}`)).value);
    const quarter = await explain(`${of}&quarter=Q2`);
    expect(added).toBe(satang(quarter.value));
    const toMarch = await explain(`${of}&month=2026-03&cumulative=true`);
    expect(toMarch.value).toBe((await explain(`${of}&quarter=Q2&cumulative=true`)).value);
    expect(toMarch.cell).toMatchObject({ month: '2026-03', quarter: 'Q2', basis: 'cumulative' });
  });

  it('tells the value that a published report said, from which position on it was so', async () => {
    const { value, history } = await explain('project=P01&quarter=Q1&measure=disbursed');
    expect([value, history.map((known) => [known.value, known.said_by])]).toEqual([
      '1733400.00',
      [
        ['1733400.00', ['Q2-2569']],
        ['633400.00', ['Q1-2569']],
      ],
    ]);
    expect(history[0]?.booked_at).toBe('2026-03-31T00:00:00+07:00');
  });

  it('of the past says how now differs, one of now does not', async () => {
    const address = 'project=P01&quarter=Q1&measure=disbursed';
    const { value, now } = await explain(`${address}&knownAt=2025-12-30`);
    expect([value, now?.value, now?.difference_m]).toEqual(['633400.00', '1733400.00', '1.1000']);
    expect((await explain(address)).now).toBeNull();
  });

  it('may be read page by page, from the beginning to the figure', async () => {
    const address = 'quarter=Q2&cumulative=true&measure=spent';
    const whole = await explain(address);
    const read: string[] = [];
    for (let after: string | undefined = '0'; after !== undefined;) {
      const { json } = await reply(`${address}&limit=7&after=${after}`);
      const page = explainAnswer.parse(json);
      read.push(...page.events.map(({ position, running }) => `${position} ${running}`));
      after = page.next?.after;
    }
    expect(read.length).toBeGreaterThan(14);
    expect(read).toEqual(whole.events.map(({ position, running }) => `${position} ${running}`));
  });

  it('of all projects names the project of each event', async () => {
    const { events, cell } = await explain('quarter=Q1&measure=disbursed');
    expect(cell.project_code).toBe('TOTAL');
    expect(new Set(events.map(({ project }) => project)).size).toBeGreaterThan(5);
  });

  it('refuses a month of another quarter or year, and a measure that a cell does not have', async () => {
    for (const [query, field] of [
      ['quarter=Q1&month=2026-01&measure=spent', 'month'],
      ['month=2024-01&measure=spent', 'month'],
      ['quarter=Q1&measure=outstanding', 'measure'],
      ['document=P08-Q2-L&measure=outstanding', 'project'],
    ] as const) {
      const { status, json } = await reply(query);
      expect([query, status, json['code'], json['errors']]).toEqual([
        ...[query, 400, 'input-invalid'],
        [expect.objectContaining({ field })],
      ]);
    }
  });
});

describe('the amounts of a document', () => {
  it('are each explained by the events that moved it', async () => {
    const { json } = await ledger.get('states/documents?fiscalYear=2569&project=P08');
    const rows = json['rows'] as unknown as Readonly<Record<string, string>>[];
    expect(rows.length).toBeGreaterThan(1);
    for (const { document, stage, item, ...row } of rows) {
      for (const measure of ['amount', 'accepted', 'used', 'outstanding']) {
        const at = `project=P08&document=${document ?? ''}&stage=${stage ?? ''}${item === undefined ? '' : `&item=${item}`}`;
        const { value } = await explain(`${at}&measure=${measure}`);
        expect([at, measure, value]).toEqual([at, measure, row[measure]]);
      }
    }
  });
});
