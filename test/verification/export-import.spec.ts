import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obligo, obligoWith, type Ran, SAMPLE, scratch } from '../../apps/cli/testing/obligo.fixture.ts';
import { serve } from '../../apps/cli/testing/running.fixture.ts';
import { behindItsBack, findingsInBundle, relink, rewriting, sql } from './stored-ledger.fixture.ts';

const VERIFY_PY = join(import.meta.dirname, '../../libs/audit-trail/verifier/verify.py');
const Q2 = ['report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q2', '--csv'];

let world: ReturnType<typeof scratch>;
const at = (name: string): string => join(world.dir, name);
const text = (...names: string[]): string => readFileSync(at(join(...names)), 'utf8');
let exported: Ran;

beforeAll(async () => {
  world = scratch();
  await obligo('import', SAMPLE, '--data', at('D'));
  exported = await obligo('export', 'log', '--data', at('D'), '--out', at('B'));
});
afterAll(() => world.remove());

/** A copy of the bundle in which a file reads otherwise. */
function bundleWith(name: string, file: string, change: (text: string) => string): string {
  cpSync(at('B'), at(name), { recursive: true });
  writeFileSync(at(join(name, file)), change(text('B', file)));
  return at(name);
}

/** A copy of the ledger in which somebody changed the log, and the keys that it is sealed with. */
function ledgerWith(name: string, change: Parameters<typeof behindItsBack>[1]): string {
  cpSync(at('D'), at(name), { recursive: true });
  cpSync(at('D.keys'), at(`${name}.keys`), { recursive: true });
  behindItsBack(join(at(name), 'ledger.sqlite'), change);
  return at(name);
}

const raised = (data: Record<string, unknown>) => ({ ...data, amount: '999999.99' });

describe('a log that is exported', () => {
  it('is a bundle in which both verifiers find nothing', async () => {
    expect(exported.code).toBe(0);
    expect(exported.out).toMatch(/^267 events and 0 of the access log of obligo\.local\/ledger\//);
    const ours = await obligo('verify', at('B'));
    expect([ours.code, ours.out]).toEqual([0, expect.stringContaining('no findings')]);
    const theirs = spawnSync('python3', [VERIFY_PY, at('B')], { encoding: 'utf8' });
    expect([theirs.status, theirs.stderr]).toEqual([0, '']);
  });

  it('carries the schema of every event, and says what it left out', () => {
    expect(existsSync(at('B/schemas/BudgetAllocated.v1.json'))).toBe(true);
    expect(exported.err).not.toContain('note:');
  });

  it('may hold nothing but its first administrator', async () => {
    const password = { stdin: () => Promise.resolve('correct horse battery staple') };
    await obligoWith(password, 'set-up', '--data', at('new'), '--name', 'admin', '--password-file', '-');
    expect((await obligo('export', 'log', '--data', at('new'), '--out', at('B-new'))).code).toBe(0);
    const { code, out } = await obligo('verify', at('B-new'));
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('0 events and 2 of the access log, 0 and 2 of them'),
    ]);
    expect((await obligo('import', 'log', at('B-new'), '--data', at('new-again'))).code).toBe(0);
    expect((await obligo('verify', at('new-again'))).code).toBe(0);
  });

  it('exits with 6 where the keys beside the folder alone say that others signed', async () => {
    for (const end of ['', '.keys']) cpSync(at(`D${end}`), at(`keys-differ${end}`), { recursive: true });
    cpSync(at('new.keys/verifier-keys.txt'), at('keys-differ.keys/verifier-keys.txt'));
    const told = await obligo('export', 'log', '--data', at('keys-differ'), '--out', at('B-keys-differ'));
    expect([told.code, told.err]).toEqual([6, expect.stringContaining('not sealed anew: ')]);
    expect((await obligo('verify', at('keys-differ'))).code).toBe(6);
  });

  it('goes into a new folder only', async () => {
    const again = await obligo('export', 'log', '--data', at('D'), '--out', at('B'));
    expect([again.code, again.err]).toEqual([5, expect.stringContaining('bundle-folder-not-empty')]);
  });

  it('does not go into the folder that it comes from', async () => {
    const inside = await obligo('export', 'log', '--data', at('D'), '--out', at('D/bundles/B'));
    expect([inside.code, inside.err]).toEqual([2, expect.stringContaining('bundle-in-data-folder')]);
    expect(existsSync(at('D/bundles'))).toBe(false);
  });

  it('is exported up to the last checkpoint while a service owns the folder', async () => {
    cpSync(at('D'), at('served'), { recursive: true });
    cpSync(at('D.keys'), at('served.keys'), { recursive: true });
    const running = await serve(at('served'));
    try {
      const { code, err } = await obligo('export', 'log', '--data', at('served'), '--out', at('B-served'));
      expect([code, err.includes('not sealed anew')]).toEqual([0, false]);
      expect((await obligo('verify', at('B-served'))).code).toBe(0);
      expect((await obligo('verify', at('served'))).code).toBe(0);
    } finally {
      await running.stop();
    }
  });

  it('is sealed as the settings of the service say, or not at all', async () => {
    const env = { OBLIGO_STORE: 'kurrentdb://nowhere:2113' };
    const to = ['--data', at('D'), '--out', at('B-elsewhere')];
    const { code, err } = await obligoWith({ env }, 'export', 'log', ...to);
    expect([code, err]).toEqual([0, expect.stringMatching(/not sealed anew: .*without OBLIGO_ORIGIN/)]);
  });

  it('is carried as it is when it was changed, and nothing is signed anew', async () => {
    const last = 267;
    const data = ledgerWith('cut', (database) => {
      sql('DELETE FROM commands WHERE position = ?', last)(database);
      sql('DELETE FROM events WHERE position = ?', last)(database);
    });
    const { code, err } = await obligo('export', 'log', '--data', data, '--out', at('B-cut'));
    expect([code, err]).toEqual([6, expect.stringContaining('not sealed anew')]);
    expect(text('B-cut', 'checkpoints.txt')).toBe(text('B', 'checkpoints.txt'));
    expect((await findingsInBundle(at('B-cut'))).codes).toContain('checkpoint-beyond-log');
  });
});

describe('a bundle', () => {
  it('shows a decision that would be taken otherwise, when all hashes in it were made right again', async () => {
    const { found } = await changedAmount();
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'decision-differs',
        file: 'events.jsonl',
        message: expect.stringContaining('999999.99'),
      }),
    );
    expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['tree-mismatch']));
    expect(found.map(({ code }) => code)).not.toContain('link-broken');
  });

  it('shows totals that the events do not add up to', async () => {
    let line = 0;
    const folder = bundleWith('B-totals', 'totals.json', (said) => {
      line = said.split('\n').findIndex((one) => one.includes('"budget":"42737700.00"')) + 1;
      return said.replace('"budget":"42737700.00"', '"budget":"42737700.01"');
    });
    const { found } = await findingsInBundle(folder);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'totals-differ',
        line,
        stream: 'budgetaccount-etda.2569.P01',
        message: expect.stringMatching(/^Q1: budget is 42737700\.01/),
      }),
    );
  });

  it('is told in lines that a program reads, with the summary last', async () => {
    const folder = bundleWith('B-json', 'totals.json', (said) =>
      said.replace('"budget":"42737700.00"', '"budget":"1.00"'),
    );
    const { code, out } = await obligo('verify', folder, '--json');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(6);
    expect(lines.map(({ code: said }) => said).slice(0, -1)).toEqual(['manifest-mismatch', 'totals-differ']);
    expect(lines.at(-1)).toMatchObject({
      schema: 'obligo.verification/1',
      kind: 'bundle',
      events: 267,
      findings: 2,
    });
  });

  it('is not vouched for by its own keys when others were published', async () => {
    const other = 'obligo.example/ledger/other+fcdf1b4e+AY6Inpe2wCZc0uF0lCYQkTqgFfsT1ELHrTWvfdSLN1sX';
    writeFileSync(at('other-keys.txt'), `${other}\n`);
    const { code, out } = await obligo('verify', at('B'), '--keys', at('other-keys.txt'));
    expect([code, out]).toEqual([6, expect.stringContaining('key-unknown')]);
  });

  it('is refused where there is none, and a file that is named must be there', async () => {
    mkdirSync(at('empty'));
    const nothing = await obligo('verify', at('empty'));
    expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('no-ledger-to-verify')]);
    expect((await obligo('verify', at('B'), '--keys', at('nowhere.txt'))).code).toBe(2);
  });
});

describe('a log that is imported', () => {
  beforeAll(async () => {
    await obligo('import', 'log', at('B'), '--data', at('E'));
  });

  it('gives the same reports, byte for byte', async () => {
    const [there, here] = [await obligo(...Q2, '--data', at('D')), await obligo(...Q2, '--data', at('E'))];
    expect(here.out).toBe(there.out);
    expect(here.out).toContain('P01');
  });

  it('has the same events, times, checkpoints and keys, and verifies', async () => {
    expect((await obligo('verify', at('E'))).code).toBe(0);
    await obligo('export', 'log', '--data', at('E'), '--out', at('B-again'));
    for (const name of ['events.jsonl', 'access.jsonl', 'checkpoints.txt', 'keys.txt', 'totals.json']) {
      expect([name, text('B-again', name) === text('B', name)]).toEqual([name, true]);
    }
  });

  it('goes on under the key of its ledger', async () => {
    cpSync(at('E'), at('F'), { recursive: true });
    cpSync(at('D.keys'), at('F.keys'), { recursive: true });
    const posted = await obligo(
      'period',
      'soft-close',
      '--data',
      at('F'),
      '--fiscal-year',
      '2569',
      '--period',
      '2025-10',
      '--effective-on',
      '2026-04-01',
    );
    expect([posted.code, posted.err]).toEqual([0, expect.not.stringContaining('not sealed')]);
    const { code, out } = await obligo('verify', at('F'));
    expect([code, out]).toEqual([0, expect.stringContaining('268 events')]);
  });

  it('is not there when the bundle has a fault', async () => {
    const folder = bundleWith('B-faulty', 'events.jsonl', (said) =>
      said.replace('"revision":1,', '"revision":2,'),
    );
    const { code, err, out } = await obligo('import', 'log', folder, '--data', at('G'));
    expect([code, err]).toEqual([6, expect.stringContaining('nothing was imported')]);
    expect(out).toContain('revision-gap');
    expect(readdirSync(world.dir).filter((name) => name.startsWith('G'))).toEqual([]);
  });

  it('is not there when an identity stands twice, which is told as verification tells it', async () => {
    const lines = text('B', 'events.jsonl').trimEnd().split('\n');
    const [first = '', last = ''] = [lines.at(2), lines.at(-1)];
    const { id } = JSON.parse(first) as { id: string };
    const again = `${lines.with(-1, last.replace(/"id":"[^"]+"/, `"id":"${id}"`)).join('\n')}\n`;
    const bundle = bundleWith('B-twice', 'events.jsonl', () => again);
    const { code, out } = await obligo('import', 'log', bundle, '--data', at('L-twice'));
    expect(code).toBe(6);
    expect(out).toContain(`line ${lines.length} of events.jsonl: the id ${id} stands before`);
    expect(existsSync(at('L-twice'))).toBe(false);
  });

  it('is imported into a new folder only', async () => {
    const { code, err } = await obligo('import', 'log', at('B'), '--data', at('D'));
    expect([code, err]).toEqual([5, expect.stringContaining('folder-not-empty')]);
  });
});

/** The bundle of a ledger in which an amount was changed, with all links and the manifest made right again. */
async function changedAmount() {
  const data = ledgerWith('changed', () => undefined);
  const file = join(data, 'ledger.sqlite');
  behindItsBack(file, (database) => {
    const row = database
      .prepare("SELECT min(position) AS position FROM events WHERE type = 'BudgetAllocated'")
      .get();
    rewriting(Number(row?.['position']), { data: raised })(database);
  });
  await relink(file);
  rmSync(join(data, 'projections.sqlite'));
  await obligo('export', 'log', '--data', data, '--out', at('B-changed'));
  return findingsInBundle(at('B-changed'));
}
