import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Answer, ApiProcess } from './api-process.fixture.ts';
import { Cluster } from './cluster.fixture.ts';
import { describeCluster } from './event-database.fixture.ts';

// Processes are killed and started, several times.
jest.setTimeout(240_000);

const WRITERS = 8;

describeCluster('one of two API processes killed under load', (server) => {
  let cluster: Cluster;
  const answers = new Map<string, Answer | undefined>();

  beforeAll(async () => {
    cluster = await Cluster.start(server);
    await cluster.account('P01', '1000000.00');
  });
  afterAll(() => (cluster as Cluster | undefined)?.stop());

  /** Posts one order after another to a process, until it no longer answers or it is enough. */
  async function post(process: ApiProcess, name: string, stop: () => boolean): Promise<void> {
    for (let order = 0; !stop(); order++) {
      const number = `${name}-${order}`;
      const answer = await cluster.commit(process, 'P01', number);
      answers.set(number, answer);
      if (!answer) return;
    }
  }

  it('keeps every acknowledged posting exactly once; the others are recorded once when the other process is asked', async () => {
    for (const [round, victim] of [0, 1].entries()) {
      const [killed, survivor] = [cluster.processes[victim]!, cluster.processes[1 - victim]!];
      const before = answers.size;
      let over = false;
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        post(writer % 2 ? killed : survivor, `R${round}-W${writer}`, () => over),
      );
      while (answers.size < before + 80) await new Promise((resolve) => setTimeout(resolve, 5));
      await killed.stop('SIGKILL');
      // The other goes on as if nothing had happened.
      const sofar = answers.size;
      while (answers.size < sofar + 40) await new Promise((resolve) => setTimeout(resolve, 5));
      over = true;
      await Promise.all(writers);
      await sendAgain(survivor);
      await cluster.restart(victim);
    }
    const head = await cluster.head(cluster.one);
    const numbers = [...answers.keys()].sort();
    for (const process of cluster.processes)
      expect(await cluster.commitmentsOf(process, head)).toEqual(numbers);
  });

  /** Everything that was ever asked, asked again of a process that did not answer it first. */
  async function sendAgain(process: ApiProcess): Promise<void> {
    const sent = [...answers].map(
      async ([number, first]) => [number, first, await cluster.commit(process, 'P01', number)] as const,
    );
    for (const [number, first, again] of await Promise.all(sent)) {
      if (first?.status === 201) {
        expect([number, again?.status, again?.body['replayed']]).toEqual([number, 200, true]);
        expect(again?.body['position']).toBe(first.body['position']);
      } else {
        expect([number, [200, 201].includes(again?.status ?? 0)]).toEqual([number, true]);
        answers.set(number, again);
      }
    }
  }

  it('leaves both with the same log, byte for byte, also a process whose folder was thrown away', async () => {
    await cluster.other.stop();
    rmSync(cluster.dataOf(1), { recursive: true, force: true });
    await cluster.restart(1);
    const head = await cluster.head(cluster.one);
    const report = `reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv&minPosition=${head}`;
    const [mine, theirs] = await Promise.all(
      cluster.processes.map((process) => process.text(report, cluster.maker)),
    );
    expect(mine).toContain('P01');
    expect(theirs).toBe(mine);
    const codes = await Promise.all(cluster.processes.map((process) => process.stop()));
    expect(codes).toEqual([0, 0]);
    for (const file of ['ledger.sqlite', 'access-log.sqlite'])
      expect(logIn(cluster.dataOf(1), file)).toEqual(logIn(cluster.dataOf(0), file));
  });
});

/** Every event of a copy, with its place, times and bytes. */
function logIn(folder: string, file: string): unknown[] {
  const database = new DatabaseSync(join(folder, file), { readOnly: true });
  try {
    const statement = database.prepare('SELECT * FROM events ORDER BY position');
    statement.setReadBigInts(true);
    const rows = statement.all();
    expect(rows.length).toBeGreaterThan(2);
    return rows;
  } finally {
    database.close();
  }
}
