/** Writes a history, and prints how many bytes of the heap it held at most beyond what was there before. */
import { inScratchFolder } from '../support/scratch-folder.ts';
import { writeHistory } from './write-history.ts';

const [events, years] = process.argv.slice(2).map(Number);
const held = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

await inScratchFolder(async (folder) => {
  const options = { agencies: 1, projects: 4, lastYear: 2568 };
  // What is loaded at the first use is not held for the history.
  await writeHistory(`${folder}/first`, { ...options, events: 300, years: 1 });
  const before = held();
  let [most, told] = [0, 0];
  const progress = (count: number): void => {
    if (count - told < 500) return;
    told = count;
    most = Math.max(most, held() - before);
  };
  await writeHistory(
    `${folder}/second`,
    { ...options, events: events ?? 0, years },
    { progress, forgetAfter: 1_000 },
  );
  process.stdout.write(String(most));
});
