import path from 'node:path';
import type { Bench } from './harness/bench.ts';
import { figure, valueAtMost } from './harness/figure.ts';
import { inTurn, mapValues, percentileOf } from './harness/in-turn.ts';
import { Asked } from './service/asked.ts';
import { copyOfHistory, factsOf } from './service/kept-history.ts';
import { journalQuestions } from './service/questions.ts';
import { Service } from './service/service.ts';
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
        const operator = await service.as('operator');
        const { head } = (await service.ask('status', undefined, operator)) as { readonly head: string };
        const times = context.quick ? 1 : 100;
        const questions = journalQuestions(factsOf(events), Number(head));
        const works = mapValues(questions, (question) =>
          percentileOf(99, times, (repetition) => asked.get(question(repetition))),
        );
        const runs = await inTurn(context, works);
        return Object.entries(runs).map(([name, own]) =>
          figure({ name: `a page, ${name}: p99`, unit: 'ms', runs: own, target: valueAtMost(30) }),
        );
      } finally {
        asked.close();
        await service.stop();
      }
    }),
};

export default bench;
