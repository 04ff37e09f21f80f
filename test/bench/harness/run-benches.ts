import { fork } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inScratchFolder } from '../support/scratch-folder.ts';
import { asked } from './arguments.ts';
import type { BenchOptions } from './bench.ts';
import { exitCodeOf, type Figure, rowOf } from './figure.ts';
import { machine } from './machine.ts';
import { figuresTable } from './table.ts';

const FOLDER = path.join(import.meta.dirname, '..');
const SUFFIX = '.bench.ts';
const CHILD = path.join(import.meta.dirname, 'bench-child.ts');
const FLAGS = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--expose-gc'];

/** Every benchmark that there is, by name. */
export const benchNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

/**
 * Runs the benches that were asked for, one after the other, each in a process of its own. Tables go to standard output,
 * or with `--json` the list of rows alone; progress goes to standard error. Answers the exit code: 1 when a target was
 * missed by more than the noise, 2 when a bench did not come to its end.
 */
export async function runBenches(argv: readonly string[]): Promise<number> {
  const { names, json, jsonFile, options } = asked(argv, benchNames());
  const say = (text: string): void => void (json ? process.stderr : process.stdout).write(`${text}\n`);
  say(`${await machine()}\nmedians over 5 runs after one to warm up; each ratio is of figures of one run`);
  const { figures, broken } = await inCache(options, (cached) => runAll(names, cached, say));
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

/** What one bench made for itself the next one need not make again; without `--cache` it is gone with the run. */
async function inCache<T>(options: BenchOptions, work: (options: BenchOptions) => Promise<T>): Promise<T> {
  if (options.given['cache'] !== undefined) return work(options);
  return inScratchFolder((cache) => work({ ...options, given: { ...options.given, cache } }));
}

interface Told {
  readonly figures: readonly Figure[];
  /** How many benches did not come to their end. */
  readonly broken: number;
}

async function runAll(
  names: readonly string[],
  options: BenchOptions,
  say: (text: string) => void,
): Promise<Told> {
  const figures: Figure[] = [];
  let broken = 0;
  for (const name of names) {
    say(`\n## ${name}\n`);
    try {
      const own = await runBench(name, options);
      if (own.length > 0) say(figuresTable(own));
      figures.push(...own.map((each) => ({ ...each, name: `${name}: ${each.name}` })));
    } catch (error) {
      broken += 1;
      say(error instanceof Error ? error.message : String(error));
    }
  }
  return { figures, broken };
}

/** The figures of one bench. Rejects when its process ended before it had told them. */
function runBench(name: string, options: BenchOptions): Promise<readonly Figure[]> {
  const child = fork(CHILD, [path.join(FOLDER, `${name}${SUFFIX}`), JSON.stringify(options)], {
    execArgv: FLAGS,
    // What a bench prints beside its figures must not mix with a list that is piped.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let figures: readonly Figure[] | undefined;
    child.on('message', (said) => (figures = said as readonly Figure[]));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0 && figures !== undefined) resolve(figures);
      else
        reject(new Error(`The benchmark ${name} ended with ${signal ?? String(code)} and told no figures.`));
    });
  });
}
