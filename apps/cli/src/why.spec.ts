import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const summary = join(SAMPLE, 'summary.csv');
const temporary = scratch();
const D = join(temporary.dir, 'D');

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', D);
});
afterAll(() => temporary.remove());

const year = ['--fiscal-year', '2569'];
const q1 = [...year, '--quarter', 'Q1'];
const q2 = [...year, '--quarter', 'Q2'];

describe('why the reports differ, from the shell', () => {
  it('finds the changed cells, each with its event, and ends with 6', async () => {
    const diff = await obligo(
      ...['diff', '--data', D, ...q1, '--from', '2025-12-30', '--to', '2026-03-31', '--format', 'json'],
    );
    expect(diff.code).toBe(6);
    const { schema, cells } = JSON.parse(diff.out) as {
      schema: string;
      cells: { project_code: string; change_m: string; events: { type: string }[] }[];
    };
    expect([schema, cells.length]).toEqual(['obligo.diff/1', 9]);
    expect(cells[0]).toMatchObject({
      project_code: 'P01',
      change_m: '1.1000',
      events: [{ type: 'QuarterCorrected' }],
    });
  });

  it('ends with 0 when nothing differs', async () => {
    const same = await obligo(
      'diff',
      '--data',
      D,
      ...q1,
      '--from',
      'Q1-2569',
      '--to',
      '2025-12-30',
      '--json',
    );
    expect([same.code, (JSON.parse(same.out) as { cells: unknown[] }).cells]).toEqual([0, []]);
  });

  it('explains the negative commitment of P08 by the payment that liquidates it', async () => {
    const cell = ['--project', 'P08', '--measure', 'committed'];
    const explained = await obligo('explain', '--data', D, ...q2, ...cell, '--format', 'json');
    expect(explained.code).toBe(0);
    expect(JSON.parse(explained.out)).toMatchObject({
      value_m: '-32.1369',
      events: [{ type: 'DisbursementMade', running_m: '-32.1369' }],
    });
  });

  it.each([
    ['--quarter', 'Q1', '--project', 'P01', '--measure', 'disbursed', '--known-at', '2025-12-30'],
    ['--quarter', 'Q2', '--cumulative', '--measure', 'spent-variance'],
    ['--month', '2026-03', '--project', 'P08', '--measure', 'committed', '--effective-to', '2026-03-31'],
    ['--project', 'P08', '--document', 'P08-Q2-L', '--stage', 'disbursement', '--measure', 'amount'],
    ['--measure', 'budget'],
  ])('gives the command that prints the same figure: %s %s …', async (...flags) => {
    const json = ['--data', D, '--json'];
    const first = await obligo('explain', '--fiscal-year', '2569', ...flags, ...json);
    const { command, value, events } = JSON.parse(first.out) as Record<
      'command' | 'value' | 'events',
      string
    >;
    const again = await obligo(...command.split(' ').slice(1), ...json);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ value, events });
  });

  it.each([
    [summary, undefined],
    ['-', readFileSync(summary, 'utf8')],
  ])('reconciles %s: exactly the two cells, and 6', async (file, content) => {
    const found = await obligoWith(
      { stdin: () => Promise.resolve(content ?? '') },
      ...['reconcile', '--data', D, '--report', 'Q2-2569', file, '--format', 'json'],
    );
    expect(found.code).toBe(6);
    expect(JSON.parse(found.out)).toMatchObject({
      equal: 34,
      differing: [
        { project_code: 'P02', measure: 'disbursed', difference_m: '-0.0001' },
        { project_code: 'P06', measure: 'disbursed', difference_m: '0.0001' },
      ],
    });
  });

  it('ends a reconciliation without differences with 0', async () => {
    const found = await obligo('reconcile', '--data', D, '--report', 'Q1-2569', summary);
    expect(found.code).toBe(0);
  });

  it('builds the read models again; the reports are byte-equal before and after', async () => {
    const questions = [
      ['report', 'quarterly', ...q2, '--csv'],
      ['report', 'kpi', ...q2, '--json'],
      ['journal', '--json'],
    ];
    const ask = async () => {
      const answers: string[] = [];
      for (const question of questions) answers.push((await obligo(...question, '--data', D)).out);
      return answers;
    };
    const before = await ask();
    const rebuilt = await obligo('rebuild', '--data', D);
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rebuilt.out).toContain('rebuilt up to position 267\n');
    expect(rebuilt.out).not.toContain('DIFFERENT');
    expect(await ask()).toEqual(before);
  });
});
