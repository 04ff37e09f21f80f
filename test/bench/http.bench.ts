import path from 'node:path';
import type { Bench, BenchContext } from './harness/bench.ts';
import { type Figure, figure, ratioAtLeast, valueAtMost } from './harness/figure.ts';
import { inTurn } from './harness/in-turn.ts';
import { median } from './harness/statistics.ts';
import { LoadGenerator } from './load/load-generator.ts';
import type { Latency, LoadResult, Request } from './load/orders.ts';
import { openAccounts, paid, payment } from './service/payments.ts';
import { Service } from './service/service.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const CONNECTIONS = 64;
/** Of what a closed loop gave: busy, but not full. */
const LOAD = 0.6;
const HOT = 'HOT';

/** As many accounts as connections; a test makes do with a few. */
const apart = ({ quick }: BenchContext): string[] =>
  Array.from({ length: quick ? 4 : CONNECTIONS }, (_, index) => `B${index}`);

const beside = (file: string): string => path.join(import.meta.dirname, 'service', file);

interface Services {
  readonly real: Service;
  readonly nothing: Service;
  readonly bare: Service;
  readonly load: LoadGenerator;
}

async function startAll(folder: string, context: BenchContext): Promise<Services> {
  const real = await Service.start({ data: path.join(folder, 'real') });
  await openAccounts(real, [...apart(context), HOT]);
  const env = { BENCH_RECEIPT: JSON.stringify(await paid(real, HOT, 'DV-first')) };
  const [nothing, bare, load] = await Promise.all([
    Service.start({ data: path.join(folder, 'nothing'), main: beside('doing-nothing-child.ts'), env }),
    Service.start({ data: path.join(folder, 'bare'), main: beside('bare-endpoint-child.ts'), env }),
    LoadGenerator.start(),
  ]);
  return { real, nothing, bare, load };
}

/** Every answer has to be a success: a refusal costs less. */
function mustAllBe201({ statuses, broken, lastRefusal }: LoadResult): void {
  const others = Object.keys(statuses).filter((status) => status !== '201');
  if (others.length > 0 || broken > 0)
    throw new Error(`answers ${JSON.stringify(statuses)}, ${broken} broken: ${lastRefusal ?? ''}`);
}

async function throughput(services: Services, context: BenchContext): Promise<Record<string, number[]>> {
  const { real, nothing, bare, load } = services;
  const seconds = context.quick ? 0.2 : 2;
  const ask = async (service: Service, requests: readonly Request[]): Promise<number> => {
    const { port } = service;
    const common = {
      host: '127.0.0.1',
      port,
      connections: CONNECTIONS,
      warmUpSeconds: context.quick ? 0 : 0.4,
    };
    const result = await load.run({ ...common, loop: 'closed', requests, seconds });
    mustAllBe201(result);
    return result.perSecond;
  };
  const [token, other] = [await real.as('maker'), await nothing.as('maker')];
  const each = (by: string) => apart(context).map((project) => payment(project, by));
  return inTurn(context, {
    nothing: () => ask(nothing, each(other)),
    spread: () => ask(real, each(token)),
    hot: () => ask(real, [payment(HOT, token)]),
    bare: () => ask(bare, each(other)),
  });
}

/** Latency at a rate that does not wait for answers; of several runs each percentile has its own median. */
async function latencies({ real, load }: Services, rate: number, context: BenchContext): Promise<Figure[]> {
  const seconds = context.quick ? 0.2 : 4;
  const token = await real.as('maker');
  const requests = apart(context).map((project) => payment(project, token));
  const common = {
    host: '127.0.0.1',
    port: real.port,
    connections: 4 * CONNECTIONS,
    warmUpSeconds: context.quick ? 0 : 1,
  };
  const runs: Latency[] = [];
  for (let round = 0; round < context.rounds; round += 1) {
    const result = await load.run({ ...common, loop: 'open', requests, rate, seconds });
    mustAllBe201(result);
    runs.push(result.latency);
  }
  const at = (name: keyof Latency) => ({ unit: 'ms', runs: runs.map((run) => run[name]) });
  const asked = `open loop at ${LOAD * 100} % of that`;
  return [
    figure({ name: `${asked}, p50`, ...at('p50') }),
    figure({ name: `${asked}, p90`, ...at('p90') }),
    figure({ name: `${asked}, p99`, ...at('p99'), target: valueAtMost(25) }),
    figure({ name: `${asked}, p99.9`, ...at('p999') }),
  ];
}

/** What the endpoint that does nothing wrote, if anything, would make the comparison void. */
async function mustHaveRecordedNothing(nothing: Service): Promise<void> {
  const { head } = (await nothing.ask('status', undefined, await nothing.as('operator'))) as {
    readonly head: string | null;
  };
  if (head !== null) throw new Error(`the endpoint that does nothing recorded up to ${head}`);
}

const bench: Bench = {
  asks: 'How near do single commands over HTTP come to the same endpoint doing nothing?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const services = await startAll(folder, context);
      const { real, nothing, bare, load } = services;
      try {
        const runs = await throughput(services, context);
        const { nothing: ceiling = [], spread = [], hot = [] } = runs;
        await mustHaveRecordedNothing(nothing);
        const unit = 'requests/s';
        const common = { unit, ceiling, target: ratioAtLeast(0.6) };
        return [
          figure({
            name: 'commands on 64 accounts, against the endpoint doing nothing',
            ...common,
            runs: spread,
          }),
          figure({ name: 'commands on one hot account, against the same', ...common, runs: hot }),
          figure({
            name: 'hot account, against 64 accounts',
            unit,
            runs: hot,
            ceiling: spread,
            target: ratioAtLeast(0.8),
          }),
          figure({
            name: 'a bare endpoint of Nest and Fastify, for context',
            unit,
            runs: runs['bare'] ?? [],
            ceiling,
          }),
          ...(await latencies(services, LOAD * median(spread), context)),
        ];
      } finally {
        await Promise.all([real.stop(), nothing.stop(), bare.stop(), load.stop()]);
      }
    }),
};

export default bench;
