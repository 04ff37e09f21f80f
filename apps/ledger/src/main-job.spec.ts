import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LedgerUnderTest, SAMPLE, tables } from '../testing/ledger-under-test.fixture.ts';
import { withOlderLog } from '../testing/older-log.fixture.ts';
import * as examples from './reports/examples.ts';

const published = (name: string) => readFileSync(join(SAMPLE, name), 'utf8');
const rowsOf = (csv: string) => {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(header.split(',').map((name, index) => [name, cells[index] ?? '']));
  });
};

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
  const reply = await ledger.import();
  expect([reply.status, reply.text.slice(0, 400)]).toEqual([200, expect.any(String)]);
});

afterAll(() => ledger.close());

describe('the two published quarterly reports, printed again', () => {
  it('equals the report of 30 December 2568 in every cell, as it was known then', async () => {
    const reply = await ledger.get(
      'reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30&format=csv',
    );
    const printed = new Map(rowsOf(reply.text).map((row) => [row['project_code'], row]));
    const summary = rowsOf(published('summary.csv')).filter((row) => row['report_id'] === 'Q1-2569');
    expect(summary).toHaveLength(9);
    for (const { report_id: _, ...cells } of summary)
      expect(printed.get(cells['project_code'])).toMatchObject(cells);
  });

  it('has the columns of a cumulative report, the projects in code order, then the total', async () => {
    const reply = await ledger.get(
      'reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30&format=csv',
    );
    const [header, ...lines] = reply.text.trimEnd().split('\n');
    expect(header).toBe('project_code,budget_m,plan_m,spent_m,disbursed_m,committed_m,available_m');
    expect(lines.map((line) => line.split(',')[0])).toEqual([
      ...['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09'],
      'TOTAL',
    ]);
    expect(lines.at(-1)).toBe('TOTAL,519.3683,253.2420,323.5574,44.0596,279.4978,195.8109');
  });

  it('equals the table by quarter of 31 March 2569 to the last byte', async () => {
    for (const knownAt of ['', '&knownAt=2026-03-31']) {
      const reply = await ledger.get(
        `reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true&format=csv${knownAt}`,
      );
      expect(reply.text).toBe(published('quarterly.csv'));
    }
  });

  it('equals the second summary in all but the two cells in which the document contradicts itself', async () => {
    const file = { name: 'summary.csv', content: published('summary.csv') };
    const reply = await ledger.post('reconcile', { report: 'Q2-2569', file });
    expect(reply.json).toMatchObject({
      equal: 34,
      differing: [
        {
          project_code: 'P02',
          measure: 'disbursed',
          published_m: '21.0094',
          ledger_m: '21.0095',
          difference_m: '-0.0001',
        },
        {
          project_code: 'P06',
          measure: 'disbursed',
          published_m: '15.2358',
          ledger_m: '15.2357',
          difference_m: '0.0001',
        },
      ],
      unknown: [],
      missing: [],
    });
    expect(reply.headers['obligo-differences']).toBe('2');
  });

  it('finds nothing different between the first summary and what was known then', async () => {
    const file = { name: 'summary.csv', content: published('summary.csv') };
    const reply = await ledger.post('reconcile', { report: 'Q1-2569', file });
    expect(reply.json).toMatchObject({ equal: 36, differing: [] });
  });

  it('says with every answer at which position, by which projection and query it was made', async () => {
    const reply = await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30');
    expect(reply.json).toMatchObject({
      query: { organisation: 'etda', fiscalYear: 2569, quarter: 'Q1', knownAt: '2025-12-30' },
      knownAt: {
        asked: '2025-12-30',
        position: reply.headers['obligo-position'],
        bookedAt: '2025-12-30T00:00:00+07:00',
      },
      projection: { name: 'plan-versus-actual', version: 4 },
    });
  });
});

describe('as known at', () => {
  const report = (knownAt: string) =>
    ledger.get(
      `reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv&knownAt=${encodeURIComponent(knownAt)}`,
    );

  it('takes a date, an instant, a position and the code of a report for the same moment', async () => {
    const byDate = await report('2025-12-30');
    const position = String(byDate.headers['obligo-position']);
    for (const moment of ['2025-12-30T23:59:59.999+07:00', '2025-12-30T16:59:59Z', 'Q1-2569', position]) {
      const reply = await report(moment);
      expect([moment, reply.text]).toEqual([moment, byDate.text]);
    }
  });

  it('knows the plan but no actuals on the day before the first report', async () => {
    const reply = await report('2025-12-29');
    expect(reply.text).toContain('P01,42.7377,20.2320,,,,42.7377\n');
  });

  it('knows nothing before the fiscal year began', async () => {
    const reply = await report('2025-09-30');
    expect(reply.text).toBe(
      'project_code,budget_m,plan_m,spent_m,disbursed_m,committed_m,available_m\nTOTAL,,,,,,\n',
    );
  });

  it.each(['yesterday', '2568-12-30', '2025-02-30', '2025-12-30T10:00', 'Q9-2569'])(
    'refuses %s and says which moments there are',
    async (moment) => {
      const reply = await report(moment);
      expect([reply.status, reply.json]).toEqual([
        400,
        expect.objectContaining({ code: 'known-at-malformed' }),
      ]);
    },
  );
});

describe('a position beyond the log', () => {
  it('is not found, and the last one is told', async () => {
    const reply = await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=999999');
    expect([reply.status, reply.json['code'], reply.json['head']]).toEqual([404, 'known-at-unknown', '267']);
  });
});

describe('the journal', () => {
  it('comes in the order of the log, page by page to its end', async () => {
    const positions: number[] = [];
    for (let after: string | undefined = '0'; after !== undefined;) {
      const { json } = await ledger.get(`journal?limit=100&after=${after}`);
      positions.push(
        ...(json['rows'] as unknown as { position: string }[]).map((row) => Number(row.position)),
      );
      after = (json['next'] as unknown as { after: string } | null)?.after;
    }
    expect(positions).toEqual(Array.from({ length: 267 }, (_, index) => index + 1));
  });
});

describe('why the first quarter differs between the two reports', () => {
  it('lists the changed cells, each with the events that explain it', async () => {
    const reply = await ledger.get('diff?fiscalYear=2569&quarter=Q1&from=2025-12-30&to=2026-03-31');
    const { cells } = reply.json as unknown as {
      cells: {
        project_code: string;
        measure: string;
        change_m: string;
        events: { type: string; reason: string; source: string; movement_m: string }[];
      }[];
    };
    expect(cells.map((cell) => [cell.project_code, cell.measure, cell.change_m])).toEqual([
      ['P01', 'disbursed', '1.1000'],
      ['P01', 'committed', '-1.1000'],
      ['P02', 'disbursed', '0.0001'],
      ['P02', 'committed', '-0.0001'],
      ['P06', 'spent', '-0.0001'],
      ['P06', 'disbursed', '-0.0001'],
      ['P06', 'available', '0.0001'],
      ['P09', 'disbursed', '6.9495'],
      ['P09', 'committed', '-6.9495'],
    ]);
    for (const { change_m, events } of cells) {
      expect(events).toEqual([
        expect.objectContaining({ type: 'QuarterCorrected', movement_m: change_m, actor: 'operator' }),
      ]);
      expect(events[0]?.reason).toContain('Q1-2569');
      expect(events[0]?.source).toContain('Q2-2569');
    }
    expect(reply.headers['obligo-differences']).toBe('9');
  });

  it('finds no difference between a moment and itself, and refuses moments in the wrong order', async () => {
    const same = await ledger.get('diff?fiscalYear=2569&quarter=Q1&from=2026-03-31&to=2026-03-31');
    expect(same.json).toMatchObject({ cells: [], totals: [] });
    const swapped = await ledger.get('diff?fiscalYear=2569&quarter=Q1&from=2026-03-31&to=2025-12-30');
    expect([swapped.status, swapped.json['code']]).toEqual([400, 'known-at-order']);
  });

  it('explains the negative commitment of P08 in the second quarter by the payment that liquidates it', async () => {
    const reply = await ledger.get('explain?fiscalYear=2569&project=P08&quarter=Q2&measure=committed');
    expect(reply.json).toMatchObject({
      value_m: '-32.1369',
      to_date_m: '45.5431',
      events: [
        {
          type: 'DisbursementMade',
          movement_m: '-32.1369',
          running_m: '-32.1369',
          bookedAt: '2026-03-31T00:00:00+07:00',
        },
      ],
    });
  });

  it('ends every explanation in the figure of the report', async () => {
    const { rows } = (await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q2')).json as unknown as {
      rows: Record<string, string>[];
    };
    for (const row of rows.filter(({ project_code }) => project_code !== 'TOTAL')) {
      for (const measure of ['budget', 'plan', 'spent', 'disbursed', 'committed', 'available']) {
        const cell = `fiscalYear=2569&project=${row['project_code'] ?? ''}&quarter=Q2&measure=${measure}&cumulative=true`;
        const { json } = await ledger.get(`explain?${cell}`);
        const events = json['events'] as unknown as { running_m: string }[];
        expect([cell, json['value_m'], events.at(-1)?.running_m ?? '0.0000']).toEqual([
          cell,
          row[`${measure}_m`],
          row[`${measure}_m`],
        ]);
      }
    }
  });
});

describe('the KPIs of the year', () => {
  it('shows the plan of P08-K2 where it was first and where it moved to', async () => {
    const planned = async (knownAt: string) => {
      const reply = await ledger.get(`reports/kpi?fiscalYear=2569&quarter=Q2&project=P08&knownAt=${knownAt}`);
      const rows = reply.json['rows'] as unknown as Record<string, string>[];
      return rows.filter((row) => row['kpi_code'] === 'P08-K2').map((row) => [row['quarter'], row['plan']]);
    };
    expect(await planned('2025-12-30')).toEqual([
      ['Q1', undefined],
      ['Q2', '500'],
      ['Q3', '500'],
      ['Q4', undefined],
    ]);
    expect(await planned('2026-03-31')).toEqual([
      ['Q1', undefined],
      ['Q2', undefined],
      ['Q3', '500'],
      ['Q4', '500'],
    ]);
  });

  it('shows results in plan and out of plan, and what is achieved', async () => {
    const reply = await ledger.get('reports/kpi?fiscalYear=2569&quarter=Q2&knownAt=2026-03-31');
    const rows = reply.json['rows'] as unknown as Record<string, string>[];
    const row = (kpi: string, quarter: string) =>
      rows.find((line) => line['kpi_code'] === kpi && line['quarter'] === quarter);
    expect(rows).toHaveLength(34 * 4);
    expect(row('P05-K2a', 'Q2')).toMatchObject({
      result: '76011',
      in_plan: '1194',
      out_of_plan: '74817',
      result_to_date: '93106',
    });
    expect(row('P01-K1', 'Q2')).toMatchObject({ result_to_date: '1805', status: 'achieved' });
  });

  it('gives each project the status of its report', async () => {
    const reply = await ledger.get('reports/status?fiscalYear=2569&quarter=Q2&format=csv');
    expect(reply.text.trimEnd().split('\n')).toHaveLength(10);
    expect(reply.text).toContain('Q2-2569,P08,on_plan');
  });
});

describe('taking the folder over again', () => {
  it('posts nothing the second time', async () => {
    const before = (await ledger.get('status')).json['head'];
    const again = await ledger.import();
    expect(again.json).toMatchObject({ nothingToPost: true, skipped: ['Q1-2569', 'Q2-2569'] });
    expect((await ledger.get('status')).json['head']).toBe(before);
  });

  it('reads everything anew when an older copy of the log was put in place', async () => {
    const { ledger: other } = await withOlderLog();
    try {
      await other.start();
      const projects = await other.get('budget-accounts?fiscalYear=2569&format=csv');
      expect(projects.text).toBe('project_code,name,name_en\nP01,P01,\n');
    } finally {
      await other.close();
    }
  });

  it('gives byte-equal reports after every projection is built again, and after a restart', async () => {
    const questions = [
      'reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30&format=csv',
      'reports/quarterly?fiscalYear=2569&quarter=Q2&byQuarter=true',
      'reports/kpi?fiscalYear=2569&quarter=Q2',
      'diff?fiscalYear=2569&quarter=Q1&from=2025-12-30&to=2026-03-31',
      'commitments?fiscalYear=2569',
      'journal?limit=10000',
    ];
    const ask = async () => Promise.all(questions.map(async (path) => (await ledger.get(path)).text));
    const before = await ask();
    const rebuilt = await ledger.post('projections/rebuild', {});
    expect(rebuilt.json).toMatchObject({ equal: true });
    expect(await ask()).toEqual(before);
    await ledger.restart();
    expect(await ask()).toEqual(before);
  });
});

describe('a faulty folder', () => {
  it('posts nothing and lists every fault with file, line, column and what was expected', async () => {
    const other = await LedgerUnderTest.open();
    try {
      const files = tables(SAMPLE, {
        'quarterly.csv': published('quarterly.csv')
          .replace('P03,Q1,8.6748', 'P03,Q1,eight')
          .replace('P05,Q2,17.8521,4.8161', 'P05,Q2,17.8521,4.9161'),
        'summary.csv': `${published('summary.csv')}Q1-2569,P99,1.0000,1.0000,1.0000,1.0000\n`,
      });
      const reply = await other.import(files);
      expect([reply.status, reply.json['code']]).toEqual([400, 'import-faulty']);
      const faults = reply.json['faults'] as unknown as {
        file: string;
        line: number;
        column?: string;
        expected: string;
      }[];
      expect(faults).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ file: 'quarterly.csv', line: 12, column: 'plan_m', given: 'eight' }),
          expect.objectContaining({ file: 'quarterly.csv', line: 23, code: 'quarter-does-not-add-up' }),
          expect.objectContaining({ file: 'summary.csv', line: 20, column: 'project_code', given: 'P99' }),
        ]),
      );
      expect((await other.get('status')).json['head']).toBeNull();
    } finally {
      await other.close();
    }
  });

  it('shows on a dry run what would be posted, and records nothing', async () => {
    const other = await LedgerUnderTest.open();
    try {
      const dry = await other.import(tables(), '?dryRun=true');
      expect(dry.json).toMatchObject({ dryRun: true, nothingToPost: false });
      expect((await other.get('status')).json['head']).toBeNull();
      const real = await other.import();
      expect(real.json['summary']).toEqual(dry.json['summary']);
    } finally {
      await other.close();
    }
  });
});

describe('the examples of the OpenAPI document', () => {
  const quarter = 'fiscalYear=2569&quarter=Q2';

  /** Every member of the example stands in the answer; of its lists, some row fits. */
  function holds(answer: unknown, example: unknown): boolean {
    if (Array.isArray(example)) {
      return example.every((row) => Array.isArray(answer) && answer.some((found) => holds(found, row)));
    }
    if (typeof example !== 'object' || example === null) return answer === example;
    return Object.entries(example).every(([name, value]) =>
      holds((answer as Record<string, unknown>)[name], value),
    );
  }

  it('are what the sample answers', async () => {
    const summary = { name: 'summary.csv', content: published('summary.csv') };
    const answers = {
      quarterlyExample: await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q1&knownAt=2025-12-30'),
      explainExample: await ledger.get(`explain?${quarter}&project=P08&measure=committed`),
      diffExample: await ledger.get('diff?fiscalYear=2569&quarter=Q1&from=2025-12-30&to=2026-03-31'),
      reconcileExample: await ledger.post('reconcile', { report: 'Q2-2569', file: summary }),
      kpiExample: await ledger.get(`reports/kpi?${quarter}`),
    };
    for (const [name, answer] of Object.entries(answers)) {
      expect([name, holds(answer.json, examples[name as keyof typeof examples].json)]).toEqual([name, true]);
    }
  });
});
