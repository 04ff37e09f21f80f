import path from 'node:path';
import type { Bench, BenchContext } from './harness/bench.ts';
import { figure, ratioAtMost } from './harness/figure.ts';
import { inTurn, percentileOf } from './harness/in-turn.ts';
import { LoadGenerator } from './load/load-generator.ts';
import { openAccounts, payment } from './service/payments.ts';
import { Service } from './service/service.ts';
import { RawLog, rawEvents } from './support/raw-sqlite.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { Spending } from './support/spending.ts';

const PROJECT = 'ONE';

/** Milliseconds that half of the commands take at most, sent one after the other over one connection. */
async function overHttp(service: Service, load: LoadGenerator, seconds: number): Promise<number> {
  const { latency } = await load.run({
    loop: 'closed',
    host: '127.0.0.1',
    port: service.port,
    connections: 1,
    requests: [payment(PROJECT, await service.as('maker'))],
    warmUpSeconds: seconds < 1 ? 0 : 0.25,
    seconds,
  });
  return latency.p50;
}

async function measure(
  folder: string,
  context: BenchContext,
): Promise<Record<'raw' | 'recorder' | 'http', number[]>> {
  const times = context.number('postings', 500, 20);
  const spending = await Spending.over([PROJECT], folder);
  await spending.recorder.post(spending.payment(PROJECT), spending.context());
  const event = rawEvents(spending.file, 1_000).at(-1);
  if (event === undefined) throw new Error('the ledger has no event');
  const raw = new RawLog(path.join(folder, 'raw.sqlite'));
  const [service, load] = await Promise.all([
    Service.start({ data: path.join(folder, 'served') }),
    LoadGenerator.start(),
  ]);
  try {
    await openAccounts(service, [PROJECT]);
    return await inTurn(context, {
      raw: percentileOf(50, times, () => raw.one(event)),
      recorder: percentileOf(50, times, () =>
        spending.recorder.post(spending.payment(PROJECT), spending.context()),
      ),
      http: () => overHttp(service, load, context.quick ? 0.1 : 1),
    });
  } finally {
    raw.close();
    await Promise.all([spending.store.close(), service.stop(), load.stop()]);
  }
}

const bench: Bench = {
  asks: 'How long does one command take on an idle system, against one raw durable commit of SQLite?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const { raw: ceiling, recorder, http } = await measure(folder, context);
      const common = { unit: 'ms', ceiling, target: ratioAtMost(3) };
      return [
        figure({ name: 'a command in process, p50', ...common, runs: recorder }),
        figure({ name: 'a command over HTTP, p50', ...common, runs: http }),
      ];
    }),
};

export default bench;
