import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const at = ['--data', join(temporary.dir, 'D')];
const publish = (number: string) =>
  obligo(
    ...['quarterly-report', 'publish', ...at, '--fiscal-year', '2569', '--report', 'Q1-2569'],
    ...['--number', number, '--effective-on', '2026-04-05', '--reason', 'For the board'],
    ...['--template', 'summary', '--without-pdf', 'true'],
  );

beforeAll(async () => {
  await obligo('import', SAMPLE, ...at);
});
afterAll(() => temporary.remove());

describe('a report that is published from the shell', () => {
  it('is numbered when its number is said, and listed with what changed since', async () => {
    expect((await publish('Q1-2569')).code).toBe(0);
    const { code, out } = await obligo('report', 'published', ...at, '--csv');
    expect(code).toBe(0);
    expect(out.split('\n')[1]).toMatch(/^Q1-2569,สรุปผลการดำเนินงานไตรมาส 1 ปีงบประมาณ 2569,2025-12-30,190,/);
    expect(out.split('\n')[1]).toMatch(/,9,[0-9a-f]{64}$/);
  });

  it('is refused under a number that is taken', async () => {
    const { code, err } = await publish('Q1-2569');
    expect(code).toBe(5);
    expect(err).toContain('publication-number-wrong');
  });

  it('was not there before', async () => {
    const { out } = await obligo('report', 'published', ...at, '--known-at', '2025-12-30', '--json');
    expect((JSON.parse(out) as { rows: unknown[] }).rows).toEqual([]);
  });
});
