import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligoWith, type Ran, scratch } from '../../apps/cli/testing/obligo.fixture.ts';
import { type ServedFolder, serveFolder } from '../../apps/cli/testing/unguarded.fixture.ts';
import { pageOf, patternOf, type Row, rowsOf, type Step, stepsOf, wordsOf } from './page.fixture.ts';

/** Columns of the tables of figures, and what the report on the budget calls them. */
const FIGURES: Readonly<Record<string, string>> = {
  current: 'current',
  'pre-committed': 'pre_committed',
  committed: 'committed',
  accepted: 'accepted',
  disbursed: 'disbursed',
  available: 'available',
};

interface StatusRow {
  readonly level: string;
  readonly fund_source?: string;
  readonly baht: Readonly<Record<string, string>>;
}

describe.each(['budget-control.md', 'year-end.md'])('the worked example of docs/%s', (name) => {
  const temporary = scratch();
  let ledger: ServedFolder;
  const page = pageOf(name);
  const steps = stepsOf(page);
  const answers: { readonly step: Step; readonly ran: Ran }[] = [];

  // One ledger answers all: starting one for every command line would take most of the time.
  beforeAll(async () => {
    ledger = await serveFolder(join(temporary.dir, 'ledger'));
    const variables = new Map<string, string>();
    for (const step of steps) {
      const words = wordsOf(step.command, variables);
      const [, variable, value = ''] = /^([A-Z]\w*)=([\s\S]*)$/.exec(words[0] ?? '') ?? [];
      if (variable !== undefined) variables.set(variable, value);
      else answers.push({ step, ran: await typed(words) });
    }
  });
  afterAll(async () => {
    await ledger.stop();
    temporary.remove();
  });

  /** Runs the words of a command line; what follows `<<<` is its standard input. */
  function typed([program, ...words]: readonly string[]): Promise<Ran> {
    expect(program).toBe('obligo');
    const input = words.indexOf('<<<');
    const stdin = () => Promise.resolve(words[input + 1] ?? '');
    const env = { OBLIGO_URL: ledger.url };
    return obligoWith({ env, stdin }, ...(input < 0 ? words : words.slice(0, input)));
  }

  it('prints what the page shows', () => {
    expect(answers.length).toBeGreaterThan(20);
    for (const { step, ran } of answers) {
      const refused = step.shown[0]?.startsWith('refused (') ?? false;
      // A re-run that finds refusals says so with 6.
      expect([step.command, ran.code, ran.err]).toEqual([
        step.command,
        refused ? expect.any(Number) : step.command.startsWith('obligo re-run') ? 6 : 0,
        refused ? expect.stringContaining('refused (') : expect.not.stringContaining('refused ('),
      ]);
      const told = refused ? ran.err.replace(/^idempotency key .*\n/, '') : ran.out;
      expect(told).toMatch(patternOf(step.shown));
    }
  });

  it('has after each step the figures of its table', async () => {
    const rows = rowsOf(page, 'position');
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(await figuresAt(row)).toEqual(row);
  });

  /** The row of the table as the report prints it at its position. */
  async function figuresAt(row: Row): Promise<Row> {
    const { position = '', year = '2569', 'fund source': fundSource } = row;
    const asked = ['report', 'budget-status', '--fiscal-year', year, '--known-at', position, '--json'];
    const { code, err, out } = await typed(['obligo', ...asked]);
    expect([position, code, err]).toEqual([position, 0, expect.stringContaining('as known at position')]);
    const { rows } = JSON.parse(out) as { rows: StatusRow[] };
    const found = rows.find(({ level, fund_source }) =>
      fundSource === undefined ? level === 'organisation' : level === 'line' && fund_source === fundSource,
    );
    const figures = Object.keys(row).flatMap((heading): [string, string][] => {
      const figure = FIGURES[heading];
      return figure === undefined ? [] : [[heading, grouped(found?.baht[figure] ?? '0.00')]];
    });
    return { ...row, ...Object.fromEntries(figures) };
  }
});

const grouped = (amount: string): string => amount.replace(/\B(?=(?:\d{3})+\.)/g, ',');
