import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ROLES } from '#access';
import { createLedger, type Ledger } from '../../apps/ledger/src/ledger.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface User {
  readonly name: string;
  readonly role: string;
  readonly password: string;
}

/** A program of the repository, run to its end. */
function run(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, program), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { code: status, out: stdout, err: stderr };
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe('the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-demo-'));
  const data = join(folder, 'D');
  const demo = (...args: readonly string[]) =>
    run('scripts/run.mjs', 'demo', '--no-serve', '--data', data, ...args);
  const open = (): Promise<Ledger> =>
    createLedger({
      data,
      create: false,
      purpose: 'test',
      logLevel: 'silent',
      access: { session: { idleMinutes: 60, hours: 12 } },
    });
  const users = () => JSON.parse(readFileSync(join(data, 'demo-users.json'), 'utf8')) as User[];
  let first: ReturnType<typeof run>;

  beforeAll(() => {
    first = demo();
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loads the sample and prints both reports', () => {
    expect([first.code, first.err]).toEqual([0, expect.not.stringContaining('refused')]);
    expect(first.out).toContain('0.6334');
  });

  it('has a user of each role, each with a password of its own, printed and kept for the owner of the folder', () => {
    expect(users().map(({ role }) => role)).toEqual(expect.arrayContaining([...ROLES]));
    expect(new Set(users().map(({ password }) => password)).size).toBe(ROLES.length);
    for (const { name, password } of users())
      expect(first.out).toMatch(new RegExp(`^ +${name} +${password} `, 'm'));
    expect(modeOf(join(data, 'demo-users.json'))).toBe('600');
  });

  it('lets each of them sign in, marked as a demo user, with the one role', async () => {
    const ledger = await open();
    const { app } = ledger;
    try {
      for (const { name, role, password } of users()) {
        const url = '/api/v1/session';
        const body = { name, password, as: 'token' };
        const signedIn = await app.inject({ method: 'POST', url, payload: body });
        const { token } = signedIn.json<{ token: string }>();
        const self = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
        expect(self.json()).toMatchObject({
          name,
          displayName: expect.stringContaining('(demo)'),
          demo: true,
          roles: [{ role }],
        });
      }
    } finally {
      await ledger.close();
    }
  });

  it('changes nothing when it is run again, says the same, and gives new tokens for the old', async () => {
    const heads = async () => {
      const ledger = await open();
      const { access, store, identities } = ledger.embedded;
      const people = (await identities.people.list()).length;
      const seen = [await store.head(), (await access.history()).length, people];
      await ledger.close();
      return seen;
    };
    const file = join(data, 'demo-users/demo-auditor.token');
    const token = readFileSync(file, 'utf8');
    const before = await heads();
    const again = demo();
    const table = (out: string) => out.slice(out.indexOf('The report of quarter 1'));
    expect([again.code, table(again.out)]).toEqual([0, table(first.out)]);
    expect(await heads()).toEqual(before);
    expect(modeOf(file)).toBe('600');
    expect(readFileSync(file, 'utf8')).not.toBe(token);
    const ledger = await open();
    const asked = async (bearer: string) => {
      const headers = { authorization: `Bearer ${bearer.trim()}` };
      return (await ledger.app.inject({ url: '/api/v1/session', headers })).statusCode;
    };
    expect([await asked(token), await asked(readFileSync(file, 'utf8'))]).toEqual([401, 200]);
    await ledger.close();
  }, 120_000);

  it('is for this machine alone', () => {
    const elsewhere = join(folder, 'elsewhere');
    const { code, err } = run('scripts/run.mjs', 'demo', '--host', '0.0.0.0', '--data', elsewhere);
    expect([code, err, existsSync(elsewhere)]).toEqual([
      2,
      expect.stringContaining('for this machine alone'),
      false,
    ]);
    const served = run('dist/apps/ledger/src/main.js', '--data', data, '--trust-proxy', '10.0.0.7');
    expect([served.code, served.err]).toEqual([2, expect.stringMatching(/^refused \(demo-accounts\)/)]);
  });

  it('serves on a port that is free where 0 is asked for, and says on which', async () => {
    const args = [join(ROOT, 'scripts/run.mjs'), 'demo', '--data', data, '--port', '0'];
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { PATH: process.env['PATH'] } });
    const ended = once(child, 'exit');
    try {
      let said = '';
      for await (const chunk of child.stdout) {
        said += String(chunk);
        if (said.includes('Ctrl-C ends')) break;
      }
      const url = /^The ledger is served .* in a browser: (\S+)$/m.exec(said)?.[1] ?? '';
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      expect(said).toContain(`export OBLIGO_URL=${url} `);
    } finally {
      child.kill();
      await ended;
    }
  }, 120_000);

  it.each(['abc', '-1', '65536', ''])('is served on no port %j', (port) => {
    const { code, err } = run('scripts/run.mjs', 'demo', '--data', data, `--port=${port}`);
    expect([code, err]).toEqual([2, expect.stringContaining(`--port ${port}: expected a number`)]);
  });
});
