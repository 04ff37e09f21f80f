import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect, createServer, type SecureContextOptions } from 'node:tls';
import { parseStoreHome } from '#event-store';
import { readConfig } from '../../apps/ledger/src/config.ts';
import { readConfig as readProjectorConfig } from '../../apps/projector/src/config.ts';
import { DEPLOY, documentsOf, isThere } from './deployed.fixture.ts';

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const { services, secrets } = documentsOf('compose/compose.yaml')[0] as Compose;
const suite = isThere('openssl', 'version') ? describe : describe.skip;
let folder = '';
const inCompose = (file: string) => path.join(folder, 'compose', file);
const read = (file: string) => readFileSync(inCompose(file), 'utf8');
const make = () =>
  spawnSync('sh', [inCompose('make-secrets.sh'), 'ledger.example'], { encoding: 'utf8', timeout: 60_000 });

suite('make-secrets.sh (needs openssl)', () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-secrets-'));
    for (const name of ['compose', 'certificates'])
      cpSync(path.join(DEPLOY, name), path.join(folder, name), { recursive: true });
    rmSync(inCompose('secrets'), { recursive: true, force: true });
    expect(make()).toMatchObject({ status: 0 });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes every secret that compose.yaml takes, and lets nobody else read one', () => {
    const files = Object.values(secrets).map(({ file }) => file);
    expect(files.filter((file) => !existsSync(inCompose(file)))).toEqual([]);
    const open = files.filter((file) => (statSync(inCompose(file)).mode & 0o077) !== 0);
    expect(open.filter((file) => !file.endsWith('.crt'))).toEqual([]);
  });

  it('changes nothing when it is run again', () => {
    const before = Object.values(secrets).map(({ file }) => read(file));
    expect(make()).toMatchObject({ status: 0 });
    expect(Object.values(secrets).map(({ file }) => read(file))).toEqual(before);
  });

  it('makes another password for each', () => {
    const passwords = ['postgres-superuser', 'postgres-password', 'kurrentdb-password'].map((name) =>
      read(`secrets/${name}`).trim(),
    );
    const admin = read('secrets/kurrentdb.env')
      .split('\n')
      .map((line) => line.split('=')[1]);
    const all = [...passwords, ...admin.filter(Boolean)];
    expect(new Set(all).size).toBe(5);
    expect(all.filter((password) => !/^[0-9a-f]{48}$/.test(String(password)))).toEqual([]);
  });

  const GIVEN = { LEDGER_ORIGIN: 'ledger.example/ministry', LEDGER_URL: 'https://ledger.example' };
  /** The variables of a service, filled in as compose does, with the secrets where they are here. */
  const environmentOf = (name: string): NodeJS.ProcessEnv =>
    Object.fromEntries(
      Object.entries({ OBLIGO_HOST: '0.0.0.0', ...services[name]?.environment }).map(([variable, value]) => {
        const filled = value.replace(/\$\{(\w+):\?[^}]*\}/, (_, key: keyof typeof GIVEN) => GIVEN[key]);
        return [variable, filled.replace('/run/secrets/', `${inCompose('secrets')}/`)];
      }),
    );

  it.each(['api1', 'api2'])('makes what %s starts with', (name) => {
    const config = readConfig([], environmentOf(name));
    expect(config?.store).toMatch(/^kurrentdb:\/\/obligo:[0-9a-f]{48}@kurrentdb1:2113,/);
    expect(config?.postgres).toMatch(
      /^postgres:\/\/obligo:[0-9a-f]{48}@postgres:5432\/obligo\?sslmode=verify-full&/,
    );
    expect(config).toMatchObject({
      publicUrl: GIVEN.LEDGER_URL,
      seal: { origin: GIVEN.LEDGER_ORIGIN, keys: '/keys' },
    });
  });

  it('makes what the projector starts with: the same log and the same PostgreSQL', () => {
    const projector = readProjectorConfig([], environmentOf('projector'));
    const api = readConfig([], environmentOf('api1'));
    expect(projector?.postgres).toBe(api?.postgres);
    expect(projector?.home).toEqual(parseStoreHome(api?.store ?? ''));
  });
});

suite('make-certificates.sh (needs openssl)', () => {
  let tls = '';
  const file = (name: string) => path.join(tls, name);
  const pair = (name: string) => ({
    cert: readFileSync(file(`${name}/tls.crt`)),
    key: readFileSync(file(`${name}/tls.key`)),
  });
  const run = (...names: string[]) =>
    execFileSync('sh', [path.join(DEPLOY, 'certificates/make-certificates.sh'), tls, ...names], {
      encoding: 'utf8',
    });

  beforeAll(() => {
    tls = mkdtempSync(path.join(tmpdir(), 'obligo-certificates-'));
    run('node1,node1.example,10.0.0.7,fd00::7', 'node2');
  }, 60_000);
  afterAll(() => rmSync(tls, { recursive: true, force: true }));

  it('makes certificates for every name and address that is given', () => {
    const certificate = new X509Certificate(pair('node1').cert);
    expect(certificate.subjectAltName).toContain('DNS:node1.example');
    expect(certificate.checkHost('node1')).toBe('node1');
    expect(certificate.checkHost('node2')).toBeUndefined();
    for (const address of ['10.0.0.7', 'fd00::7', '127.0.0.1'])
      expect(certificate.checkIP(address)).toBe(address);
  });

  it('makes an authority that the folder of the trusted holds alone, without its key', () => {
    const authority = new X509Certificate(readFileSync(file('trusted/ca.crt')));
    expect(authority.ca).toBe(true);
    expect(execFileSync('ls', [file('trusted')], { encoding: 'utf8' })).toBe('ca.crt\n');
    expect(new X509Certificate(pair('node2').cert).verify(authority.publicKey)).toBe(true);
  });

  it('makes pairs with which two nodes know each other, and a stranger is known to none', async () => {
    const ca = readFileSync(file('trusted/ca.crt'));
    expect(await handshake({ ...pair('node1'), ca }, { ...pair('node2'), ca })).toBe(
      'node1 knows obligo-node',
    );
    const stranger = mkdtempSync(path.join(tmpdir(), 'obligo-stranger-'));
    try {
      const script = path.join(DEPLOY, 'certificates/make-certificates.sh');
      execFileSync('sh', [script, stranger, 'node2'], { stdio: 'ignore' });
      const cert = readFileSync(path.join(stranger, 'node2/tls.crt'));
      const key = readFileSync(path.join(stranger, 'node2/tls.key'));
      expect(await handshake({ ...pair('node1'), ca }, { cert, key, ca })).toMatch(/^refused/);
    } finally {
      rmSync(stranger, { recursive: true, force: true });
    }
  }, 60_000);

  it('never writes over a certificate', () => {
    const { cert } = pair('node1');
    expect(run('node1')).toContain(`kept ${file('node1/tls.crt')}`);
    expect(pair('node1').cert).toEqual(cert);
  });
});

/** What a server that asks for certificates says to a client. */
function handshake(server: SecureContextOptions, client: SecureContextOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const listening = createServer({ ...server, requestCert: true, rejectUnauthorized: true });
    const end = (said: string) => listening.close(() => resolve(said));
    listening.on('secureConnection', (socket) => {
      const { subject } = socket.getPeerCertificate();
      socket.end(`node1 knows ${String(subject.CN)}`);
    });
    listening.on('tlsClientError', (error) => end(`refused: ${error.message}`));
    listening.on('error', reject);
    listening.listen(0, '127.0.0.1', () => {
      const { port } = listening.address() as { port: number };
      const socket = connect({ ...client, port, host: '127.0.0.1', servername: 'node1' });
      socket.on('data', (said: Buffer) => end(said.toString()));
      socket.on('error', (error: Error) => end(`refused: ${error.message}`));
    });
  });
}
