import path from 'node:path';
import type { Bench } from './harness/bench.ts';
import { figure, valueAtMost } from './harness/figure.ts';
import { inTurn } from './harness/in-turn.ts';
import { copyOfHistory } from './service/kept-history.ts';
import { Service } from './service/service.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

/** Milliseconds from the start of the process until it says that it is ready. */
async function start(data: string): Promise<number> {
  const started = performance.now();
  const service = await Service.start({ data });
  await service.ready();
  const taken = performance.now() - started;
  await service.stop();
  return taken;
}

/** What Node and the framework take by themselves is the start on an empty folder. */
const bench: Bench = {
  asks: 'How long does the service take from its start until it is ready, on a long log and on an empty one?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const events = context.number('postings', 100_000, 400);
      const data = path.join(folder, 'history');
      await copyOfHistory(context, events, data, 'modelled');
      const { long, empty } = await inTurn(context, {
        empty: () => start(path.join(folder, 'empty')),
        long: () => start(data),
      });
      const name = `start to ready on ${events.toLocaleString('en')} events, against an empty ledger`;
      return [figure({ name, unit: 'ms', runs: long, ceiling: empty, target: valueAtMost(1000) })];
    }),
};

export default bench;
