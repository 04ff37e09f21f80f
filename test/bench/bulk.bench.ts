import path from 'node:path';
import { MOST_ROWS } from '#sheets';
import type { Bench, BenchContext } from './harness/bench.ts';
import { figure, ratioAtLeast } from './harness/figure.ts';
import { inTurn, perSecond, type Work } from './harness/in-turn.ts';
import { openAccounts } from './service/payments.ts';
import { Service } from './service/service.ts';
import { type RawEvent, RawLog, rawEvents } from './support/raw-sqlite.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { Spending } from './support/spending.ts';

const PROJECTS = Array.from({ length: 16 }, (_, index) => `B${index}`);
const LINE = ['annual-appropriation', 'operating'];

const projectOf = (index: number): string => PROJECTS[index % PROJECTS.length] as string;

interface Bulk {
  readonly spending: Spending;
  readonly service: Service;
  readonly raw: RawLog;
  readonly count: number;
}

/** One call of the recorder, as the command line and an import make it; the commands are made before the clock runs. */
const inOneCall =
  ({ spending, count }: Bulk, projectAt: (index: number) => string): Work =>
  async () => {
    const all = Array.from({ length: count }, (_, index) => spending.payment(projectAt(index)));
    return perSecond(async () => {
      await spending.recorder.postAll(all, spending.context());
      return count;
    })();
  };

/** Requests with a sheet of payments each, as large as a sheet may be, one after the other. */
function inRequests({ service, count }: Bulk): Work {
  let sheets = 0;
  return async () => {
    const contents: string[] = [];
    for (let left = count; left > 0; left -= MOST_ROWS)
      contents.push(sheetOf((sheets += 1), Math.min(left, MOST_ROWS)));
    const token = await service.as('maker');
    return perSecond(async () => {
      for (const content of contents) await service.ask('sheets', { kind: 'disbursements', content }, token);
      return count;
    })();
  };
}

function sheetOf(number: number, count: number): string {
  const rows = Array.from({ length: count }, (_, index) =>
    [`DV-${number}-${index}`, projectOf(index), ...LINE, '1.25', '2025-11-15'].join(','),
  );
  return ['disbursement,project,fundSource,category,amount,effectiveOn', ...rows, ''].join('\n');
}

/** The bytes of the last payments, as they were written. */
async function bytesOf({ spending, count }: Bulk): Promise<readonly RawEvent[]> {
  const all = Array.from({ length: count }, (_, index) => spending.payment(projectOf(index)));
  await spending.recorder.postAll(all, spending.context());
  return rawEvents(spending.file, 10 * count).slice(-count);
}

async function measure(bulk: Bulk, context: BenchContext): Promise<Record<string, number[]>> {
  const events = await bytesOf(bulk);
  return inTurn(context, {
    raw: perSecond(() => {
      bulk.raw.all(events);
      return events.length;
    }),
    spread: inOneCall(bulk, projectOf),
    hot: inOneCall(bulk, () => 'HOT'),
    sheet: inRequests(bulk),
  });
}

const bench: Bench = {
  asks: 'How near do many commands at once, decided one by one, come to raw SQLite in batches of 1,000 rows?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const spending = await Spending.over([...PROJECTS, 'HOT'], folder);
      const service = await Service.start({ data: path.join(folder, 'served') });
      const raw = new RawLog(path.join(folder, 'raw.sqlite'));
      try {
        await openAccounts(service, PROJECTS);
        const count = context.number('postings', 10_000, 50);
        const runs = await measure({ spending, service, raw, count }, context);
        const common = { unit: 'commands/s', ceiling: runs['raw'] ?? [] };
        const target = ratioAtLeast(0.5);
        return [
          figure({ name: 'one call on 16 accounts', ...common, runs: runs['spread'] ?? [], target }),
          figure({ name: 'one call on one account', ...common, runs: runs['hot'] ?? [], target }),
          figure({
            name: `requests with sheets of ${MOST_ROWS.toLocaleString('en')} rows`,
            ...common,
            runs: runs['sheet'] ?? [],
            target,
          }),
        ];
      } finally {
        raw.close();
        await Promise.all([spending.store.close(), service.stop()]);
      }
    }),
};

export default bench;
