import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Answer, ApiProcess } from './api-process.fixture.ts';
import { Cluster } from './cluster.fixture.ts';
import { describeClusterUnderFaults } from './event-database.fixture.ts';

// The server is killed and started; appends wait for it.
jest.setTimeout(300_000);

const WRITERS = 6;
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describeClusterUnderFaults('an event database killed under two API processes', (server, control) => {
  let cluster: Cluster;

  beforeAll(async () => {
    await control('start').catch(() => undefined);
    cluster = await Cluster.start(server);
    await cluster.account('P01', '1000000.00');
  });
  afterAll(async () => {
    await control('start').catch(() => undefined);
    await (cluster as Cluster | undefined)?.stop();
  });

  const readiness = (process: ApiProcess) => process.ask('/health/ready');

  it('loses no acknowledged posting and records none twice; both are not ready meanwhile, and ready again by themselves', async () => {
    const answers = new Map<string, Answer | undefined>();
    let over = false;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      const process = cluster.processes[writer % 2]!;
      for (let order = 0; !over; order++) {
        const number = `W${writer}-${order}`;
        answers.set(number, await cluster.commit(process, 'P01', number));
      }
    });
    while (answers.size < 60) await soon();
    await control('kill');
    await until(async () =>
      (await Promise.all(cluster.processes.map(readiness))).every((answer) => answer?.status === 503),
    );
    const [told] = await Promise.all(cluster.processes.map(readiness));
    expect(told?.body).toMatchObject({ code: 'store-not-ready', reasons: expect.any(Array) });
    const live = await Promise.all(cluster.processes.map((process) => process.ask('/health/live')));
    expect(live.map((answer) => answer?.status)).toEqual([200, 200]);
    await control('start');
    await until(async () =>
      (await Promise.all(cluster.processes.map(readiness))).every((answer) => answer?.status === 200),
    );
    const sofar = answers.size;
    while (answers.size < sofar + 30) await soon();
    over = true;
    await Promise.all(writers);

    const sent = [...answers].map(
      async ([number, first]) => [number, first, await cluster.commit(cluster.other, 'P01', number)] as const,
    );
    for (const [number, first, again] of await Promise.all(sent)) {
      expect([number, [200, 201].includes(again?.status ?? 0)]).toEqual([number, true]);
      if (first?.status === 201) expect(again?.body['position']).toBe(first.body['position']);
    }
    const head = await cluster.head(cluster.one);
    for (const process of cluster.processes)
      expect(await cluster.commitmentsOf(process, head)).toEqual([...answers.keys()].sort());
  });

  async function until(holds: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 90_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(cluster.processes.map(({ log }) => log).join('\n'));
      await soon();
    }
  }
});
