import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, type Ran, SAMPLE, scratch, serve } from '../testing/obligo.fixture.ts';

const temporary = scratch();
const sample = join(temporary.dir, 'sample');

beforeAll(async () => {
  await obligo('import', SAMPLE, '--data', sample);
});
afterAll(() => temporary.remove());

const line = ['--fund-source', 'annual-appropriation', '--category', 'operating'];
const p20 = ['--fiscal-year', '2569', '--project', 'P20'];
const on = ['--effective-on', '2025-11-03'];

describe('a first posting in an empty folder', () => {
  const D = join(temporary.dir, 'first');
  const post = (...words: string[]) => obligo(...words, '--data', D);

  it('opens an account, allocates, commits and pays, each with a receipt', async () => {
    const opened = await post('account', 'open', ...p20, ...on, '--name', 'New');
    expect([opened.code, opened.out]).toEqual([
      0,
      expect.stringMatching(
        /^recorded BudgetAccountOpened in .+, effective 2025-11-03\n {2}receipt: position 2\n$/m,
      ),
    ]);
    expect(opened.err).toMatch(/^idempotency key [0-9a-f-]{36}\n/);
    expect(opened.err).toContain('next: obligo event show 2\n');
    await post('budget', 'allocate', ...p20, ...on, ...line, '--amount', '1000.00');
    const made = await post(
      ...['commitment', 'make', ...p20, ...on, ...line, '--commitment', 'PO-1', '--amount', '600.00'],
    );
    expect(made.out).toContain(
      'available on annual-appropriation/operating: 1000.00 → 400.00 baht\n  receipt: position 4\n',
    );
  });

  it('refuses by rule with 3, says how much is missing, and records nothing', async () => {
    const refused = await post(
      ...['commitment', 'make', ...p20, ...on, ...line, '--commitment', 'PO-2', '--amount', '400.01'],
    );
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain('refused (budget-exceeded)');
    expect(refused.err).toContain('0.01');
    expect((await post('doctor', '--json')).out).toContain('"head": "4"');
  });

  it('tells a conflict with 5 and what does not exist with 1', async () => {
    expect((await post('account', 'open', ...p20, ...on, '--name', 'Again')).code).toBe(5);
    const unknown = await post('event', 'show', '999');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('refused (event-unknown)')]);
  });

  it('tells bad input with 2 and names the field', async () => {
    const refused = await post('budget', 'allocate', ...p20, ...on, ...line, '--amount', '1e3');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('  amount: ')]);
  });

  it('shows on a dry run what would be recorded, and records nothing', async () => {
    const tried = await post('budget', 'allocate', ...p20, ...on, ...line, '--amount', '5.00', '--dry-run');
    expect([tried.code, tried.out]).toEqual([
      0,
      expect.stringMatching(
        /^would record BudgetAllocated in .+\n {2}available on .+: 400\.00 → 405\.00 baht\n$/,
      ),
    ]);
    expect(tried.err).toBe('');
    const unasked = [...p20, ...on, ...line, '--amount', '5.00', '--dry-run', '--no-input'];
    expect(await post('budget', 'allocate', ...unasked)).toEqual(tried);
    expect((await post('doctor', '--json')).out).toContain('"head": "4"');
  });

  it('records a repeated command once', async () => {
    const again = [
      'budget',
      'cut',
      ...p20,
      ...on,
      ...line,
      '--amount',
      '1.00',
      '--reason',
      'Committee stage',
    ];
    const first = await post(...again, '--idempotency-key', 'cut-1');
    const second = await post(...again, '--idempotency-key', 'cut-1');
    expect(first.out).toMatch(/^recorded BudgetCut/);
    expect(first.err).not.toContain('idempotency key');
    expect(second.code).toBe(0);
    expect(second.out).toBe(first.out.replace('recorded', 'recorded before'));
    const other = await post(...again.with(-3, '2.00'), '--idempotency-key', 'cut-1');
    expect([other.code, other.err]).toEqual([5, expect.stringContaining('refused (idempotency-key-reused)')]);
  });

  it('takes the body from a file or standard input, with flags on top', async () => {
    const body = { line: { fundSource: 'annual-appropriation', category: 'operating' }, amount: '7.00' };
    const content = JSON.stringify({ ...body, effectiveOn: '2025-11-03' });
    const file = join(temporary.dir, 'body.json');
    writeFileSync(file, content);
    const allocate = ['budget', 'allocate', ...p20, '--data', D, '--dry-run', '--input'];
    const fromFile = await obligo(...allocate, file);
    const fromStdin = await obligoWith({ stdin: () => Promise.resolve(content) }, ...allocate, '-');
    expect([fromFile.code, fromFile.out]).toEqual([0, expect.stringContaining('399.00 → 406.00')]);
    expect(fromStdin).toEqual(fromFile);
    const changed = await obligo(...allocate, file, '--amount', '8.00');
    expect(changed.out).toContain('399.00 → 407.00');
    const incomplete = await obligoWith({ stdin: () => Promise.resolve('{}') }, ...allocate, '-');
    expect([incomplete.code, incomplete.err]).toEqual([
      2,
      'refused (wrong-use): --effective-on, --fund-source, --category, --amount are missing.\n',
    ]);
    for (const text of ['[]', '{"amount":', '7']) {
      const refused = await obligoWith({ stdin: () => Promise.resolve(text) }, ...allocate, '-');
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--input - ')]);
    }
    const unknown = await obligoWith(
      { stdin: () => Promise.resolve(content.replace('{', '{"colour":"red",')) },
      ...[...allocate, '-'],
    );
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('colour')]);
  });

  it('takes business dates of the Buddhist era, and echoes them', async () => {
    const allocate = ['budget', 'allocate', ...p20, ...line, '--amount', '1.00', '--dry-run', '--era', 'be'];
    const tried = await post(...allocate, '--effective-on', '3/11/2568');
    expect(tried.out).toContain('effective 2025-11-03');
    expect(tried.err).toBe('3/11/2568 (B.E.) is 2025-11-03\n');
  });

  it('keeps the author, in whatever letters', async () => {
    const cut = [...p20, ...on, ...line, '--amount', '1.00', '--reason', 'Committee stage'];
    const posted = await post('budget', 'cut', ...cut, '--actor', 'ฝ่ายการเงิน', '--json');
    const { schema, position } = JSON.parse(posted.out) as { schema: string; position: string };
    expect(schema).toMatch(/^obligo\./);
    expect((await post('event', 'show', position)).out).toContain('ฝ่ายการเงิน');
  });
});

describe('a posting to a running ledger', () => {
  it('answers as one to its folder', async () => {
    const words = [
      'budget',
      'cut',
      '--fiscal-year',
      '2569',
      '--project',
      'P01',
      '--fund-source',
      'annual-appropriation',
    ];
    const [byFolder, byUrl] = [join(temporary.dir, 'by-folder'), join(temporary.dir, 'by-url')];
    for (const copy of [byFolder, byUrl]) cpSync(sample, copy, { recursive: true });
    const running = await serve(byUrl);
    const maker = await running.as('maker');
    const cut = async (where: readonly string[], category: string): Promise<Ran> => {
      const rest = [
        '--category',
        category,
        '--effective-on',
        '2026-04-01',
        '--amount',
        '0.01',
        '--reason',
        'Cut',
      ];
      const env = where.includes('--url') ? maker : {};
      return obligoWith({ env }, ...words, ...rest, '--idempotency-key', 'cut', ...where);
    };
    try {
      for (const category of ['unassigned', 'no-such-line']) {
        const folder = await cut(['--data', byFolder], category);
        expect(await cut(['--url', running.url], category)).toEqual(folder);
      }
    } finally {
      await running.stop();
    }
  });
});
