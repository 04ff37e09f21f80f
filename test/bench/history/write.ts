/**
 * Writes a history of public spending into a data folder that the service opens:
 *
 *   node --conditions=source test/bench/history/write.ts --events=1000000 --seed=1 <folder>
 *
 * `--agencies`, `--projects`, `--lines` and `--years` say how it is spread.
 */
import { parseArgs } from 'node:util';
import { writeHistory } from './write-history.ts';

const number = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { ...number, default: '100000' },
    seed: { ...number, default: '1' },
    agencies: number,
    projects: number,
    lines: number,
    years: number,
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('Expected the folder to write to.');
const given = Object.entries({ ...values, seed: undefined }).filter(([, value]) => value !== undefined);
const sizes = Object.fromEntries(given.map(([name, value]) => [name, Number(value)]));
const started = performance.now();
let told = 0;
const progress = (count: number): void => {
  if (count - told < 100_000) return;
  told = count;
  process.stderr.write(`${count.toLocaleString('en')} events\n`);
};
const { events } = await writeHistory(folder, { events: 0, ...sizes, seed: values.seed }, { progress });
const seconds = (performance.now() - started) / 1000;
process.stdout.write(`${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s\n`);
