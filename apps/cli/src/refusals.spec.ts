import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, SAMPLE, scratch, serve } from '../testing/obligo.fixture.ts';

const temporary = scratch();
afterAll(() => temporary.remove());

const folder = (name: string) => join(temporary.dir, name);
const q1 = ['--fiscal-year', '2569', '--quarter', 'Q1'];

describe('a question to a folder without a ledger', () => {
  it.each([
    ['report', 'quarterly', ...q1],
    ['report', 'kpi', ...q1],
    ['report', 'status', ...q1],
    ['explain', ...q1, '--project', 'P01', '--measure', 'plan'],
    ['diff', ...q1, '--from', '2025-12-30'],
    ['reconcile', join(SAMPLE, 'summary.csv'), '--report', 'Q1-2569'],
    ['project', 'list', '--fiscal-year', '2569'],
    ['commitment', 'list', '--fiscal-year', '2569'],
    ['journal'],
    ['event', 'show', '1'],
    ['doctor'],
    ['rebuild'],
  ])('is refused and makes none: %s', async (...words) => {
    const missing = folder('typing-error');
    const refused = await obligo(...words, '--data', missing);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain(`refused (no-ledger-here): ${missing} holds no ledger`);
    expect(refused.err).toContain('Begin with `obligo import');
    expect(existsSync(missing)).toBe(false);
  });
});

describe('a folder that somebody holds', () => {
  it('is refused with 5, and tells at which address its owner answers', async () => {
    const running = await serve(folder('held'));
    try {
      for (const words of [['journal'], ['import', SAMPLE]]) {
        const refused = await obligo(...words, '--data', folder('held'));
        expect([refused.code, refused.out]).toEqual([5, '']);
        expect(refused.err).toContain('refused (data-folder-in-use)');
        expect(refused.err).toContain(`\nAsk the running ledger instead: --url ${running.url}\n`);
      }
      const env = await running.as('auditor');
      expect((await obligoWith({ env }, 'journal', '--url', running.url)).code).toBe(0);
    } finally {
      await running.stop();
    }
  });
});

describe('a ledger that does not answer', () => {
  it('is told with its address, and 1', async () => {
    const running = await serve(folder('gone'));
    await running.stop();
    const refused = await obligo('journal', '--url', running.url);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining(`refused (ledger-unreachable): No ledger answers at ${running.url}`),
    ]);
  });
});

describe('a faulty folder of tables', () => {
  const faulty = folder('faulty');
  beforeAll(() => {
    cpSync(SAMPLE, faulty, { recursive: true });
    const change = (name: string, edit: (content: string) => string) =>
      writeFileSync(join(faulty, name), edit(readFileSync(join(faulty, name), 'utf8')));
    change('quarterly.csv', (content) =>
      content
        .replace('P03,Q1,8.6748', 'P03,Q1,แปด')
        .replace('P05,Q2,17.8521,4.8161', 'P05,Q2,17.8521,4.9161'),
    );
    change('summary.csv', (content) => `${content}Q1-2569,P99,1.0000,1.0000,1.0000,1.0000\n`);
  });

  it.each([[], ['--dry-run']])(
    'posts nothing and lists every fault by file:line:column %s',
    async (...flags) => {
      const D = folder(`faulty-ledger${flags.join('')}`);
      const refused = await obligo('import', faulty, '--data', D, ...flags);
      expect([refused.code, refused.out]).toEqual([2, '']);
      expect(refused.err).toContain('refused (import-faulty)');
      const lines = refused.err.split('\n').filter((line) => line.startsWith('  '));
      const places = lines.map((line) => line.trim().split(/\s+/)[0]);
      expect(places).toEqual(
        expect.arrayContaining([
          'quarterly.csv:12:plan_m',
          expect.stringMatching(/^quarterly\.csv:23(:|$)/),
          'summary.csv:20:project_code',
        ]),
      );
      expect(refused.err).toMatch(/quarterly\.csv:12:plan_m +"แปด"; expected .+\./);
      const findings = lines
        .filter((line) => /\.csv:\d/.test(line))
        .map((line) => line.search(/(?<=\S\s{2,})\S/));
      expect(new Set(findings).size).toBe(1);
      const later = await obligo('journal', '--data', D, '--json');
      expect(later.err).toContain('no-ledger-here');
      // What was refused begins no ledger.
      expect(existsSync(D)).toBe(false);
    },
  );

  it('gives the faults as JSON where asked', async () => {
    const refused = await obligo('import', faulty, '--data', folder('faulty-json'), '--json');
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(JSON.parse(refused.err)).toMatchObject({
      code: 'import-faulty',
      faults: expect.arrayContaining([
        expect.objectContaining({ file: 'summary.csv', line: 20, column: 'project_code', given: 'P99' }),
      ]),
    });
  });

  it('is told when it has no tables, or is not there', async () => {
    mkdirSync(folder('empty'));
    for (const [from, why] of [
      [folder('empty'), 'has no CSV files'],
      [folder('not-there'), 'cannot be read'],
    ] as const) {
      const refused = await obligo('import', from, '--data', folder('never'));
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(why)]);
      expect(existsSync(folder('never'))).toBe(false);
    }
  });
});

describe('a command line that contradicts itself', () => {
  it.each([
    [['journal', '--project', 'P01', '--project', 'P02'], '--project'],
    [['journal', '--project=P01', '--project', 'P02'], '--project'],
    [['commitment', 'make', '--amount', '1.00', '--dry-run', '--amount', '2.00'], '--amount'],
    [['report', 'quarterly', ...q1, '--quarter', 'Q2'], '--quarter'],
  ])('runs nothing: %j', async (words, flag) => {
    const refused = await obligo(...words, '--data', folder('never'));
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(`error: option '${flag}' is given twice, with different values`);
    expect(existsSync(folder('never'))).toBe(false);
  });

  it('may say the same twice, as an alias does', async () => {
    const refused = await obligo(
      'journal',
      '--project',
      'P01',
      '--project',
      'P01',
      '--data',
      folder('never'),
    );
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('no-ledger-here')]);
  });
});

describe('a command line that is not understood', () => {
  it.each([
    [['comitment'], "error: unknown command 'comitment'", 'Did you mean commitment?'],
    [['commitment', 'mak'], "error: unknown command 'mak'", 'Did you mean make?'],
    [['report', 'quartely'], "error: unknown command 'quartely'", 'Did you mean quarterly?'],
    [['journal', '--projet', 'P01'], "error: unknown option '--projet'", 'Did you mean --project?'],
  ])('suggests the nearest and runs nothing: %j', async (words, error, suggestion) => {
    const refused = await obligo(...words, '--data', folder('never'));
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(error);
    expect(refused.err).toContain(suggestion);
  });

  it.each([
    [['report', 'quarterly'], '--fiscal-year, --quarter are missing.'],
    [['report', 'kpi', '--fiscal-year', '2569'], '--quarter is missing.'],
    [['explain', '--fiscal-year', 'FY2569Q2'], '--measure is missing.'],
    [['diff'], '--fiscal-year, --quarter, --from are missing.'],
    [['project', 'list'], '--fiscal-year is missing'],
    [['report', 'quarterly', '--fiscal-year', '69', '--quarter', 'Q1'], '--fiscal-year is "69"; expected'],
    [['report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q5'], '--quarter is "Q5"; expected'],
    [['journal', '--format', 'xml'], '--format is "xml"; expected table, csv, json, plain.'],
    [['doctor', '--format', 'csv'], '--format is "csv"; expected table or json.'],
    [['journal', '--known-at', '2568-12-30', '--era', 'AD'], '--era is "AD"; expected be or ce.'],
    [['journal', '--known-at', '30/12/2025', '--era', 'be'], 'is not a date of the Buddhist era'],
    [['journal', '--url', 'http://127.0.0.1:9'], 'Both --data and --url are given'],
    [['completion', 'tcsh'], '"tcsh" is not a shell that is known here'],
  ])('is refused with 2 and says what was expected: %j', async (words, why) => {
    const where = words[0] === 'completion' ? [] : ['--data', folder('never')];
    const refused = await obligo(...words, ...where);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(why);
  });

  it('is refused where a time-out is no time', async () => {
    const refused = await obligo('journal', '--url', 'http://127.0.0.1:9', '--timeout', 'soon');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--timeout is not a number')]);
  });
});
