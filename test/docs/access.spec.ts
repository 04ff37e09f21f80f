import { afterAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { APART, DEFAULT_RULES, limitsSchema, PERMISSIONS, POSTING_ROLES, ROLES } from '#access';
import { readRoleClaims } from '../../apps/ledger/src/access/sign-on/config.ts';
import { type Setting, SETTINGS } from '../../apps/ledger/src/settings.ts';
import { codesIn, pageOf, rowsOf } from './page.fixture.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const page = pageOf('access.md');
/** Patterns of commands; one without a category is of the category before it. */
function patternsIn(cell = ''): string[] {
  let category = '';
  return codesIn(cell).map((code) => {
    if (code.includes('/')) category = code.slice(0, code.indexOf('/'));
    return code.includes('/') ? code : `${category}/${code}`;
  });
}

describe('docs/access.md', () => {
  it('says of every role what it may see and do', () => {
    const rows = rowsOf(page, 'may');
    const [first = {}] = rows;
    expect(Object.keys(first).slice(1)).toEqual([...ROLES]);
    const said = ROLES.map((role) => [
      role,
      rows.filter((row) => row[role] === '✓').flatMap((row) => codesIn(row['may'])),
    ]);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(ROLES.map((role) => [role, DEFAULT_RULES.roles[role].may])),
    );
  });

  it('lists every permission', () => {
    expect(rowsOf(page, 'may').flatMap((row) => codesIn(row['may']))).toEqual([...PERMISSIONS]);
  });

  it('says of every role that posts what it records, and of no other', () => {
    const said = rowsOf(page, 'role').map((row) => [
      codesIn(row['role'])[0],
      patternsIn(row['records']).sort(),
    ]);
    const recording = ROLES.filter((role) => DEFAULT_RULES.roles[role].commands.length > 0);
    expect(recording).toEqual([...POSTING_ROLES]);
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries(recording.map((role) => [role, [...DEFAULT_RULES.roles[role].commands].sort()])),
    );
  });

  it('names the roles that stay apart', () => {
    for (const role of APART) expect(page).toMatch(new RegExp(`The [^.]*${role}[^.]*no role that posts`));
  });

  it('lists every limit of a grant, each with an example that is one', () => {
    const rows = rowsOf(page, 'limit');
    expect(rows.flatMap((row) => codesIn(row['limit']))).toEqual(Object.keys(limitsSchema.shape));
    const examples = rows.map((row) => [
      codesIn(row['limit'])[0],
      JSON.parse(codesIn(row['example'])[0] ?? '') as unknown,
    ]);
    expect(limitsSchema.safeParse(Object.fromEntries(examples)).error).toBeUndefined();
  });

  describe('on single sign-on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'obligo-roles-'));
    afterAll(() => rmSync(folder, { recursive: true }));

    it('shows a roles file that the ledger takes', async () => {
      const shown = /```json\n(\[[\s\S]*?\])\n```/.exec(page)?.[1] ?? '';
      const file = join(folder, 'roles.json');
      writeFileSync(file, shown);
      const claims = await readRoleClaims(file);
      expect(claims.length).toBeGreaterThan(3);
    });
  });
});

describe('the tables of settings', () => {
  const pages = {
    'README.md': readFileSync(join(ROOT, 'README.md'), 'utf8'),
    'docs/access.md': page,
    'docs/security.md': pageOf('security.md'),
    'docs/sealing.md': pageOf('sealing.md'),
    'docs/observability.md': pageOf('observability.md'),
    'docs/cluster.md': pageOf('cluster.md'),
  };
  const rows = Object.values(pages).flatMap((text) => [
    ...rowsOf(text, 'flag'),
    ...rowsOf(text, 'environment'),
  ]);

  it('hold every setting once, with its flag and its default, and none that there is not', () => {
    const said = rows.map((row) => ({
      env: codesIn(row['environment'])[0],
      flag: codesIn(row['flag'])[0],
      fallback: codesIn(row['default'])[0],
    }));
    const there = Object.values<Setting>(SETTINGS).map(({ env, flag, fallback }) => ({
      env,
      flag: flag === undefined ? undefined : `--${flag}`,
      fallback,
    }));
    const byName = (one: { env?: string | undefined }, other: { env?: string | undefined }) =>
      (one.env ?? '').localeCompare(other.env ?? '');
    expect(said.sort(byName)).toEqual(there.sort(byName));
  });
});

describe('docs/security.md', () => {
  const security = pageOf('security.md');

  it('names only tests that there are, and one for each protection that is tested', () => {
    const files = rowsOf(security, 'threat').map((row) => codesIn(row['shown by']));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((each) => each.length === 0)).toEqual([]);
    expect(files.flat().filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
