import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEPLOY, isThere, textOf } from './deployed.fixture.ts';

/** HAProxy of the path, or the one that is named. */
const HAPROXY = process.env['OBLIGO_TEST_HAPROXY'] ?? 'haproxy';
const suite = isThere(HAPROXY, '-v') && isThere('openssl', 'version') ? describe : describe.skip;

/** What stands behind the proxy here; it shows what reached it. The proxy before whole ledgers: deploy/compose/README.md. */
class Behind {
  ready = true;
  readonly seen: { url: string; headers: IncomingHttpHeaders }[] = [];
  readonly #server: Server;

  private constructor(readonly name: string) {
    this.#server = createServer((asked, answer) => this.#answer(asked.url ?? '', asked.headers, answer));
  }

  static async start(name: string): Promise<Behind> {
    const behind = new Behind(name);
    await new Promise<void>((resolve) => behind.#server.listen(0, '127.0.0.1', resolve));
    return behind;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #answer(url: string, headers: IncomingHttpHeaders, answer: ServerResponse): void {
    if (url === '/health/ready') answer.writeHead(this.ready ? 200 : 503).end();
    else {
      this.seen.push({ url, headers });
      answer.end(this.name);
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

suite('the proxy of compose.yaml (needs haproxy, or OBLIGO_TEST_HAPROXY, and openssl)', () => {
  let folder = '';
  let proxy: ChildProcess | undefined;
  let one: Behind;
  let other: Behind;
  let ports: { http: number; https: number; own: number };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-proxy-'));
    [one, other] = [await Behind.start('one'), await Behind.start('other')];
    ports = { http: await freePort(), https: await freePort(), own: await freePort() };
    const tls = path.join(folder, 'tls');
    const script = path.join(DEPLOY, 'certificates/make-certificates.sh');
    execFileSync('sh', [script, tls, 'ledger.example'], { stdio: 'ignore' });
    const pem = ['tls.crt', 'tls.key'].map((name) => readFileSync(path.join(tls, 'ledger.example', name)));
    writeFileSync(path.join(folder, 'ledger.pem'), Buffer.concat(pem), { mode: 0o600 });
    const config = path.join(folder, 'haproxy.cfg');
    writeFileSync(config, configured());
    execFileSync(HAPROXY, ['-c', '-f', config], { stdio: 'pipe' });
    proxy = spawn(HAPROXY, ['-db', '-f', config], { stdio: 'ignore' });
    await until(async () => (await ask('/up')) !== undefined);
  }, 60_000);
  afterAll(async () => {
    const running = proxy;
    const ended = running && new Promise((resolve) => running.once('exit', resolve));
    running?.kill('SIGTERM');
    await Promise.all([ended, one.stop(), other.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** The configuration as it stands in the repository, but for names, ports and files of the container. */
  const configured = () => {
    const changed = textOf('compose/haproxy/haproxy.cfg')
      .replace('/run/secrets/ledger.pem', path.join(folder, 'ledger.pem'))
      .replace('bind :8443', `bind 127.0.0.1:${ports.https}`)
      .replace('bind :8080', `bind 127.0.0.1:${ports.http}`)
      .replace('bind 127.0.0.1:8404', `bind 127.0.0.1:${ports.own}`)
      .replace('api1:8080', `127.0.0.1:${one.port}`)
      .replace('api2:8080', `127.0.0.1:${other.port}`);
    expect(changed).not.toMatch(/api\d:8080|run\/secrets/);
    return changed;
  };

  const ask = (url: string, headers = {}) =>
    new Promise<{ status: number; body: string } | undefined>((resolve) => {
      const ca = readFileSync(path.join(folder, 'tls/trusted/ca.crt'));
      const options = {
        host: '127.0.0.1',
        port: ports.https,
        path: url,
        headers,
        ca,
        servername: 'ledger.example',
      };
      const asked = request({ ...options, agent: false }, (answer) => {
        let body = '';
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
      });
      asked.on('error', () => resolve(undefined));
      asked.end();
    });
  const answering = async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/who')));
    return [
      ...new Set(answers.map((answer) => (answer?.status === 200 ? answer.body : answer?.status))),
    ].sort();
  };

  it('gives requests to both, and believes no client about where it comes from', async () => {
    await until(async () => (await answering()).length === 2);
    await ask('/mine', {
      host: 'ledger.example',
      'x-forwarded-for': '203.0.113.9',
      'X-Forwarded-Host': 'evil.example',
      forwarded: 'for=203.0.113.9',
    });
    const reached = [...one.seen, ...other.seen].find(({ url }) => url === '/mine');
    expect(reached?.headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'ledger.example',
    });
    expect(reached?.headers.forwarded).toBeUndefined();
  });

  it('gives nothing to one that is not ready, and again when it is', async () => {
    one.ready = false;
    await until(async () => (await answering()).join() === 'other');
    one.ready = true;
    await until(async () => (await answering()).join() === 'one,other');
  });

  it('keeps health and metrics to those inside', async () => {
    for (const address of ['/health/ready', '/health', '/metrics'])
      expect(await ask(address)).toMatchObject({ status: 404 });
    const passed = [...one.seen, ...other.seen].filter(({ url }) => /^\/(?:health|metrics)/.test(url));
    expect(passed).toEqual([]);
  });

  it('answers the healthcheck of its container', async () => {
    const answer = await fetch(`http://127.0.0.1:${ports.own}/proxy-health`);
    expect(answer.status).toBe(200);
  });

  it('leads from http to https', async () => {
    const address = `http://127.0.0.1:${ports.http}/fy/2569?unit=satang`;
    const answer = await fetch(address, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/.*\/fy\/2569\?unit=satang$/);
  });
});

/** Asks until it is so; the test fails by its time limit. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
