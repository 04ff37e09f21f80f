import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { freshLog, withLog } from '#event-store/testing';
import { openPool, type Pool } from '#postgres';
import { postgresForTests, type TestPostgres } from '#postgres/testing';
import { LedgerFolder, ProjectorProcess } from './process.fixture.ts';

/** What a projector must do on any event database: the library of its clients is the only difference. */
export function declareProjectorOn(server: string): void {
  let postgres: TestPostgres;
  let pool: Pool;
  let ledger: LedgerFolder;
  let settings: Record<string, string>;
  const processes: ProjectorProcess[] = [];
  beforeAll(async () => {
    postgres = await postgresForTests();
  }, 120_000);
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    const url = await postgres.createDatabase();
    const address = withLog(server, freshLog());
    pool = openPool({ url, application: 'test' });
    ledger = new LedgerFolder();
    await ledger.openAt(address);
    settings = { OBLIGO_STORE: address, OBLIGO_POSTGRES: url, OBLIGO_DATA: join(ledger.folder, 'copy') };
  });
  afterEach(async () => {
    for (const running of processes.splice(0)) await running.end('SIGKILL');
    await pool.end();
    await ledger.close();
  });

  function start(): ProjectorProcess {
    const running = new ProjectorProcess(settings);
    processes.push(running);
    return running;
  }

  it('takes what another process records to PostgreSQL, and is killed without a loss', async () => {
    await ledger.project('P01');
    const first = start();
    await first.says('ready');
    await ledger.project('P02');
    await first.end('SIGKILL');
    const position = await ledger.project('P03');
    const second = start();
    await second.says('ready');
    await pool.query(`SELECT obligo.wait_until($1, '20 seconds')`, [position]);
    const { rows } = await pool.query('SELECT project, position FROM obligo.entries ORDER BY position');
    expect(rows).toEqual([
      { project: 'P01', position: 3n },
      { project: 'P01', position: 3n },
      { project: 'P02', position: 5n },
      { project: 'P02', position: 5n },
      { project: 'P03', position: 7n },
      { project: 'P03', position: 7n },
    ]);
  }, 60_000);
}
