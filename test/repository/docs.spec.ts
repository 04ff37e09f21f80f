import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning'];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'obligo-docs-'));
  for (const name of ['events.md', 'refusals.md', 'read-models.md', 'schemas']) {
    cpSync(path.join(ROOT, 'docs', name), path.join(folder, name), { recursive: true });
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(): { status: number | null; stderr: string } {
  const args = [...FLAGS, path.join(ROOT, 'scripts/docs.ts'), '--check', `--out=${folder}`];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

/** The source files in some folders, without tests. */
function sources(...folders: string[]): string[] {
  return folders.flatMap((name) =>
    readdirSync(path.join(ROOT, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(path.join(ROOT, name, file), 'utf8')),
  );
}

/** The rows of the field tables of a page. */
function rowsOf(page: string) {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, field = '', type = '', unit = '', , meaning = '']) => ({ field, type, unit, meaning }));
}

describe('the event catalogue', () => {
  it('is in step with the code', () => {
    expect(check()).toMatchObject({ status: 0, stderr: '' });
  });

  it('lists every event that a library defines', () => {
    const page = readFileSync(path.join(ROOT, 'docs/events.md'), 'utf8');
    const types = sources('libs').flatMap((text) =>
      [...text.matchAll(/defineEvent\(\{\s*type: '(\w+)'/g)].map((match) => match[1]!),
    );
    expect(types.length).toBeGreaterThan(10);
    expect(types.filter((type) => !page.includes(`### ${type}\n`))).toEqual([]);
  });

  it('says of every field what it means, and of every amount of money its unit', () => {
    const page = readFileSync(path.join(ROOT, 'docs/events.md'), 'utf8');
    const money = page.slice(page.indexOf('## Budget account\n'), page.indexOf('## KPI\n'));
    expect(rowsOf(page).length).toBeGreaterThan(50);
    expect(rowsOf(page).filter(({ type, meaning }) => type === '' || meaning === '')).toEqual([]);
    // An amount in foreign currency is none in baht.
    const inBaht = rowsOf(money).filter(({ field }) => !field.includes('foreign.'));
    const amounts = inBaht.filter(({ field }) =>
      /`(?:.*\.)?(?:amount|change|disbursed|committed|Q[1-4])`/.test(field),
    );
    expect(amounts.length).toBeGreaterThan(10);
    expect(amounts.filter(({ unit }) => unit !== 'baht')).toEqual([]);
  });
});

describe('the list of refusals', () => {
  it('gives a code one kind wherever it is told, so that a program can go by the code alone', () => {
    const page = readFileSync(path.join(ROOT, 'docs/refusals.md'), 'utf8');
    const told = [...page.matchAll(/^\| `([\w-]+)` +\| ([\w-]+) +\| \d{3} /gm)].map((row) => row.slice(1));
    expect(told.length).toBeGreaterThan(300);
    const kinds = Map.groupBy(told, ([code]) => code);
    const several = [...kinds].filter(([, rows]) => new Set(rows.map(([, kind]) => kind)).size > 1);
    expect(several.map(([code]) => code)).toEqual([]);
  });

  it('holds every refusal that the code makes, with its kind', () => {
    const page = readFileSync(path.join(ROOT, 'docs/refusals.md'), 'utf8');
    const made = sources('libs', 'apps').flatMap((text) => [
      ...[...text.matchAll(/\brefusal\(\s*'([\w-]+)',\s*'([\w-]+)'/g)].map((match) => [match[2]!, match[1]!]),
      ...[...text.matchAll(/\bmalformed\(\s*'([\w-]+)'/g)].map((match) => [match[1]!, 'invalid']),
    ]);
    expect(made.length).toBeGreaterThan(5);
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const listed = ([code = '', kind]: string[]) =>
      rows.some((cells) => cells[1] === `\`${code}\`` && cells[2] === kind);
    expect(made.filter((entry) => !listed(entry))).toEqual([]);
  });
});

describe('the check of the generated pages', () => {
  it('finds a page that says something else than the code', () => {
    appendFileSync(path.join(folder, 'refusals.md'), 'and more\n');
    expect(check()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('docs/refusals.md: says something else'),
    });
  });

  it('finds a schema that is missing and one that no event has', () => {
    rmSync(path.join(folder, 'schemas/BudgetCut.v1.json'));
    writeFileSync(path.join(folder, 'schemas/BudgetPainted.v1.json'), '{}\n');
    const { status, stderr } = check();
    expect(status).toBe(1);
    expect(stderr).toContain('docs/schemas/BudgetCut.v1.json: missing');
    expect(stderr).toContain('docs/schemas/BudgetPainted.v1.json: no event has this schema any more');
  });
});
