import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { readyAnswer } from '../../apps/ledger/src/operations/operations.answers.ts';
import type { Answer, ApiProcess } from './api-process.fixture.ts';
import { Cluster, DAY, LINE } from './cluster.fixture.ts';
import { describeCluster } from './event-database.fixture.ts';

// Processes start, wait for the disk of the database and for each other.
jest.setTimeout(240_000);

const codes = (answers: readonly (Answer | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const { code } = answer?.body ?? {};
    const said = typeof code === 'string' ? code : String(answer?.status ?? 'no answer');
    counts[said] = (counts[said] ?? 0) + 1;
  }
  return counts;
};

describeCluster('two API processes of one ledger', (server) => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await Cluster.start(server);
  });
  afterAll(() => (cluster as Cluster | undefined)?.stop());

  const both = <T>(ask: (process: ApiProcess, which: number) => Promise<T>): Promise<T[]> =>
    Promise.all(cluster.processes.map(ask));

  it('post to one account at once: what is there is spent, no more, and no order is lost', async () => {
    await cluster.account('HOT', '100.00');
    const officers = Array.from({ length: 20 }, async (_, officer) => {
      const process = cluster.processes[officer % 2]!;
      const answers: (Answer | undefined)[] = [];
      for (let order = 0; order < 10; order++)
        answers.push(await cluster.commit(process, 'HOT', `HOT-${officer}-${order}`));
      return answers;
    });
    const answers = await Promise.all(officers);
    expect(codes(answers.flat())).toEqual({ 201: 100, 'budget-exceeded': 100 });
    // Neither process kept the other out.
    const shares = [0, 1].map((which) =>
      answers.filter((_, officer) => officer % 2 === which).flatMap((own) => own.map((each) => each?.status)),
    );
    for (const share of shares) expect(share.filter((status) => status === 201).length).toBeGreaterThan(0);
    const head = await cluster.head(cluster.one);
    const [mine, theirs] = await both((process) => cluster.commitmentsOf(process, head));
    expect(mine).toHaveLength(100);
    expect(theirs).toEqual(mine);
  });

  it('given one key at once record once, and both give the same answer', async () => {
    await cluster.account('KEY', '1000.00');
    for (let round = 0; round < 10; round++) {
      const answers = await both((process) => cluster.commit(process, 'KEY', `KEY-${round}`));
      // Whoever finds its own events recorded cannot know by whom: both may say that they were recorded now.
      for (const answer of answers) expect([200, 201]).toContain(answer?.status);
      const [first, second] = answers.map((answer) => answer?.body);
      expect(second?.['position']).toBe(first?.['position']);
      expect(second?.['events']).toEqual(first?.['events']);
    }
    const numbers = await cluster.commitmentsOf(cluster.other, await cluster.head(cluster.one));
    expect(numbers.filter((number) => number.startsWith('KEY-'))).toHaveLength(10);
  });

  it('given one key for two orders at once record one and refuse the other', async () => {
    for (let round = 0; round < 5; round++) {
      const orders = await both((process, which) =>
        cluster.commit(process, 'KEY', `TWO-${round}`, which === 0 ? '1.00' : '2.00'),
      );
      expect(codes(orders)).toEqual({ 201: 1, 'idempotency-key-reused': 1 });
    }
  });

  it('record several accounts at once, all or none, whichever is asked', async () => {
    await cluster.account('T1', '50.00');
    await cluster.account('T2', '50.00');
    const transfer = (process: ApiProcess, from: string, to: string, number: string) =>
      process.ask(`budget-accounts/2569/${from}/transfers`, {
        token: cluster.maker,
        key: number,
        body: {
          ...{ transfer: number, line: LINE, amount: '1.00', effectiveOn: DAY, reason: 'Shared' },
          to: { toProject: to, toFundSource: LINE.fundSource, toCategory: LINE.category },
        },
      });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? transfer(cluster.one, 'T1', 'T2', `TR-${index}`)
          : transfer(cluster.other, 'T2', 'T1', `TR-${index}`),
      ),
    );
    expect(codes(answers)).toEqual({ 201: 20 });
  });

  it('never refuse for what the caller was told by the other', async () => {
    await cluster.account('RYW', '10.00');
    for (let round = 0; round < 10; round++) {
      const [writer, reader] = round % 2 ? [cluster.one, cluster.other] : [cluster.other, cluster.one];
      const number = `RYW-${round}`;
      const ordered = await cluster.commit(writer, 'RYW', number);
      const told = await cluster.commitmentsOf(reader, String(ordered?.body['position']));
      expect(told).toContain(number);
      const paid = await reader.ask('budget-accounts/2569/RYW/disbursements', {
        token: cluster.maker,
        key: `pay-${number}`,
        body: { disbursement: `V-${number}`, commitment: number, amount: '1.00', effectiveOn: DAY },
      });
      expect([ordered?.status, paid?.status, paid?.body['code']]).toEqual([201, 201, undefined]);
    }
  });

  it('refuse a position that no process has written, after having waited for it', async () => {
    const beyond = await cluster.one.ask('commitments?fiscalYear=2569&minPosition=999999999', {
      token: cluster.maker,
    });
    expect([beyond?.status, beyond?.body['code']]).toEqual([503, 'position-not-reached']);
  });

  it('count a role from the moment that both can read it', async () => {
    const given = await cluster.one.ask('people', {
      token: cluster.admin,
      body: { name: 'somsak', roles: [{ role: 'auditor' }] },
    });
    expect(given?.status).toBe(201);
    const until = Date.now() + 10_000;
    const roles = async () => {
      const people = (await cluster.other.ask('people', { token: cluster.admin }))?.body['rows'];
      return (people as { name: string; roles: { role: string }[] }[]).find(({ name }) => name === 'somsak')
        ?.roles;
    };
    while ((await roles())?.length === 0 && Date.now() < until);
    expect(await roles()).toMatchObject([{ role: 'auditor' }]);
  });

  it('print the same reports byte for byte, as known at any position', async () => {
    const head = await cluster.head(cluster.one);
    for (const knownAt of [head, String(Math.floor(Number(head) / 2)), '7']) {
      for (const report of [
        'reports/quarterly?fiscalYear=2569&quarter=Q1&format=csv',
        'reports/quarterly?fiscalYear=2569&quarter=Q1',
        'journal?limit=200',
      ]) {
        const path = `${report}&knownAt=${knownAt}&minPosition=${head}`;
        const [mine, theirs] = await both((process) => process.text(path, cluster.maker));
        expect(mine).not.toContain('"code"');
        expect(theirs).toBe(mine);
      }
    }
  });

  it('seal the same log under one name with one key: the same roots at the same size', async () => {
    const sealed = await both((process) => process.ask('seal', { token: cluster.operator, body: {} }));
    const roots = sealed.map((answer) => {
      const { note, size } = answer?.body['checkpoint'] as { note: string; size: number };
      const [origin, , root] = note.split('\n');
      const signer = / (\S+)\n?$/.exec(note.trimEnd())?.[0]?.slice(0, 6);
      return { origin, size, root, signer };
    });
    expect(roots[0]).toMatchObject({ origin: 'ledger.example/etda' });
    expect(roots[1]).toEqual(roots[0]);
    const standings = await both((process) => process.ask('seal', { token: cluster.operator }));
    expect(standings.map((answer) => answer?.body['standing'])).toEqual(['sealed', 'sealed']);
  });

  it('prove the same posting, each by a checkpoint of its own', async () => {
    const receipts = await both((process) => process.ask('receipts/1', { token: cluster.maker }));
    // Their checkpoints are of different sizes, and so are the proofs; what is proven is the same.
    const [mine, theirs] = receipts.map((receipt) =>
      (receipt?.body['events'] as { event: object; proof: string[] }[]).map(({ event }) => event),
    );
    expect(mine).not.toEqual([]);
    expect(theirs).toEqual(mine);
  });

  it('verify their own folders, and find nothing', async () => {
    for (const process of cluster.processes) {
      await process.ask('verifications', { token: cluster.auditor, body: {} });
      let told: Answer['body'] | undefined;
      do told = (await process.ask('verifications/latest', { token: cluster.auditor }))?.body;
      while (told?.['underway'] !== null);
      const runs = await process.ask('verifications', { token: cluster.auditor });
      const [run] = runs?.body['rows'] as { outcome: string; findings: unknown[] }[];
      expect(run).toMatchObject({ outcome: 'sound', findings: [] });
    }
  });

  it('are ready, and tell how their copies stand without telling where the database is', async () => {
    const answers = await both((process) => process.ask('/health/ready'));
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 200, body: { logs: { ledger: { state: 'ready' } } } });
      expect(readyAnswer.safeParse(answer?.body)).toMatchObject({ success: true });
      expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|:\/\//);
    }
  });

  it('do not tell operators that the database is lost when they are told to stop', async () => {
    const ended = await both(async (process) => {
      // A machine under load may have lost it before, and then it is right that its log says so.
      const before = process.log.length;
      return [await process.stop(), process.log.slice(before)];
    });
    for (const [code, said] of ended) {
      expect(code).toBe(0);
      expect(said).not.toContain('store-disconnected');
    }
  });
});
