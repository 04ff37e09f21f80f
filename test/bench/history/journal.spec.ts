import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Measure } from '#budget';
import { openSqliteEventStore } from '#event-store';
import {
  type CivilDate,
  type FiscalYear,
  formatBaht,
  parseBaht,
  quarterOf,
  satang,
  THAI_CALENDAR,
} from '#kernel';
import { PlanVersusActualQueries, Projector, projections } from '#read-models';
import { ledgerBook } from '#verification';
import { equalJournal, JOURNAL_ACCOUNTS } from './journal.ts';
import { shapeOf } from './shape.ts';
import { writeHistory } from './write-history.ts';

const OPTIONS = { events: 1_500, projects: 3, lastYear: 2568 };
const scratch = mkdtempSync(path.join(tmpdir(), 'obligo-journal-'));
const journal = path.join(scratch, 'history.journal');
let own: Map<string, string>;
let postings = 0;

beforeAll(async () => {
  const folder = path.join(scratch, 'history');
  await writeHistory(folder, OPTIONS);
  postings = await equalJournal(folder, journal);
  own = await quarterlyTotals(folder);
}, 180_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the ledger's own read models say, by measure, account and quarter; cells of zero left out. */
async function quarterlyTotals(folder: string): Promise<Map<string, string>> {
  const store = openSqliteEventStore({ file: path.join(folder, 'ledger.sqlite'), readOnly: true });
  const { catalogue } = ledgerBook;
  const projector = new Projector({
    store,
    catalogue,
    projections,
    path: path.join(folder, 'projections.sqlite'),
  });
  await projector.catchUp();
  const queries = new PlanVersusActualQueries(projector.database);
  const totals = new Map<string, string>();
  const names = new Map(
    Object.entries(JOURNAL_ACCOUNTS).map(([name, measure]) => [measure as Measure, name]),
  );
  const { years } = shapeOf(OPTIONS);
  // What the last year carried is paid in the year that follows.
  for (const fiscalYear of [...years, (OPTIONS.lastYear + 1) as FiscalYear]) {
    for (const { project, measure, quarter, balance } of queries.cells(
      { organisation: 'agency-01', fiscalYear },
      projector.checkpoint ?? 0n,
    )) {
      const name = names.get(measure);
      if (name === undefined || balance === 0) continue;
      totals.set(`${name} ${fiscalYear} ${project} ${quarter}`, formatBaht(balance));
    }
  }
  projector.close();
  await store.close();
  return totals;
}

/** The same sums of another program's lines: a date, an account, an amount. */
function added(
  lines: readonly (readonly [date: string, account: string, amount: string])[],
): Map<string, string> {
  const sums = new Map<string, number>();
  for (const [date, account, amount] of lines) {
    const [name = '', , year = '', project = ''] = account.split(':');
    const day = date as CivilDate;
    const isAfter = day >= `${Number(year) - 543}-10-01`;
    const key = `${name} ${year} ${project} ${isAfter ? 'after' : quarterOf(day, THAI_CALENDAR)}`;
    sums.set(key, (sums.get(key) ?? 0) + parseBaht(amount));
  }
  return new Map(
    [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => [key, formatBaht(satang(sum))]),
  );
}

const sorted = (totals: ReadonlyMap<string, string>) => [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const MEASURES = Object.keys(JOURNAL_ACCOUNTS).map((name) => `^${name}:`);
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, ['-f', journal, ...args, ...MEASURES], { encoding: 'utf8', maxBuffer: 1 << 28 });

describe('a journal of the same money', () => {
  it('has a posting for everything that a quarterly report adds up', () => {
    expect(postings).toBeGreaterThan(OPTIONS.events);
    expect(own.size).toBeGreaterThan(60);
  });

  (has('ledger') ? it : it.skip)('gives the same quarterly totals in the program ledger', () => {
    const format = '%(format_date(date, "%Y-%m-%d"))\t%(account)\t%(quantity(scrub(amount)))\n';
    const report = run('ledger', 'register', '--quarterly', '--format', format);
    const lines = report
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string, string]);
    expect(sorted(added(lines))).toEqual(sorted(own));
  });

  (has('hledger') ? it : it.skip)('gives the same quarterly totals in the program hledger', () => {
    const report = run(
      'hledger',
      'balance',
      '--quarterly',
      '--flat',
      '--output-format',
      'csv',
      '--layout',
      'tidy',
    );
    const cells = report
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','));
    const lines = cells.map(
      ([account = '', , start = '', , , amount = '']) => [start, account, amount] as const,
    );
    expect(sorted(added(lines))).toEqual(sorted(own));
  });
});
