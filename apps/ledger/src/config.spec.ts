import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '#kernel';
import { readConfig, usage } from './config.ts';
import { selfSigned } from './edges/self-signed.fixture.ts';
import { type Setting, SETTINGS, unknownSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'obligo-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const PROVIDER = {
  OBLIGO_OIDC_ISSUER: 'https://id.example',
  OBLIGO_OIDC_CLIENT_ID: 'obligo',
  OBLIGO_OIDC_ROLES_FILE: 'roles.json',
};

function refusedBy(argv: readonly string[], env: NodeJS.ProcessEnv = {}): { code: string; message: string } {
  try {
    readConfig(argv, env);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the configuration', () => {
  it('needs nothing: it serves this machine alone, within limits, closed to other origins', () => {
    expect(readConfig([], {})).toEqual({
      data: '.obligo',
      drainSeconds: 1,
      waitSeconds: 5,
      host: '127.0.0.1',
      port: 8080,
      publishing: {},
      logLevel: 'info',
      edges: {
        trustProxy: [],
        origins: [],
        perMinute: { address: 12_000, identity: 6_000 },
        postingsAtOnce: 1_000,
      },
      session: { idleMinutes: 60, hours: 12 },
      readingsDays: 730,
      verifyEvery: 24,
      seal: { every: { events: 1000, seconds: 60 } },
    });
  });

  it('takes a flag before the environment, and an empty variable for none', () => {
    const env = { OBLIGO_PORT: '9000', OBLIGO_DATA: '/from/env', OBLIGO_HOST: '' };
    expect(readConfig(['--port', '9001'], env)).toMatchObject({
      port: 9001,
      data: '/from/env',
      host: '127.0.0.1',
    });
  });

  it('refuses an empty flag, as a script gives it whose variable is not set', () => {
    for (const flag of ['--data', '--host', '--publish-checkpoints'])
      expect(refusedBy([flag, '']).message).toContain(`${flag} is empty`);
  });

  it('names every wrong value at once', () => {
    const { code, message } = refusedBy(['--port', '1e3', '--trust-proxy', '0.0.0.0/0'], {
      OBLIGO_RATE_ADDRESS: '-1',
      OBLIGO_CORS_ORIGINS: 'https://a.example, *',
      OBLIGO_PUBLIC_URL: 'http://ledger.example',
      OBLIGO_SESSION_HOURS: '0',
    });
    expect(code).toBe('configuration-wrong');
    for (const wrong of [
      '--port "1e3"',
      '--trust-proxy "0.0.0.0/0"',
      'OBLIGO_RATE_ADDRESS "-1"',
      'OBLIGO_CORS_ORIGINS "https://a.example, *"',
      'OBLIGO_PUBLIC_URL "http://ledger.example"',
      'OBLIGO_SESSION_HOURS "0"',
    ]) {
      expect(message).toContain(wrong);
    }
  });

  it('refuses a flag that does not exist, and a secret as a flag', () => {
    expect(refusedBy(['--colour', 'red']).code).toBe('configuration-wrong');
    expect(refusedBy(['--oidc-client-secret', 'x']).code).toBe('configuration-wrong');
  });
});

describe('listening beyond this machine', () => {
  it('is refused without TLS, with what to give', () => {
    const { code, message } = refusedBy(['--host', '0.0.0.0']);
    expect(code).toBe('tls-needed');
    expect(message).toMatch(/--tls-cert.*--trust-proxy/);
  });

  it('is possible behind a proxy that is named', () => {
    const config = readConfig(['--host', '0.0.0.0', '--trust-proxy', '10.0.0.7, 10.1.0.0/16'], {});
    expect(config?.edges.trustProxy).toEqual(['10.0.0.7', '10.1.0.0/16']);
  });

  it('is possible with a certificate and its key', () => {
    const { cert, key } = selfSigned();
    const flags = ['--tls-cert', file('cert.pem', cert), '--tls-key', file('key.pem', key)];
    expect(readConfig(['--host', '0.0.0.0', ...flags], {})?.edges.tls).toEqual({ cert, key });
  });

  it('is refused with half of a pair, with a file that is missing or with one that is no certificate', () => {
    const { cert } = selfSigned();
    const pem = file('half.pem', cert);
    expect(refusedBy(['--tls-cert', pem]).message).toContain('--tls-key');
    expect(refusedBy(['--tls-cert', pem, '--tls-key', join(folder, 'none.pem')]).message).toContain(
      'none.pem',
    );
    expect(refusedBy(['--tls-cert', pem, '--tls-key', pem]).code).toBe('configuration-wrong');
  });
});

describe('single sign-on', () => {
  it('is read whole, with what most providers call names', () => {
    expect(readConfig([], { ...PROVIDER, OBLIGO_OIDC_AUDIENCE: 'urn:obligo' })?.signOn).toEqual({
      issuer: 'https://id.example',
      clientId: 'obligo',
      audience: 'urn:obligo',
      scope: 'openid profile',
      nameClaim: 'preferred_username',
      displayClaim: 'name',
      assuresSecondFactor: false,
      rolesFile: 'roles.json',
    });
  });

  it('takes its secret from the environment or from a file, not from both', () => {
    const secretFile = file('secret', 'of the file\n');
    const secret = (env: NodeJS.ProcessEnv) => readConfig([], { ...PROVIDER, ...env })?.signOn?.clientSecret;
    expect(secret({ OBLIGO_OIDC_CLIENT_SECRET: 'of the environment' })).toBe('of the environment');
    expect(secret({ OBLIGO_OIDC_CLIENT_SECRET_FILE: secretFile })).toBe('of the file');
    const both = { OBLIGO_OIDC_CLIENT_SECRET: 'hush', OBLIGO_OIDC_CLIENT_SECRET_FILE: secretFile };
    expect(refusedBy([], { ...PROVIDER, ...both }).message).not.toMatch(/hush|of the file/);
  });

  it('is refused by halves, and never shows the secret', () => {
    expect(refusedBy([], { OBLIGO_OIDC_ISSUER: 'https://id.example' }).message).toContain(
      'OBLIGO_OIDC_CLIENT_ID',
    );
    const { message } = refusedBy(['--port', 'x'], { ...PROVIDER, OBLIGO_OIDC_CLIENT_SECRET: 'hush' });
    expect(message).not.toContain('hush');
    const orphan = refusedBy([], { OBLIGO_OIDC_CLIENT_SECRET: 'hush' });
    expect(orphan.message).toContain('OBLIGO_OIDC_CLIENT_SECRET without OBLIGO_OIDC_ISSUER');
    expect(orphan.message).not.toContain('hush');
    const empty = { OBLIGO_OIDC_CLIENT_SECRET_FILE: file('empty', '\n') };
    expect(refusedBy([], { ...PROVIDER, ...empty }).message).toContain('empty');
  });
});

describe('several processes of one ledger', () => {
  const STORE = 'kurrentdb://obligo:hush@node1:2113?tls=true';
  const POSTGRES = 'postgres://obligo:hush@db/obligo';
  const SEAL = { OBLIGO_ORIGIN: 'ledger.example/etda', OBLIGO_SEAL_KEYS: '/keys' };

  it('have their log in an event database and what they share in PostgreSQL', () => {
    const env = { OBLIGO_STORE: STORE, OBLIGO_POSTGRES: POSTGRES, OBLIGO_KEY_FILE: '/key', ...SEAL };
    expect(readConfig([], env)).toMatchObject({ store: STORE, postgres: POSTGRES, data: '.obligo' });
  });

  it('may find both addresses in files, since they hold passwords', () => {
    const env = {
      OBLIGO_STORE_FILE: file('store', `${STORE}\n`),
      OBLIGO_POSTGRES_FILE: file('postgres', POSTGRES),
      OBLIGO_KEY_FILE: '/key',
      ...SEAL,
    };
    expect(readConfig([], env)).toMatchObject({ store: STORE, postgres: POSTGRES });
    expect(refusedBy([], { ...env, OBLIGO_STORE: STORE }).message).toMatch(
      /--store and OBLIGO_STORE_FILE: expected one/,
    );
  });

  it('are told which setting it is when a folder stands in place of the file, or nonsense in it', () => {
    for (const name of ['OBLIGO_STORE_FILE', 'OBLIGO_POSTGRES_FILE', 'OBLIGO_REPORT_MASTER'])
      expect(refusedBy([], { [name]: folder }).message).toMatch(new RegExp(`${name}: .*EISDIR`));
    const message = refusedBy([], { OBLIGO_REPORT_MASTER: file('master.json', '') }).message;
    expect(message).toContain('OBLIGO_REPORT_MASTER: ');
  });

  it('sign under one name with one key, and protect accounts with one key: each must be told', () => {
    const { message } = refusedBy([], { OBLIGO_STORE: STORE });
    expect(message).toContain('an event database without OBLIGO_ORIGIN and OBLIGO_SEAL_KEYS');
    const other = refusedBy([], { OBLIGO_STORE: STORE, OBLIGO_ORIGIN: SEAL.OBLIGO_ORIGIN });
    expect(other.message).toContain('without OBLIGO_SEAL_KEYS');
    expect(refusedBy([], { OBLIGO_POSTGRES: POSTGRES }).message).toContain('OBLIGO_KEY_FILE');
  });

  it('are refused an address that is none, without showing what it may hold', () => {
    for (const env of [{ OBLIGO_STORE: 'mongodb://obligo:hush@db' }, { OBLIGO_POSTGRES: 'obligo:hush@db' }]) {
      const { code, message } = refusedBy([], env);
      expect(code).toBe('configuration-wrong');
      expect(message).not.toContain('hush');
    }
  });
});

describe('metrics and traces', () => {
  it('are off until an operator names an address for each', () => {
    expect(readConfig([], {})).toMatchObject({ metrics: undefined, otlp: undefined });
    const env = { OBLIGO_METRICS: '127.0.0.1:9464', OBLIGO_OTLP_ENDPOINT: 'http://127.0.0.1:4318' };
    expect(readConfig([], env)).toMatchObject({ metrics: '127.0.0.1:9464', otlp: 'http://127.0.0.1:4318' });
  });

  it('are refused an address that is none', () => {
    for (const env of [{ OBLIGO_METRICS: '9464' }, { OBLIGO_OTLP_ENDPOINT: 'collector:4318' }]) {
      const { code, message } = refusedBy([], env);
      expect([code, message]).toEqual([
        'configuration-wrong',
        expect.stringContaining(Object.keys(env)[0] ?? ''),
      ]);
    }
  });
});

describe('the help', () => {
  it('is given when asked for, and shows every setting once on a short line', () => {
    expect(readConfig(['--help'], {})).toBeUndefined();
    for (const { env } of Object.values<Setting>(SETTINGS)) {
      expect(usage().match(new RegExp(`\\b${env}\\b`, 'g'))).toHaveLength(1);
    }
    expect(
      Math.max(
        ...usage()
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(110);
  });
});

describe('a variable that is misspelt', () => {
  it('is told, and what is meant for others is not', () => {
    const others = {
      OBLIGO_URL: 'http://127.0.0.1:8080',
      OBLIGO_MOVE_TO: 'D',
      OBLIGO_TEST_ESDB: 'esdb://db:2113',
      OBLIGO_PORT_8080_TCP_ADDR: '10.0.0.1',
      OBLIGO_SERVICE_HOST: '10.0.0.1',
      POSTGRES: 'x',
    };
    const known = Object.fromEntries(Object.values(SETTINGS).map(({ env }) => [env, 'x']));
    expect(unknownSettings({ ...known, ...others })).toEqual([]);
    expect(unknownSettings({ ...known, OBLIGO_POSGRES: 'x' })).toEqual(['OBLIGO_POSGRES']);
  });
});
