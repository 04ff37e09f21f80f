import { afterAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { accountInFolder } from '../testing/account-in-folder.fixture.ts';
import { withOlderLog } from '../testing/older-log.fixture.ts';
import { selfSigned } from './edges/self-signed.fixture.ts';

/** The built program, as it is installed. */
const BUILT = join(import.meta.dirname, '../../../dist');
const MAIN = join(BUILT, 'apps/ledger/src/main.js');

const folder = mkdtempSync(join(tmpdir(), 'obligo-main-'));
afterAll(() => rmSync(folder, { recursive: true }));

const data = join(folder, 'D');
const { cert, key } = selfSigned();
const certFile = join(folder, 'cert.pem');
const keyFile = join(folder, 'key.pem');
writeFileSync(certFile, cert);
writeFileSync(keyFile, key);

const start = (...flags: readonly string[]) => startWith({}, ...flags);

const startWith = (env: NodeJS.ProcessEnv, ...flags: readonly string[]) =>
  spawn(process.execPath, [MAIN, '--data', data, '--port', '0', '--log-level', 'error', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });

/** Resolves with its address as soon as it says that it listens. */
const listening = (child: ReturnType<typeof start>): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /(https?:\/\/\S+)\/api\/v1/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the service ended before it listened: ${said}`)));
  });

async function ended(child: ChildProcess): Promise<{ code: unknown; said: string }> {
  const said = child.stderr ? text(child.stderr) : '';
  const [code] = (await once(child, 'exit')) as unknown[];
  return { code, said: await said };
}

describe('the service', () => {
  it('does not start on an address of the network in the clear, and says what to give', async () => {
    const { code, said } = await ended(start('--host', '0.0.0.0'));
    expect([code, said]).toEqual([2, expect.stringMatching(/^refused \(tls-needed\): .*--tls-cert/)]);
  });

  it('serves HTTPS with the certificate that it is given, and says so', async () => {
    const child = start('--host', '127.0.0.1', '--tls-cert', certFile, '--tls-key', keyFile);
    const url = await listening(child);
    const status = await new Promise((resolve, reject) => {
      get(`${url}/health/live`, { ca: cert, agent: false }, (answer) =>
        resolve(answer.resume().statusCode),
      ).on('error', reject);
    });
    expect(status).toBe(200);
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('finds itself in a few packed files when it starts, and so do its threads', async () => {
    const noted = join(folder, 'loaded');
    const note = `
      import { appendFileSync } from 'node:fs';
      import { registerHooks } from 'node:module';
      registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(noted)}, url + '\\n'); return next(url, context); } });`;
    const child = startWith({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(note)}` });
    const url = await listening(child);
    while (!(await fetch(`${url}/health/ready`)).ok) await new Promise((resolve) => setTimeout(resolve, 5));
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    const built = `${pathToFileURL(BUILT).href}/`;
    const loaded = new Set(readFileSync(noted, 'utf8').split('\n'));
    const own = [...loaded].filter((file) => file.startsWith(built)).map((file) => file.slice(built.length));
    const packed = own.filter((file) => file.startsWith('packed/'));
    expect(packed).toEqual(expect.arrayContaining(['packed/service.js', 'packed/follow-thread.js']));
    expect(packed.length).toBeLessThan(60);
    expect(own.filter((file) => !packed.includes(file))).toEqual(['apps/ledger/src/main.js']);
  });

  it('says where it could not listen and why, and leaves the folder free', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, said } = await ended(start('--log-level', 'silent', '--port', String(port)));
    expect([code, said]).toEqual([
      1,
      `refused (address-not-usable): Nothing can be served at 127.0.0.1:${port}: another program listens there (EADDRINUSE); expected a free address.\n`,
    ]);
    expect(existsSync(join(data, 'owner.json'))).toBe(false);
    taken.close();
  });

  it('says at its start that the end of the log is gone which its reports knew', async () => {
    const { ledger: other, head } = await withOlderLog();
    try {
      const child = start('--data', other.data);
      const said = text(child.stderr);
      await listening(child);
      child.kill('SIGTERM');
      const told = (await said).split('\n').find((line) => line.includes('log-is-another'));
      expect(JSON.parse(told ?? '{}')).toMatchObject({
        event: 'log-is-another',
        position: head,
        msg: expect.stringContaining(`at position ${head}, which this log does not hold`),
      });
    } finally {
      await other.close();
    }
  });

  it('says at its start that the accounts of everybody are lost', async () => {
    const lost = join(folder, 'lost');
    await accountInFolder(lost, 'malee', 'auditor');
    rmSync(join(lost, 'identities.sqlite'));
    const child = start('--data', lost);
    const said = text(child.stderr);
    await listening(child);
    child.kill('SIGTERM');
    expect(await said).toContain('"event":"identities-lost"');
  });

  it('shows its settings, and starts nothing', async () => {
    const child = start('--help');
    const [shown, { code }] = await Promise.all([text(child.stdout), ended(child)]);
    expect([code, shown]).toEqual([0, expect.stringContaining('OBLIGO_PUBLIC_URL')]);
  });
});
