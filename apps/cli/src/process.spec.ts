import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { obligo, SAMPLE, scratch } from '../testing/obligo.fixture.ts';

/** The built program, as it is installed. */
const MAIN = join(import.meta.dirname, '../../../dist/apps/cli/src/main.js');

const temporary = scratch();
const D = join(temporary.dir, 'D');
afterAll(() => temporary.remove());

const exitOf = async (child: ReturnType<typeof spawn>): Promise<[number | null, string | null]> =>
  (await once(child, 'exit')) as [number | null, string | null];

describe('the program', () => {
  it('ends with 130 on Ctrl-C during an import, and the folder can be opened again', async () => {
    const begun = new AbortController();
    const folders = watch(temporary.dir, { signal: begun.signal });
    const child = spawn(process.execPath, [MAIN, 'import', SAMPLE, '--data', D], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    // The folder appears when the ledger is opened, before anything is planned or posted.
    folders.once('change', () => child.kill('SIGINT'));
    const [said, exit] = await Promise.all([text(child.stderr), exitOf(child)]);
    begun.abort();
    expect([exit, said]).toEqual([[130, null], expect.stringContaining('interrupted: ')]);
    const again = await obligo('import', SAMPLE, '--data', D);
    expect(again.code).toBe(0);
    expect((await obligo('doctor', '--data', D)).out).toContain('head of the log 267\n');
  });

  it('ends with 0 when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [MAIN, 'journal', '--json', '--data', D], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // As head does: one look at the data, then the pipe is closed.
    child.stdout.once('data', () => child.stdout.destroy());
    const [said, exit] = await Promise.all([text(child.stderr), exitOf(child)]);
    expect([exit, said]).toEqual([[0, null], expect.not.stringContaining('EPIPE')]);
    expect((await obligo('doctor', '--data', D)).code).toBe(0);
  });

  it('passes exit codes on, and keeps data and talk apart', () => {
    const words = ['--fiscal-year', 'FY2569Q1', '--from', '2025-12-30', '--to', '2026-03-31', '--csv'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'diff', ...words, '--data', D], {
      encoding: 'utf8',
    });
    expect(status).toBe(6);
    expect(stdout.split('\n')[0]).toMatch(/^project_code,/);
    expect(stderr).toMatch(/^as known at position 267 .*\n$/);
  });

  it('shows its help at once, without loading the service', () => {
    const listing =
      'data:text/javascript,import { registerHooks } from "node:module";' +
      'registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context); } });';
    const { status, stderr } = spawnSync(process.execPath, ['--import', listing, MAIN, '--help'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stderr).toContain('/node_modules/commander/');
    expect(stderr).not.toMatch(/node_modules\/(?:@nestjs|fastify|pino)\/|node:sqlite/);
    // What takes time is to find and read modules: some 400, where the service has 3,700.
    expect(stderr.split('\n').length).toBeLessThan(500);
  });
});
