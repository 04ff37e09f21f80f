import { afterAll, describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

const temporary = scratch();
afterAll(() => temporary.remove());

const folder = (name: string) => join(temporary.dir, name);
const p20 = ['--fiscal-year', '2569', '--project', 'P20'];
const on = ['--effective-on', '2025-11-03'];

describe('a dry run of an import', () => {
  it('shows what would be posted and leaves no folder behind', async () => {
    const tried = await obligo('import', SAMPLE, '--data', folder('tried'), '--dry-run');
    expect(tried.code).toBe(0);
    expect(tried.out).toContain('would post 267 commands for etda\n');
    expect(tried.out).toContain('       9  open-account (budgetaccount)\n');
    expect(existsSync(folder('tried'))).toBe(false);
    const posted = await obligo('import', SAMPLE, '--data', folder('tried'));
    expect(posted.out.replace(/^posted/, 'would post')).toContain(
      tried.out.replace(/\n[^\n]* events, .*\n$/, '\n'),
    );
  });
});

describe('a dry run where there is no ledger yet', () => {
  it('decides as on an empty ledger and leaves nothing behind', async () => {
    const missing = join(temporary.dir, 'typing-error');
    const tried = await obligo(
      'account',
      'open',
      ...p20,
      ...on,
      '--name',
      'New',
      '--data',
      missing,
      '--dry-run',
    );
    expect([tried.code, tried.out]).toEqual([0, expect.stringMatching(/^would record BudgetAccountOpened/m)]);
    expect(tried.err).toContain(`no ledger in ${missing} yet: tried on an empty one\n`);
    expect(existsSync(missing)).toBe(false);
  });

  it('is refused in a folder of somebody else', async () => {
    const foreign = join(temporary.dir, 'foreign');
    cpSync(join(SAMPLE, 'README.md'), join(foreign, 'README.md'));
    const tried = await obligo(
      'account',
      'open',
      ...p20,
      ...on,
      '--name',
      'New',
      '--data',
      foreign,
      '--dry-run',
    );
    expect([tried.code, tried.err]).toEqual([1, expect.stringContaining('refused (no-ledger-here)')]);
    expect(readdirSync(foreign)).toEqual(['README.md']);
  });
});
