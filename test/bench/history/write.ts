/**
 * Writes a history of public spending into a data folder that the service opens:
 *
 *   node --conditions=source test/bench/history/write.ts --events=1000000 --seed=1 <folder>
 *
 * `--agencies`, `--projects`, `--lines` and `--years` say how it is spread. With
 * `--journal=<file>` the same money follows as a journal for the program `ledger`.
 */
import { parseArgs } from 'node:util';
import { equalJournal } from './journal.ts';
import { writeHistory } from './write-history.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { ...text, default: '100000' },
    seed: { ...text, default: '1' },
    agencies: text,
    projects: text,
    lines: text,
    years: text,
    journal: text,
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Expected the folder to write to.');
const { seed, journal, ...given } = values;
const sizes = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, Number(value)]));
const started = performance.now();
let told = 0;
const progress = (count: number): void => {
  if (count - told < 100_000) return;
  told = count;
  process.stderr.write(`${count.toLocaleString('en')} events\n`);
};
const { events } = await writeHistory(folder, { events: 0, ...sizes, seed }, { progress });
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s\n`);
if (journal !== undefined) {
  const postings = await equalJournal(folder, journal);
  process.stdout.write(`${postings.toLocaleString('en')} postings in ${journal}\n`);
}
