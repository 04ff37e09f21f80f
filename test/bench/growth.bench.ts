import { type Grown, type Growing, rebuild, verify } from './growth/grow.ts';
import type { Bench, BenchContext } from './harness/bench.ts';
import { type Figure, figure, ratioAtMost } from './harness/figure.ts';
import { keptHistory } from './service/kept-history.ts';

/** How much more an event of a long log may take than one of a short log. */
const LINEAR = 1.2;
/** How much more memory may be held at most: a process takes some time to reach what it needs. */
const FLAT = 1.5;
/** A log that takes minutes is read once. */
const LONG = 500_000;

interface Size {
  readonly events: number;
  readonly folder: string;
}

async function historiesOf(context: BenchContext): Promise<Size[]> {
  const asked = context.numbers('postings', [20_000, 100_000], [150, 300]);
  const sizes: Size[] = [];
  for (const events of [...asked].sort((a, b) => a - b))
    sizes.push({ events, folder: await keptHistory(context, events) });
  return sizes;
}

const WORK: Readonly<Record<Growing, (folder: string) => Promise<Grown>>> = { rebuild, verify };

/** Runs of each size in turn, so that a slow moment falls on all of them. */
async function runsOf(work: Growing, sizes: readonly Size[], rounds: number): Promise<Grown[][]> {
  const runs = sizes.map((): Grown[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { events, folder }] of sizes.entries())
      if (round === 0 || events < LONG) runs[index]?.push(await WORK[work](folder));
  }
  return runs;
}

const ROWS = [
  { what: 'microsecondsAnEvent', name: 'time of an event', unit: 'µs', limit: LINEAR },
  {
    what: 'processorMicrosecondsAnEvent',
    name: 'processor time of an event',
    unit: 'µs',
    limit: LINEAR,
  },
  { what: 'peakMegabytes', name: 'peak memory', unit: 'MB', limit: FLAT },
] as const;

/** Each size against the smallest one. */
function figuresOf(work: Growing, sizes: readonly Size[], runs: readonly Grown[][]): Figure[] {
  const [smallest = []] = runs;
  return sizes.flatMap(({ events }, index) => {
    const own = runs[index] ?? [];
    return ROWS.map(({ what, name, unit, limit }) =>
      figure({
        name: `${work}, ${events.toLocaleString('en')} events: ${name}`,
        unit,
        runs: own.map((run) => run[what]),
        ...(index === 0
          ? {}
          : {
              ceiling: own.map((_, run) => smallest[run]?.[what] ?? Number.NaN),
              target: ratioAtMost(limit),
            }),
      }),
    );
  });
}

const bench: Bench = {
  asks: 'Do rebuilding and verifying take as long for an event of a long log as for one of a short log?',
  async run(context) {
    const sizes = await historiesOf(context);
    const figures: Figure[] = [];
    for (const work of ['rebuild', 'verify'] as const)
      figures.push(...figuresOf(work, sizes, await runsOf(work, sizes, context.rounds)));
    return figures;
  },
};

export default bench;
