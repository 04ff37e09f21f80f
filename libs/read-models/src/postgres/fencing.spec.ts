import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTransaction, UnknownCommit } from '#postgres';
import type { RecordedEvent } from '#event-store';
import { projections } from '../index.ts';
import { catalogue } from '../ledger.fixture.ts';
import { LogReader } from '../log-reader.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import { BusyLedger } from './busy-ledger.fixture.ts';
import { PostgresWithProjectors } from './projected.fixture.ts';
import { type FoldedPage, WorkingCopy } from './working-copy.ts';
import { writePage } from './write-page.ts';

let postgres: PostgresWithProjectors;
let ledger: BusyLedger;
let folder: string;
const copies: WorkingCopy[] = [];
beforeAll(async () => {
  postgres = await PostgresWithProjectors.start();
}, 120_000);
afterAll(() => postgres.server.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'obligo-fencing-'));
  await postgres.freshDatabase();
  ledger = new BusyLedger();
  await ledger.work();
  const running = postgres.run(ledger.store);
  await ledger.mustEqual(postgres);
  await running.stop();
});
afterEach(async () => {
  for (const copy of copies.splice(0)) copy.close();
  rmSync(folder, { recursive: true, force: true });
  await postgres.cleanUp();
  await ledger.close();
});

/** A projector of its own up to here: its working copy stands where PostgreSQL does, and nobody asked for a lease. */
async function copyOf(name: string): Promise<WorkingCopy> {
  const reader = new LogReader({ store: ledger.store, catalogue });
  const copy = new WorkingCopy({ path: join(folder, name), projections, reader });
  copies.push(copy);
  await copy.bringToEnd();
  return copy;
}

function folded(copy: WorkingCopy, events: readonly RecordedEvent[]): FoldedPage {
  const page = copy.fold(events);
  if (page instanceof ProjectionStopped) throw page;
  return page;
}

const write = ({ staged, from, changes }: FoldedPage) =>
  writePage(postgres.pool, { schema: 'obligo_1', from, to: staged.to, changes });

/** Posts, and answers what was posted. */
async function posted(project: string): Promise<RecordedEvent[]> {
  const before = (await ledger.log()).length;
  await ledger.work(project);
  return (await ledger.log()).slice(before);
}

describe('two projectors that both believe that they are alone', () => {
  it('write every page once: one advances, the other finds it done', async () => {
    const [one, two] = [await copyOf('one'), await copyOf('two')];
    for (const project of ['P02', 'P03', 'P04']) {
      const events = await posted(project);
      const pages = [folded(one, events), folded(two, events)];
      const written = await Promise.all(pages.map(write));
      expect(written.map(({ outcome }) => outcome).sort()).toEqual(['advanced', 'same']);
      for (const { staged } of pages) staged.commit();
      await ledger.mustEqual(postgres);
    }
  });

  it('lose without a trace when the other has gone further, or on pages cut otherwise', async () => {
    const [one, two] = [await copyOf('one'), await copyOf('two')];
    const events = await posted('P02');
    const half = folded(one, events.slice(0, 2));
    const whole = folded(two, events);
    expect((await write(whole)).outcome).toBe('advanced');
    expect(await write(half)).toEqual({ outcome: 'ahead', rows: 0 });
    half.staged.rollback();
    whole.staged.commit();
    await ledger.mustEqual(postgres);
  });

  it('notice a database that went back, and a schema that was replaced', async () => {
    const copy = await copyOf('one');
    const page = folded(copy, await posted('P02'));
    await postgres.query(`UPDATE obligo_projector.read_model SET position = 1`);
    expect((await write(page)).outcome).toBe('behind');
    await postgres.query(`UPDATE obligo_projector.read_model SET state = 'former'`);
    expect((await write(page)).outcome).toBe('replaced');
    page.staged.rollback();
  });
});

describe('a COMMIT without an answer', () => {
  it('is looked up: what was committed is not written again', async () => {
    const copy = await copyOf('one');
    const page = folded(copy, await posted('P02'));
    let cut = 0;
    const pool = cutting(() => (cut += 1) === 1, 'after');
    const written = await writePage(pool, {
      schema: 'obligo_1',
      from: page.from,
      to: page.staged.to,
      changes: page.changes,
    });
    expect([cut > 0, written.outcome]).toEqual([true, 'same']);
    page.staged.commit();
    await ledger.mustEqual(postgres);
  });

  it('says so when nothing was committed, and the same page is written the next time', async () => {
    const copy = await copyOf('one');
    const page = folded(copy, await posted('P02'));
    const to = { schema: 'obligo_1', from: page.from, to: page.staged.to, changes: page.changes };
    await expect(
      writePage(
        cutting(() => true, 'before'),
        to,
      ),
    ).rejects.toThrow(UnknownCommit);
    expect((await write(page)).outcome).toBe('advanced');
    page.staged.commit();
    await ledger.mustEqual(postgres);
  });

  it('is told apart from a transaction that failed', async () => {
    const failed = inTransaction(postgres.pool, (client) => client.query('SELECT nonsense'));
    await expect(failed).rejects.not.toThrow(UnknownCommit);
  });
});

/** The pool, whose connection is cut by the server's own hand just before or just after a COMMIT reaches it. */
function cutting(isMeant: () => boolean, when: 'before' | 'after') {
  const { pool } = postgres;
  return new Proxy(pool, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'connect') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return async () => {
        const client = await pool.connect();
        const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
        const { rows } = (await query('SELECT pg_backend_pid() AS pid')) as { rows: { pid: number }[] };
        client.query = (async (...args: unknown[]) => {
          if (args[0] !== 'COMMIT' || !isMeant()) return query(...args);
          if (when === 'after') await query('COMMIT');
          await pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
          return query('SELECT 1');
        }) as typeof client.query;
        return client;
      };
    },
  });
}
