import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountCommand } from '#budget';
import type { ReadAllOptions } from '#event-store';
import { commit, day, open } from '../ledger.fixture.ts';
import { BusyLedger } from './busy-ledger.fixture.ts';
import { PostgresWithProjectors, rowsOfRebuild, until } from './projected.fixture.ts';

let postgres: PostgresWithProjectors;
let ledger: BusyLedger;
beforeAll(async () => {
  postgres = await PostgresWithProjectors.start();
}, 120_000);
afterAll(() => postgres.server.stop());
beforeEach(async () => {
  await postgres.freshDatabase();
  ledger = new BusyLedger();
});
afterEach(async () => {
  await postgres.cleanUp();
  await ledger.close();
});

/** The log, as long as it is said to be. */
const upTo = (end: () => string) => ({
  async *readAll(options?: ReadAllOptions) {
    for await (const event of ledger.store.readAll(options)) {
      if (BigInt(event.position) <= BigInt(end())) yield event;
    }
  },
  async *readPages(options?: ReadAllOptions) {
    for await (const page of ledger.store.readPages(options)) {
      const within = page.filter(({ position }) => BigInt(position) <= BigInt(end()));
      if (within.length > 0) yield within;
    }
  },
});

/** One life of a projector whose working copy outlives it. */
async function followedIn(folder: string): Promise<void> {
  const running = postgres.run(ledger.store, { folder });
  await ledger.mustEqual(postgres);
  await running.is('following');
  await running.stop();
  expect(running.losses).toEqual([]);
}

describe('the read models in PostgreSQL', () => {
  it('hold the same rows as in SQLite, table by table, built at once or page by page', async () => {
    await ledger.work('P01', 3);
    await ledger.kpi('K1', {
      type: 'define-kpi',
      organisation: 'etda',
      fiscalYear: 2569,
      kpi: 'K1',
      project: 'P01',
      name: 'ตัวชี้วัด',
      kind: 'count',
      accumulation: 'incremental',
      effectiveOn: day('2025-12-31'),
    });
    postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    for (const project of ['P02', 'P03', 'P04']) {
      await ledger.work(project, 3);
      await ledger.mustEqual(postgres);
    }
    const rows = await rowsOfRebuild(ledger.store);
    expect(Object.keys(rows).length).toBeGreaterThan(10);
    expect(rows['journal_name']?.some((row) => row.includes('DisbursementReversed'))).toBe(true);
  });

  it('begin before the first event', async () => {
    postgres.run(ledger.store);
    const schema = await until(async () => (await postgres.schemas().catch(() => []))[0]);
    expect(schema).toContain('obligo_1');
    await ledger.work();
    await ledger.mustEqual(postgres);
  });

  it('hold a text with a NUL, which PostgreSQL has no place for, with a sign in its place', async () => {
    await ledger.work();
    await ledger.account('P01', { ...commit('PO-nul', '1.00'), description: 'a\0b' } as AccountCommand);
    const running = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await ledger.account('P01', { ...commit('PO-nul-2', '1.00'), description: 'c\0d' } as AccountCommand);
    await ledger.mustEqual(postgres);
    expect(running.state).toBe('following');
    const found = await postgres.query(
      `SELECT description FROM obligo.journal WHERE document LIKE 'PO-nul%' ORDER BY position`,
    );
    expect(found.map((row) => row['description'])).toEqual(['a\ufffdb', 'c\ufffdd']);
  });
});

describe('a projector', () => {
  it('goes on after a restart and writes no page twice', async () => {
    await ledger.work();
    const first = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await first.is('following');
    await first.stop();
    await ledger.work('P02');
    const second = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await second.is('following');
    expect(await postgres.schemas()).toEqual(['obligo_1 current']);
    expect(second.pages.every(({ outcome }) => outcome === 'advanced')).toBe(true);
  });

  it('makes a working copy anew that is missing', async () => {
    await ledger.work();
    await followedIn(ledger.folder);
    rmSync(join(ledger.folder, 'projector.sqlite'));
    await ledger.work('P02');
    await followedIn(ledger.folder);
  });

  it('brings a working copy up that is older than what PostgreSQL has', async () => {
    await ledger.work();
    await followedIn(ledger.folder);
    await ledger.work('P02');
    const other = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await other.stop();
    await followedIn(ledger.folder);
    await ledger.work('P03');
    await followedIn(ledger.folder);
  });

  it('makes a working copy anew that is ahead of PostgreSQL, as after a restore of the database', async () => {
    await ledger.work();
    await followedIn(ledger.folder);
    await postgres.freshDatabase();
    const short = postgres.run(upTo(() => '3'));
    await short.is('following');
    await short.stop();
    await followedIn(ledger.folder);
  });

  it('stands by while another one follows, keeps its copy in step, and takes over when that one stops', async () => {
    await ledger.work();
    const first = postgres.run(ledger.store);
    await first.is('following');
    const second = postgres.run(ledger.store);
    await second.is('standing-by');
    expect(second.projector.standing.detail).toBe('another projector writes the read models');
    await ledger.work('P02');
    await ledger.mustEqual(postgres);
    expect(second.pages).toEqual([]);
    await first.stop();
    await second.is('following');
    await ledger.work('P03');
    await ledger.mustEqual(postgres);
    expect(second.pages.length).toBeGreaterThan(0);
  });

  it('stops at an event that it cannot read, says where and why, and skips nothing', async () => {
    await ledger.work();
    const position = await ledger.smuggle('budgetaccount-etda.2569.P01', 'BudgetPainted', {});
    await ledger.account('P02', open('P02'));
    const running = postgres.run(ledger.store);
    await running.is('stopped');
    expect(running.projector.standing).toMatchObject({
      stoppedAt: position,
      detail: expect.stringContaining('BudgetPainted'),
    });
  });

  it('stops behind what it could write, when the event comes later', async () => {
    await ledger.work();
    const running = postgres.run(ledger.store);
    await running.is('following');
    await ledger.work('P02');
    const before = await ledger.store.head();
    const position = await ledger.smuggle('budgetaccount-etda.2569.P01', 'BudgetPainted', {});
    await running.is('stopped');
    expect(running.projector.standing.stoppedAt).toBe(position);
    const [row] = await postgres.query('SELECT position FROM obligo.checkpoint');
    expect(String(row?.['position'])).toBe(before);
  });

  it('stops at the very event whose rows PostgreSQL will not take, and goes on when it takes them', async () => {
    await ledger.work();
    const running = postgres.run(ledger.store);
    await running.is('following');
    await running.stop();
    await postgres.query(
      `ALTER TABLE obligo_1.journal_row ADD CONSTRAINT picky CHECK (document <> 'PO-bad')`,
    );
    await ledger.work('P02');
    await ledger.account('P02', commit('PO-bad', '1.00'));
    const bad = await ledger.store.head();
    await ledger.work('P03');
    const again = postgres.run(ledger.store);
    await again.is('stopped');
    const { stoppedAt, detail, lastRead } = again.projector.standing;
    expect([stoppedAt, lastRead?.position]).toEqual([bad, BigInt(bad ?? 0) - 1n]);
    expect(detail).toContain('violates check constraint "picky"');
    await postgres.query('ALTER TABLE obligo_1.journal_row DROP CONSTRAINT picky');
    await ledger.mustEqual(postgres);
  });

  it('does not go on with another log', async () => {
    await ledger.work();
    const first = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await first.stop();
    await ledger.close();
    ledger = new BusyLedger();
    // Refused, so that the keys of the postings behind it are others.
    await ledger.account('P09', commit('PO-0', '1.00'));
    await ledger.work('P09');
    await ledger.work('P10');
    const running = postgres.run(ledger.store);
    await running.is('stopped');
    expect(running.projector.standing.detail).toContain('has read another log');
  });

  it('waits for a log that is not there yet', async () => {
    await ledger.work();
    const first = postgres.run(ledger.store);
    await ledger.mustEqual(postgres);
    await first.stop();
    let end = '2';
    const running = postgres.run(upTo(() => end));
    await running.is('waiting-for-log');
    end = '1000000';
    await running.is('following');
    await ledger.mustEqual(postgres);
  });
});
