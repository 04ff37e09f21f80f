/** What the tables cost: all read models from the log, against reading and parsing the same events alone. */
import { buildLog, projectorOf } from './support/ledger.ts';
import { catalogue } from './support/postings.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { compare, option, printMachine, printTable } from './support/timing.ts';

const count = Number(option('postings', '100000'));

await inScratchFolder(async (folder) => {
  printMachine();
  const store = await buildLog(folder, count);
  const projector = projectorOf(folder, store);
  await projector.catchUp();
  const table = await compare([
    [
      'read and parse every event',
      async () => {
        let events = 0;
        for await (const recorded of store.readAll()) {
          catalogue.read(recorded);
          events += 1;
        }
        return events;
      },
    ],
    [
      'build all read models',
      () =>
        inScratchFolder(async (empty) => {
          const fresh = projectorOf(empty, store);
          await fresh.catchUp();
          const events = Number(fresh.checkpoint ?? 0n);
          fresh.close();
          return events;
        }),
    ],
    [
      'rebuild beside the present ones, compare, replace',
      async () => {
        const rebuilt = await projector.rebuild();
        if (!rebuilt.every(({ equal }) => equal)) throw new Error('the control totals differ');
        return Number(projector.checkpoint ?? 0n);
      },
    ],
  ]);
  projector.close();
  await store.close();
  console.log(`${count.toLocaleString('en')} postings; medians over 5 rounds.\n`);
  printTable(['work', 'events/s', 'ratio'], table);
});
