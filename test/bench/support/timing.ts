import { cpus, totalmem } from 'node:os';
import { digits, median, percentile } from '../harness/statistics.ts';

/** How long something took, in milliseconds. */
export interface Timing {
  readonly p50: number;
  readonly p99: number;
}

const RUNS = 5;

/** Medians over five runs of the median and the 99th percentile of some repetitions, after one run to warm up. */
export function time(repetitions: number, work: (repetition: number) => unknown): Timing {
  once(repetitions, work);
  const runs = Array.from({ length: RUNS }, () => once(repetitions, work));
  return { p50: median(runs.map(({ p50 }) => p50)), p99: median(runs.map(({ p99 }) => p99)) };
}

function once(repetitions: number, work: (repetition: number) => unknown): Timing {
  globalThis.gc?.();
  const taken = Array.from({ length: repetitions }, (_, repetition) => {
    const start = performance.now();
    work(repetition);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { p50: percentile(taken, 50), p99: percentile(taken, 99) };
}

/** Something that is done, and how many of it were done. */
export type Work = readonly [name: string, run: () => Promise<number>];

/**
 * How many per second of each work, and that as a ratio to the first; medians over five rounds after one to warm up.
 * Every round does all works in turn, so that a slow moment of the machine falls on all of them.
 */
export async function compare(works: readonly Work[]): Promise<string[][]> {
  const rates = works.map((): number[] => []);
  for (let round = 0; round <= RUNS; round += 1) {
    for (const [index, [, run]] of works.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      const done = await run();
      if (round > 0) rates[index]?.push((done * 1000) / (performance.now() - start));
    }
  }
  const first = rates[0] ?? [];
  return works.map(([name], index) => {
    const own = rates[index] ?? [];
    const ratios = own.map((rate, round) => rate / (first[round] ?? Number.NaN));
    return [name, digits(median(own)), digits(median(ratios))];
  });
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** What a figure is worth depends on the machine that it was measured on. */
export function printMachine(): void {
  const [cpu] = cpus();
  const { node, sqlite = '?' } = process.versions;
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GiB`);
  console.log(`${process.platform} ${process.arch}, Node ${node}, SQLite ${sqlite}\n`);
}

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`| ${head.join(' | ')} |`);
  console.log(`|${head.map((_, index) => (index === 0 ? ' --- ' : ' ---: ')).join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

/** The value of `--name=value` on the command line. */
export function option(name: string, otherwise: string): string {
  const prefix = `--${name}=`;
  return process.argv.find((given) => given.startsWith(prefix))?.slice(prefix.length) ?? otherwise;
}
