import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inScratchFolder } from '../support/scratch-folder.ts';
import { asked, usage } from './arguments.ts';
import { type BenchOptions, contextOf } from './bench.ts';
import { exitCodeOf, type Figure, rowOf } from './figure.ts';
import { interruptible } from './interruptible.ts';
import { machine } from './machine.ts';
import { othersBetween, ticks } from './others.ts';
import { runBench } from './run-bench.ts';
import { figuresTable } from './table.ts';

const FOLDER = path.join(import.meta.dirname, '..');
const SUFFIX = '.bench.ts';

/** Every benchmark that there is, by name. */
export const benchNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

/**
 * Runs the benches that were asked for, one after the other, each in a process of its own. Tables go to standard output,
 * or with `--json` the list of rows alone; progress goes to standard error. Answers the exit code: 1 when a target was
 * missed by more than the noise, 2 when a bench did not come to its end, above 128 when it was interrupted.
 */
export async function runBenches(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(`${usage(benchNames())}\n`);
    return 0;
  }
  const { names, json, jsonFile, options } = asked(argv, benchNames());
  const say = (text: string): void => void (json ? process.stderr : process.stdout).write(`${text}\n`);
  const { figures, broken, interrupted } = await inScratchFolder((folder) =>
    interruptible((signal) => runAll({ names, options, folder, signal, say })),
  );
  if (interrupted !== undefined) return interrupted;
  const list = `${JSON.stringify(figures.map(rowOf), undefined, 2)}\n`;
  if (json) process.stdout.write(list);
  if (jsonFile !== undefined) writeFileSync(jsonFile, list);
  if (broken > 0) return 2;
  // Figures of tiny sizes tell nothing of speed.
  if (options.quick) return 0;
  const missed = figures.filter(({ missedByMoreThanNoise }) => missedByMoreThanNoise);
  for (const { name, target } of missed) say(`missed by more than the noise: ${name}, ${target ?? ''}`);
  return exitCodeOf(figures);
}

const mediansOver = (rounds: number): string =>
  rounds === 1
    ? 'one run without one to warm up: it tells that a benchmark works, not how fast anything is'
    : `medians over ${rounds} runs after one to warm up; each ratio is of figures of one run`;

interface Run {
  readonly names: readonly string[];
  readonly options: BenchOptions;
  /** All that the benches make lies here, and is gone with the run. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

interface Told {
  readonly figures: readonly Figure[];
  /** How many benches did not come to their end. */
  readonly broken: number;
}

async function runAll({ names, options, folder, signal, say }: Run): Promise<Told> {
  say(`${await machine()}\n${mediansOver(contextOf(options, say).rounds)}`);
  const figures: Figure[] = [];
  let broken = 0;
  // What one bench made for itself the next one need not make again.
  const shared = { ...options, given: { cache: path.join(folder, 'cache'), ...options.given } };
  for (const name of names) {
    if (signal.aborted) break;
    say(`\n## ${name}\n`);
    const from = ticks();
    try {
      const own = await runBench(path.join(FOLDER, `${name}${SUFFIX}`), { options: shared, folder, signal });
      if (own.length > 0) say(figuresTable(own));
      const to = ticks();
      if (from && to) say(`\nothers took ${othersBetween(from, to)} % of the processors meanwhile`);
      figures.push(...own.map((each) => ({ ...each, name: `${name}: ${each.name}` })));
    } catch (error) {
      broken += 1;
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return { figures, broken };
}
