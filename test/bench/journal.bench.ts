import path from 'node:path';
import type { Bench } from './harness/bench.ts';
import { figure, valueAtMost } from './harness/figure.ts';
import { inTurn, percentileOf } from './harness/in-turn.ts';
import { Asked, fewer } from './service/asked.ts';
import { copyOfHistory, factsOf } from './service/kept-history.ts';
import { questionsAbout } from './service/questions.ts';
import { Service } from './service/service.ts';
import type { Question as Address } from './support/all-questions.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const bench: Bench = {
  asks: 'How long does a page of the journal take, whatever it is filtered by?',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const events = context.number('postings', 100_000, 400);
      const data = path.join(folder, 'history');
      await copyOfHistory(context, events, data, 'modelled');
      const service = await Service.start({ data });
      await service.ready();
      const asked = await Asked.of(service);
      try {
        const isAsked = ({ kind }: Address): boolean => kind === 'journal';
        const questions = await questionsAbout(service, factsOf(events), isAsked);
        const names = fewer(context, Object.keys(questions));
        const times = context.quick ? 1 : 50;
        const works = Object.fromEntries(
          names.map((name) => [name, percentileOf(99, times, (n) => asked.get(questions[name]?.(n) ?? ''))]),
        );
        const runs = await inTurn(context, works);
        return Object.entries(runs).map(([name, own]) =>
          figure({ name: `${name}: p99`, unit: 'ms', runs: own, target: valueAtMost(30) }),
        );
      } finally {
        asked.close();
        await service.stop();
      }
    }),
};

export default bench;
