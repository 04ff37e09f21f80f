import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Service } from '../faults/service.fixture.ts';
import {
  DEPLOY,
  documentsOf,
  isPinned,
  ROOT,
  sourceOf,
  textOf,
  unknownSettings,
} from './deployed.fixture.ts';

/** The instructions of the Dockerfile, each on one line. */
const instructions = textOf('container/Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
const all = (name: string) => instructions.flatMap(([found, rest]) => (found === name ? [rest] : []));
const packageJson = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

describe('the Dockerfile', () => {
  it('begins with one image of just the Node that the packages pin', () => {
    const [argument = ''] = all('ARG');
    const [name = '', image = ''] = argument.split('=');
    expect(isPinned(image)).toBe(true);
    expect(image).toContain(`node:${packageJson.dependencies['node'] ?? 'none'}-`);
    const bases = all('FROM').map((rest) => rest.split(' ')[0]);
    expect(bases.filter((base) => base !== `\${${name}}` && base !== 'runtime')).toEqual([]);
  });

  it('ends as a user without rights, known by number', () => {
    expect(all('USER').at(-1)).toBe('10001:10001');
    expect(all('ENV').filter((rest) => /PASSWORD|TOKEN|SECRET/.test(rest))).toEqual([]);
    const names = all('ENV').flatMap((rest) => [...rest.matchAll(/(\w+)=/g)].map(([, name]) => name!));
    expect(unknownSettings(names)).toEqual([]);
  });

  it('copies what there is, and what .dockerignore lets through', () => {
    const lines = textOf('container/Dockerfile.dockerignore').split('\n');
    const through = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const copied = all('COPY').filter((rest) => !rest.startsWith('--from'));
    const files = copied.flatMap((rest) => rest.split(' ').slice(0, -1)).filter((file) => file !== '.');
    expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    const held = files.filter(
      (file) => !through.some((open) => file === open || file.startsWith(`${open}/`)),
    );
    expect(held).toEqual([]);
    expect(lines[lines.findIndex((line) => line !== '' && !line.startsWith('#'))]).toBe('*');
  });

  it('starts, and asks after, programs that there are', () => {
    const programs = [...all('CMD'), ...all('HEALTHCHECK')].flatMap((rest) =>
      [...rest.matchAll(/"([\w./-]+\.m?js)"/g)].map(([, file]) => file!),
    );
    expect(programs).toHaveLength(2);
    const missing = programs.filter(
      (file) => !existsSync(file.startsWith('dist/') ? sourceOf(file) : path.join(ROOT, file)),
    );
    expect(missing).toEqual([]);
    expect(all('STOPSIGNAL')).toEqual(['SIGTERM']);
  });

  it('takes out only packages that the service does not import', () => {
    const [pages = '', compiler = ''] = [...textOf('container/prune.mjs').matchAll(/= \[([^\]]*)\]/g)].map(
      ([, list]) => list,
    );
    const taken = [...`${pages}${compiler}`.matchAll(/'([^']+)'/g)].map(([, name]) => name!);
    expect(taken).toContain('react');
    const sources = ['apps/ledger', 'apps/cli', 'apps/projector', 'libs'].flatMap((folder) =>
      sourcesIn(folder),
    );
    expect(sources.length).toBeGreaterThan(500);
    const imported = taken.filter((name) =>
      sources.some((text) => new RegExp(`from '${name}(?:/[^']*)?'`).test(text)),
    );
    expect(imported).toEqual([]);
  });
});

/** What runs: no test, no type alone. */
function sourcesIn(folder: string): string[] {
  const whole = path.join(ROOT, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(?:spec|fixture|bench)\.ts$|^testing\//.test(file))
    .map((file) => readFileSync(path.join(whole, file), 'utf8').replace(/^import type .*$/gm, ''));
}

describe('the healthcheck of the image', () => {
  let folder = '';
  let service: Service;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'obligo-health-'));
    service = await Service.start(path.join(folder, 'data'));
  }, 60_000);
  afterAll(async () => {
    await service.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (port: string, ...args: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [path.join(DEPLOY, 'container/healthcheck.mjs'), ...args], {
        env: { ...process.env, OBLIGO_PORT: port, OBLIGO_TLS_CERT: '' },
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('close', (code) => resolve({ code, said }));
    });
  const asked = [
    ...JSON.stringify(documentsOf('compose/compose.yaml')).matchAll(/"(\/health\/\w+)"/g),
    ...JSON.stringify(documentsOf('kubernetes/api.yaml')).matchAll(/"path":"(\/health\/\w+)"/g),
    ...textOf('compose/haproxy/haproxy.cfg').matchAll(/uri (\/health\/\w+)/g),
  ].map(([, address]) => address!);

  it.each([...new Set(asked)])('is well when a service answers at %s', async (address) => {
    expect(await check(new URL(service.url).port, address)).toEqual({ code: 0, said: '' });
  });

  it('is not well when the service says something else, or nobody answers', async () => {
    const { port } = new URL(service.url);
    expect(await check(port, '/health/nowhere')).toEqual({ code: 1, said: '/health/nowhere answers 404\n' });
    const nobody = await check('1');
    expect(nobody).toMatchObject({ code: 1, said: expect.stringContaining('ECONNREFUSED') });
  });
});
