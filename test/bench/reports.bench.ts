import path from 'node:path';
import type { Bench, BenchContext } from './harness/bench.ts';
import { type Figure, figure, ratioAtMost, valueAtMost } from './harness/figure.ts';
import { inTurn } from './harness/in-turn.ts';
import { percentile } from './harness/statistics.ts';
import { Asked, fewer, type Question } from './service/asked.ts';
import { copyOfHistory, factsOf } from './service/kept-history.ts';
import { questionsAbout } from './service/questions.ts';
import { Service } from './service/service.ts';
import type { Question as Address } from './support/all-questions.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

/** A service with a history of some size, and what is asked of it: as of now, and as known at past points. */
interface Serving {
  readonly events: number;
  readonly service: Service;
  readonly questions: Readonly<Record<string, Question>>;
}

async function serve(context: BenchContext, events: number, folder: string): Promise<Serving> {
  const data = path.join(folder, `history-${events}`);
  await copyOfHistory(context, events, data, 'modelled');
  const service = await Service.start({ data });
  await service.ready();
  const isAsked = ({ kind }: Address): boolean => kind !== 'journal';
  const questions = await questionsAbout(service, factsOf(events), isAsked);
  return { events, service, questions };
}

interface Served extends Serving {
  readonly asked: Asked;
}

/** Opened when all is made that takes long: the service ends a connection over which nothing comes. */
const connected = async (serving: Serving): Promise<Served> => ({
  ...serving,
  asked: await Asked.of(serving.service),
});

/** Of each question: the milliseconds that half of the answers and that 99 of 100 take at most, in each run. */
async function ask(
  { asked, questions }: Served,
  name: string,
  times: number,
): Promise<{ p50: number; p99: number }> {
  const taken: number[] = [];
  for (let repetition = 0; repetition < times; repetition += 1) {
    const route = questions[name]?.(repetition) ?? '';
    const started = performance.now();
    await asked.get(route);
    taken.push(performance.now() - started);
  }
  return { p50: percentile(taken, 50), p99: percentile(taken, 99) };
}

async function figuresOf(
  context: BenchContext,
  small: Served,
  large: Served,
  name: string,
): Promise<Figure[]> {
  const times = context.quick ? 1 : 50;
  const p99: number[] = [];
  const { short, long } = await inTurn(context, {
    short: async () => (await ask(small, name, times)).p50,
    long: async () => {
      const timing = await ask(large, name, times);
      p99.push(timing.p99);
      return timing.p50;
    },
  });
  const many = large.events.toLocaleString('en');
  // The first run warmed up.
  const runs = p99.slice(-context.rounds);
  return [
    figure({ name: `${name}: p99 at ${many}`, unit: 'ms', runs, target: valueAtMost(20) }),
    figure({
      name: `${name}: p50 at ${many}, against ${small.events.toLocaleString('en')}`,
      unit: 'ms',
      runs: long,
      ceiling: short,
      target: ratioAtMost(1.5),
    }),
  ];
}

const bench: Bench = {
  asks: 'Does the time of an answer grow with the log? Every report, explanation and difference over HTTP, on a short and on a long history.',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const short = await serve(context, context.number('short', 10_000, 300), folder);
      const long = await serve(context, context.number('postings', 100_000, 400), folder);
      const [small, large] = [await connected(short), await connected(long)];
      const figures: Figure[] = [];
      try {
        for (const name of fewer(context, Object.keys(large.questions)))
          figures.push(...(await figuresOf(context, small, large, name)));
        return figures;
      } finally {
        for (const { asked, service } of [small, large]) {
          asked.close();
          await service.stop();
        }
      }
    }),
};

export default bench;
