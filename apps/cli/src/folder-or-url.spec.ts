import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import {
  obligo,
  obligoWith,
  type Ran,
  type Running,
  SAMPLE,
  scratch,
  serve,
} from '../testing/obligo.fixture.ts';

const temporary = scratch();
const D = join(temporary.dir, 'D');
const copy = join(temporary.dir, 'copy');
let running: Running;
let maker: NodeJS.ProcessEnv;
let operator: NodeJS.ProcessEnv;

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', D);
  cpSync(D, copy, { recursive: true });
  running = await serve(copy);
  maker = await running.as('maker');
  operator = await running.as('operator');
});
afterAll(async () => {
  await running.stop();
  temporary.remove();
});

const year = ['--fiscal-year', '2569'];
const q1 = [...year, '--quarter', 'Q1'];
const q2 = [...year, '--quarter', 'Q2'];

const served = (env: NodeJS.ProcessEnv, ...words: readonly string[]): Promise<Ran> =>
  obligoWith({ env }, ...words, '--url', running.url);

describe('a folder and a running ledger', () => {
  const summary = join(SAMPLE, 'summary.csv');
  const questions: readonly (readonly string[])[] = [
    ['report', 'quarterly', ...q1, '--known-at', '2025-12-30'],
    ['report', 'quarterly', ...q2, '--by-quarter', '--project', 'P08'],
    ['report', 'kpi', ...q2],
    ['report', 'status', ...year],
    ['explain', ...q2, '--project', 'P08', '--measure', 'committed', '--cumulative'],
    ['diff', ...q1, '--from', '2025-12-30', '--to', '2026-03-31'],
    ['reconcile', '--report', 'Q2-2569', summary],
    ['project', 'list', ...year],
    ['commitment', 'list', ...year, '--all'],
    ['journal', '--project', 'P01'],
    ['journal', '--document', 'no such document'],
  ];
  const formats = ['table', 'csv', 'json', 'plain'];

  it.each(questions.map((question) => [question.join(' '), question] as const))(
    'answer alike to the last byte: %s',
    async (_, question) => {
      for (const format of formats) {
        const folder = await obligo(...question, '--data', D, '--format', format);
        const service = await served(maker, ...question, '--format', format);
        expect([format, service]).toEqual([format, folder]);
        expect(folder.out).not.toBe('');
      }
    },
  );

  it.each([
    ['event', 'show', '191'],
    ['event', 'show', '191', '--json'],
    ['rebuild', '--json'],
  ])('answer alike in words and JSON: %s %s %s', async (...question) => {
    const words = question.filter((word) => typeof word === 'string');
    const folder = await obligo(...words, '--data', D);
    expect(await served(words[0] === 'rebuild' ? operator : maker, ...words)).toEqual(folder);
    expect(folder.code).toBe(0);
  });

  it('differ in the health report by the folder and by what each has sealed alone', async () => {
    const [folder, service] = [await obligo('doctor', '--data', D), await served(operator, 'doctor')];
    expect(folder.out).toContain(`data folder ${D}\nhead of the log 267\n`);
    expect(folder.out).toContain('up to date');
    const withoutSeals = (out: string) => out.replace(/^seals .*\n(?: {2}(?:tail|problem): .*\n)*/m, '');
    expect(withoutSeals(service.out)).toBe(withoutSeals(folder.out).replace(D, copy));
  });
});

describe('how questions are typed', () => {
  const inCsv = async (...argv: string[]) => (await obligo(...argv, '--data', D, '--csv')).out;

  it('takes fiscal words: FY2569Q2, FY2569 and 2569 ask the same', async () => {
    const words = [['FY2569Q2'], ['fy2569q2'], ['FY2569', '--quarter', 'q2'], ['2569', '--quarter', 'Q2']];
    const answers = await Promise.all(
      words.map((period) => served(maker, 'report', 'quarterly', '--csv', '--fiscal-year', ...period)),
    );
    expect(new Set(answers.map(({ out }) => out))).toEqual(new Set([answers[0]?.out]));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  });

  it('takes dates of the Buddhist era where asked to, and echoes them', async () => {
    const wanted = await inCsv('report', 'quarterly', ...q1, '--known-at', '2025-12-30');
    for (const date of ['2568-12-30', '30/12/2568']) {
      const asked = await obligo(
        ...['report', 'quarterly', ...q1, '--known-at', date, '--era', 'be', '--data', D, '--csv'],
      );
      expect(asked.out).toBe(wanted);
      expect(asked.err).toContain(`${date} (B.E.) is 2025-12-30\n`);
    }
  });

  it('refuses a year of the Buddhist era where it is not asked for', async () => {
    const refused = await obligo('report', 'quarterly', ...q1, '--known-at', '2568-12-30', '--data', D);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('refused (known-at-malformed)');
  });

  it('prints plain rows with tabs, the cells of the CSV untruncated', async () => {
    const plain = await obligo('project', 'list', ...year, '--data', D, '--plain');
    const [header, first] = plain.out.split('\n');
    expect(header).toBe('project_code\tname\tname_en');
    expect(first).toMatch(/^P01\t.+\t.+$/);
    expect(plain.out).not.toContain('…');
    expect(plain.out.trimEnd().split('\n')).toHaveLength(10);
  });

  it('answers an empty list with an empty list and 0', async () => {
    const none = await obligo('journal', '--document', 'none', '--data', D, '--json');
    expect([none.code, JSON.parse(none.out)]).toEqual([0, expect.objectContaining({ rows: [] })]);
  });
});
