import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { type Setting, SETTINGS, usage } from './settings.ts';

const POSTGRES = 'postgres://obligo:secret@db.example/obligo';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-projector-config-'));
  writeFileSync(join(folder, 'address'), `${POSTGRES}\n`);
  writeFileSync(join(folder, 'empty'), '\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (env: Record<string, string>, ...args: string[]) =>
  readConfig(args, { OBLIGO_POSTGRES: POSTGRES, ...env });

describe('the settings of the projector', () => {
  it('have defaults for all but PostgreSQL', () => {
    expect(read({})).toEqual({
      command: 'run',
      replace: false,
      home: { kind: 'sqlite', path: '.obligo' },
      postgres: POSTGRES,
      data: '.obligo-projector',
      host: '127.0.0.1',
      port: 8081,
      logLevel: 'info',
    });
  });

  it('take addresses from files, so that no password stands in the environment', () => {
    const env = { OBLIGO_POSTGRES: '', OBLIGO_POSTGRES_FILE: join(folder, 'address') };
    expect(read(env)?.postgres).toBe(POSTGRES);
    expect(read({ OBLIGO_STORE: 'kurrentdb://log.example:2113?tls=false' })?.home.kind).toBe('kurrentdb');
  });

  it('are refused together, each by its name', () => {
    const wrong = () =>
      read({
        OBLIGO_PORT: '80800',
        OBLIGO_LOG_LEVEL: 'loud',
        OBLIGO_OTLP_ENDPOINT: 'collector',
        OBLIGO_METRICS: 'x',
      });
    for (const part of ['PORT "80800"', 'LOG_LEVEL "loud"', 'OTLP_ENDPOINT "collector"', 'METRICS "x"']) {
      expect(wrong).toThrow(`OBLIGO_${part}`);
    }
  });

  it.each<[Record<string, string>, string[], string]>([
    [{ OBLIGO_POSTGRES: '' }, [], 'OBLIGO_POSTGRES is needed'],
    [{ OBLIGO_POSTGRES: 'mysql://there' }, [], 'expected postgres://'],
    [{ OBLIGO_POSTGRES_FILE: '/nowhere' }, [], 'OBLIGO_POSTGRES and OBLIGO_POSTGRES_FILE: expected one'],
    [{ OBLIGO_POSTGRES: '', OBLIGO_POSTGRES_FILE: '/nowhere' }, [], 'ENOENT'],
    [{ OBLIGO_STORE: 'ftp://there' }, [], 'begins with ftp://'],
    [{}, ['paint'], '"paint": expected one of run, status'],
    [{}, ['status', '--replace'], '--replace is for rebuild alone'],
    [{}, ['--paint'], '--paint'],
  ])('are refused: %j %j', (env, args, said) => {
    expect(() => read(env, ...args)).toThrow(said);
  });

  it('do not name an empty file as an address', () => {
    expect(() => read({ OBLIGO_POSTGRES: '', OBLIGO_POSTGRES_FILE: join(folder, 'empty') })).toThrow(
      'the file is empty',
    );
  });

  it('are all shown by --help and in the documentation, with their defaults', () => {
    expect(read({}, '--help')).toBeUndefined();
    const page = readFileSync(new URL('../../../docs/read-models.md', import.meta.url), 'utf8');
    for (const { env, fallback = '' } of Object.values<Setting>(SETTINGS)) {
      expect(usage()).toContain(env);
      const row = page.split('\n').find((text) => text.startsWith(`| \`${env}\``));
      expect(row).toContain(fallback);
    }
  });
});
