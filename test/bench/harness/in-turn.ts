import type { BenchContext } from './bench.ts';
import { percentile } from './statistics.ts';

/** Does a piece of work once and says its figure, such as how many per second. */
export type Work = () => number | Promise<number>;

/**
 * The figures of each work over all runs, after one run that counts for nothing. Every run does all works in turn, so
 * that a slow moment of the machine falls on all of them. With one run, as in a test, nothing is warmed up.
 */
export async function inTurn<Name extends string>(
  { rounds }: Pick<BenchContext, 'rounds'>,
  works: Readonly<Record<Name, Work>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = rounds === 1 ? 1 : 0; round <= rounds; round += 1) {
    for (const name of names) {
      globalThis.gc?.();
      const value = await works[name]();
      if (round > 0) figures[name].push(value);
    }
  }
  return figures;
}

/** How many per second of something that is done and counted. */
export const perSecond =
  (work: () => number | Promise<number>): Work =>
  async () => {
    const started = performance.now();
    const done = await work();
    return (done * 1000) / (performance.now() - started);
  };

/** The percentile of the milliseconds that so many repetitions took, each for itself. */
export const percentileOf =
  (hundredths: number, repetitions: number, work: (repetition: number) => unknown): Work =>
  async () => {
    const taken: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const started = performance.now();
      await work(repetition);
      taken.push(performance.now() - started);
    }
    return percentile(taken, hundredths);
  };

/** The same works under the same names, each turned into another. */
export const mapValues = <Name extends string, From, To>(
  values: Readonly<Record<Name, From>>,
  to: (value: From) => To,
): Record<Name, To> =>
  Object.fromEntries(Object.entries<From>(values).map(([name, value]) => [name, to(value)])) as Record<
    Name,
    To
  >;
