import path from 'node:path';
import { openSqliteEventStore } from '#event-store';
import type { Bench, BenchContext } from './harness/bench.ts';
import { type Figure, figure, valueAtMost } from './harness/figure.ts';
import { LoadGenerator } from './load/load-generator.ts';
import type { LoadResult } from './load/orders.ts';
import { openAccounts, payment } from './service/payments.ts';
import { Service } from './service/service.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const PROJECTS = Array.from({ length: 16 }, (_, index) => `B${index}`);
const MEBIBYTE = 2 ** 20;

interface Overload {
  readonly asked: number;
  readonly result: LoadResult;
  /** In bytes. */
  readonly before: number;
  readonly highest: number;
}

/** Looks at the memory of the service until told to stop; answers the most that it saw. */
function watchMemory(service: Service): () => number {
  let highest = service.memory;
  const timer = setInterval(() => (highest = Math.max(highest, service.memory)), 250);
  return () => {
    clearInterval(timer);
    return highest;
  };
}

/** Four times what the service takes at most, over more connections than its queues have room for. */
async function overload(service: Service, load: LoadGenerator, context: BenchContext): Promise<Overload> {
  const token = await service.as('maker');
  const requests = PROJECTS.map((project) => payment(project, token));
  const seconds = context.quick ? 0.2 : 8;
  const common = { host: '127.0.0.1', port: service.port, requests };
  const calm = await load.run({
    ...common,
    loop: 'closed',
    connections: 64,
    warmUpSeconds: context.quick ? 0 : 2,
    seconds: context.quick ? 0.1 : 2,
  });
  const before = service.memory;
  const stop = watchMemory(service);
  const rate = Math.ceil(4 * calm.perSecond);
  const connections = context.number('connections', 4_000, 200);
  const result = await load.run({ ...common, loop: 'open', connections, rate, warmUpSeconds: 0, seconds });
  // What was acknowledged before the rush must have come through it as well.
  const acknowledged = [...calm.acknowledged, ...result.acknowledged];
  return { asked: Math.ceil(rate * seconds), result: { ...result, acknowledged }, before, highest: stop() };
}

/** How many acknowledged payments the log does not hold exactly once; read when nobody owns it any more. */
async function lostOrTwice(data: string, acknowledged: readonly number[]): Promise<number> {
  const store = openSqliteEventStore({ file: path.join(data, 'ledger.sqlite'), readOnly: true });
  const times = new Map<number, number>();
  for await (const { data: paid, type } of store.readAll()) {
    if (type !== 'DisbursementMade') continue;
    const number = Number((paid as { readonly disbursement: string }).disbursement.slice('DV-'.length));
    times.set(number, (times.get(number) ?? 0) + 1);
  }
  await store.close();
  return acknowledged.filter((number) => times.get(number) !== 1).length;
}

function figuresOf({ asked, result, before, highest }: Overload, wrong: number): Figure[] {
  const { statuses, retryAfter, broken, latency } = result;
  const answered = Object.entries(statuses);
  const shed = statuses['503'] ?? 0;
  const others = answered.filter(([status]) => status !== '201' && status !== '503');
  const strange = others.reduce((sum, [, count]) => sum + count, broken);
  const one = (name: string, unit: string, value: number) => ({ name, unit, runs: [value] });
  return [
    figure(one('asked of the service', 'requests', asked)),
    figure(one('acknowledged', 'requests', statuses['201'] ?? 0)),
    figure(one('shed with 503', 'requests', shed)),
    figure({ ...one('shed without Retry-After', 'requests', shed - retryAfter), target: valueAtMost(0) }),
    figure({ ...one('neither recorded nor shed', 'requests', strange), target: valueAtMost(0) }),
    figure({
      ...one('acknowledged, but not in the log exactly once', 'requests', wrong),
      target: valueAtMost(0),
    }),
    figure(one('answer to those who came, p99', 'ms', latency.p99)),
    figure({
      ...one('memory at its highest', 'MiB', highest / MEBIBYTE),
      ceiling: [before / MEBIBYTE],
      target: valueAtMost(1024),
    }),
  ];
}

const bench: Bench = {
  asks: 'What happens when four times as much is asked as the service can take?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const data = path.join(folder, 'served');
      const [service, load] = await Promise.all([Service.start({ data }), LoadGenerator.start()]);
      try {
        await openAccounts(service, PROJECTS);
        const told = await overload(service, load, context);
        await service.stop();
        return figuresOf(told, await lostOrTwice(data, told.result.acknowledged));
      } finally {
        await Promise.all([service.stop(), load.stop()]);
      }
    }),
};

export default bench;
