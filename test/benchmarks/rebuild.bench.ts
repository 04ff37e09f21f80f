/** What the tables cost: all read models from the log, against reading and parsing the same events alone. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildLog, projectorOf } from './support/ledger.ts';
import { catalogue } from './support/postings.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { digits, option, printMachine, printTable, rate } from './support/timing.ts';

const count = Number(option('postings', '100000'));

await inScratchFolder(async (folder) => {
  printMachine();
  const store = await buildLog(folder, count);
  const reading = await rate(async () => {
    let events = 0;
    for await (const recorded of store.readAll()) {
      catalogue.read(recorded);
      events += 1;
    }
    return events;
  });
  const building = await rate(async () => {
    const file = path.join(folder, 'projections.sqlite');
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    const projector = projectorOf(folder, store);
    await projector.catchUp();
    const events = Number(projector.checkpoint ?? 0n);
    projector.close();
    return events;
  });
  const projector = projectorOf(folder, store);
  const rebuilding = await rate(async () => {
    const rebuilt = await projector.rebuild();
    if (!rebuilt.every(({ equal }) => equal)) throw new Error('the control totals differ');
    return Number(projector.checkpoint ?? 0n);
  });
  projector.close();
  await store.close();
  console.log(`${count.toLocaleString('en')} postings; medians over 5 runs.\n`);
  printTable(
    ['work', 'events/s', 'ratio'],
    [
      ['read and parse every event', digits(reading), '1.00'],
      ['build all read models', digits(building), digits(building / reading)],
      ['rebuild beside the present ones, compare, replace', digits(rebuilding), digits(rebuilding / reading)],
    ],
  );
});
