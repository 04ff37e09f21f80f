import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, type Ran, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const at = (name: string): string => join(temporary.dir, name);
const D = at('ledger');
const E = at('elsewhere');

/** The two quarterly reports of fiscal year 2569, as they were known when they were published. */
const REPORTS = {
  q1: ['--fiscal-year', '2569', '--quarter', 'Q1', '--known-at', '2025-12-30'],
  q2: ['--fiscal-year', '2569', '--quarter', 'Q2', '--by-quarter', '--known-at', '2026-03-31'],
} as const;

async function must(...words: readonly string[]): Promise<Ran> {
  const ran = await obligo(...words);
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.code} ${ran.out}${ran.err}`);
  return ran;
}

beforeAll(async () => {
  await must('import', SAMPLE, '--data', D);
  for (const [name, words] of Object.entries(REPORTS)) {
    const { out } = await must('report', 'quarterly', ...words, '--data', D, '--receipt', at(`${name}.json`));
    writeFileSync(at(`${name}.txt`), out);
  }
  await must('receipt', 'show', '267', '--data', D, '--out', at('receipt.json'));
  await must('export', 'log', '--data', D, '--out', at('bundle'));
  await must('import', 'log', at('bundle'), '--data', E);
});
afterAll(() => temporary.remove());

describe('the fiscal year 2569, taken elsewhere as a bundle', () => {
  it.each(Object.keys(REPORTS))('gives the published report again, byte for byte: %s', async (name) => {
    const keys = ['--keys', at('bundle/keys.txt')];
    const { out } = await must(
      'report',
      'verify',
      at(`${name}.json`),
      at(`${name}.txt`),
      '--data',
      E,
      ...keys,
    );
    expect(out).toMatch(
      /^SAME: quarterly, as known at position \d+, \d+ events, \d+ bytes, SHA-256 [0-9a-f]{64}\nunder/,
    );
  });

  it('knew the first quarter otherwise in December than in March', async () => {
    const words = ['quarterly', '--fiscal-year', '2569', '--quarter', 'Q1', '--csv', '--data', E];
    const [december, march] = [
      await must('report', ...words, '--known-at', '2025-12-30'),
      await must('report', ...words, '--known-at', '2026-03-31'),
    ];
    expect([december.out.includes('0.6334'), march.out.includes('1.7334')]).toEqual([true, true]);
  });

  it('gives the same receipts of its postings, also once it is sealed under a key of its own', async () => {
    const before = await must('receipt', 'show', '267', '--data', E);
    expect(before.out).toBe(readFileSync(at('receipt.json'), 'utf8'));
    await must('seal', 'rotate-key', '--lost', '--data', E);
    const { out } = await must('receipt', 'show', '267', '--data', E);
    expect(out).toBe(readFileSync(at('receipt.json'), 'utf8'));
    await must('receipt', 'verify', at('receipt.json'), '--keys', at('bundle/keys.txt'));
  });
});
