import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { Cluster } from './cluster.fixture.ts';
import { describeCluster } from './event-database.fixture.ts';

jest.setTimeout(120_000);

describeCluster('somebody who deletes an account in the event database', (server) => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.start(server);
    await cluster.account('P01', '100.00');
  });
  afterAll(() => (cluster as Cluster | undefined)?.stop());

  it('is noticed by every process: none is ready, none posts any more, and what was recorded can still be read', async () => {
    expect((await cluster.commit(cluster.one, 'P01', 'PO-1'))?.status).toBe(201);
    const head = await cluster.head(cluster.one);
    const vandal = KurrentDBClient.connectionString(server.replace(/^esdb/, 'kurrentdb'));
    try {
      await vandal.deleteStream(`${cluster.log}/budgetaccount-main.2569.P01`);
    } finally {
      await vandal.dispose();
    }
    for (const process of cluster.processes) {
      const until = Date.now() + 30_000;
      let probe = await process.ask('/health/ready');
      while (probe?.status === 200 && Date.now() < until) probe = await process.ask('/health/ready');
      expect(probe).toMatchObject({ status: 503, body: { code: 'store-not-ready', state: 'alarm' } });
      const refused = await cluster.commit(process, 'P01', 'PO-2');
      expect(refused).toMatchObject({ status: 503 });
      expect(await cluster.commitmentsOf(process, head)).toEqual(['PO-1']);
      expect(process.log).toContain('alarm');
    }
  });
});
