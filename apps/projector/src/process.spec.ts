import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPool, type Pool } from '#postgres';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { LedgerFolder, ProjectorProcess } from './process.fixture.ts';

let server: TestPostgres;
let pool: Pool;
let url: string;
let ledger: LedgerFolder;
const processes: ProjectorProcess[] = [];
beforeAll(async () => {
  server = await postgresForTests({ restartable: true });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.createDatabase();
  pool = openPool({ url, application: 'test' });
  ledger = new LedgerFolder();
  mkdirSync(ledger.ledger);
});
afterEach(async () => {
  for (const running of processes.splice(0)) await running.end('SIGKILL');
  await pool.end();
  await ledger.close();
});

function start(env: Record<string, string> = {}, ...args: string[]): ProjectorProcess {
  const settings = {
    OBLIGO_STORE: ledger.ledger,
    OBLIGO_POSTGRES: url,
    OBLIGO_DATA: join(ledger.folder, 'copy'),
  };
  const running = new ProjectorProcess({ ...settings, ...env }, ...args);
  processes.push(running);
  return running;
}

/** Runs a command of an operator to its end. */
const operator = (...args: string[]) => start({}, ...args).ended();

const projects = async (): Promise<unknown[]> => {
  const { rows } = await pool.query<{ project: string }>(
    'SELECT project FROM obligo.budget_accounts ORDER BY project',
  );
  return rows.map(({ project }) => project);
};

const waitUntil = (position: string) => pool.query(`SELECT obligo.wait_until($1, '20 seconds')`, [position]);

describe('the projector as a process', () => {
  it('follows the log of a folder that a running service owns', async () => {
    ledger.open();
    await ledger.project('P01');
    const running = start();
    await running.says('ready');
    await waitUntil(await ledger.project('P02'));
    expect(await projects()).toEqual(['P01', 'P02']);
  });

  it('tells alive from ready, and is ready again by itself when PostgreSQL was away', async () => {
    ledger.open();
    await ledger.project('P01');
    const running = start();
    await running.says('ready');
    await server.down(true);
    try {
      await running.says('read-models-disconnected');
      expect((await running.ask('/health/live')).status).toBe(200);
      await ledger.project('P02');
    } finally {
      await server.up();
    }
    await running.says('ready');
    await waitUntil(await ledger.project('P03'));
    expect(await projects()).toEqual(['P01', 'P02', 'P03']);
  });

  it('waits for a ledger that is not there yet, and says so', async () => {
    const running = start();
    await running.says('store-disconnected');
    ledger.open();
    const position = await ledger.project('P01');
    await running.says('ready');
    await waitUntil(position);
  });

  it('tells its numbers to Prometheus', async () => {
    ledger.open();
    const position = await ledger.project('P01');
    const running = start();
    await running.says('ready');
    await waitUntil(position);
    const { status, text } = await running.ask('/metrics');
    expect(status).toBe(200);
    for (const line of [
      'obligo_ready 1',
      'obligo_read_models_stopped 0',
      `obligo_projection_position ${position}`,
      `obligo_log_position{log="ledger"} ${position}`,
      'obligo_projection_lag_events 0',
      'obligo_store_standing{log="ledger",standing="ready"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('ends in order when it is told to, with nothing half done', async () => {
    ledger.open();
    await ledger.project('P01');
    const running = start();
    await running.says('ready');
    const posted = await ledger.project('P02');
    await waitUntil(posted);
    expect(await running.end('SIGTERM')).toBe(0);
    expect(running.lines.at(-1)).toMatchObject({ event: 'stopped' });
    const { rows } = await pool.query('SELECT position FROM obligo.checkpoint');
    expect(rows).toEqual([{ position: BigInt(posted) }]);
  });

  it('stands by where another one follows, and takes over when that one is killed', async () => {
    ledger.open();
    await ledger.project('P01');
    const first = start();
    await first.says('ready');
    const second = start({ OBLIGO_DATA: join(ledger.folder, 'other') });
    await second.says('ready');
    expect(JSON.parse((await second.ask('/health/ready')).text)).toMatchObject({
      readModels: { state: 'standing-by' },
    });
    await first.end('SIGKILL');
    await waitUntil(await ledger.project('P02'));
    expect(await projects()).toEqual(['P01', 'P02']);
  });

  it('shares its folder with no other one', async () => {
    ledger.open();
    await ledger.project('P01');
    await start().says('ready');
    const { code, output } = await start().ended();
    expect([code, output]).toEqual([
      1,
      expect.stringContaining('refused (data-folder-in-use): Another projector uses'),
    ]);
  });

  it('writes lines of JSON and no secret', async () => {
    ledger.open();
    await ledger.project('P01');
    const running = start({ OBLIGO_LOG_LEVEL: 'debug' });
    await running.says('ready');
    await running.end('SIGTERM');
    expect(running.lines.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['started', 'read-models-following', 'stopped']),
    );
    expect(running.output).not.toContain(new URL(url).password + '@');
  });
});

describe('an operator', () => {
  it('builds anew, looks, goes back and clears up', async () => {
    ledger.open();
    await ledger.project('P01');
    expect(await operator('status')).toEqual({ code: 0, output: 'nothing was built yet\n' });
    await start().says('ready');
    expect(await operator('rebuild')).toEqual({ code: 0, output: 'switched to obligo_2\n' });
    expect((await operator('status')).output).toMatch(
      /^obligo_2 {2}current {2}position 3 .*\nobligo_1 {2}former /,
    );
    expect(await operator('rollback')).toEqual({ code: 0, output: 'went back from obligo_2 to obligo_1\n' });
    await waitUntil(await ledger.project('P02'));
    expect(await operator('drop-former')).toEqual({ code: 0, output: 'removed obligo_2\n' });
    expect(await operator('rollback')).toEqual({
      code: 1,
      output: 'there is no former schema to go back to\n',
    });
  });

  it('is told what is wrong with the settings, and the process ends', async () => {
    const { code, output } = await start({ OBLIGO_PORT: '80800' }).ended();
    expect([code, output]).toEqual([2, expect.stringContaining('refused (configuration-wrong)')]);
  });

  it('reads what there is to set', async () => {
    const { code, output } = await operator('--help');
    expect(code).toBe(0);
    for (const word of ['OBLIGO_STORE', 'OBLIGO_POSTGRES', 'rebuild', 'rollback'])
      expect(output).toContain(word);
  });
});
