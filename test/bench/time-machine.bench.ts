import { type CivilDate, streams } from '#kernel';
import type { Bench } from './harness/bench.ts';
import { figure, valueAtMost } from './harness/figure.ts';
import { inTurn, mapValues, percentileOf } from './harness/in-turn.ts';
import { buildLog, projectorOf } from './support/ledger.ts';
import { LAST_YEAR, ORGANISATION, PROJECTS, YEARS } from './support/postings.ts';
import { Questions } from './support/questions.ts';
import { inScratchFolder } from './support/scratch-folder.ts';

const PROJECT = 'P01';
const account = streams.budgetAccount(ORGANISATION, LAST_YEAR, PROJECT);
const organisation = streams.organisation(ORGANISATION);
const day = (text: string) => text as CivilDate;

const bench: Bench = {
  asks: 'Is the past as fast as the present? One account with many events, at points of both axes.',
  run: (context) =>
    inScratchFolder(async (folder) => {
      const events = context.number('events', 10_000, 100);
      const store = await buildLog(folder, events * YEARS.length * PROJECTS.length, ({ stream }) =>
        [account, organisation].includes(stream),
      );
      const projector = projectorOf(folder, store);
      await projector.catchUp();
      const head = projector.checkpoint ?? 0n;
      context.note(`${head} events on one account`);
      const questions = new Questions(projector);
      const past = (repetition: number) => (head * BigInt((repetition * 389) % 1000)) / 1000n;
      const times = context.quick ? 3 : 200;
      const asked = {
        'state of an account, now': () => questions.account(PROJECT, head),
        'as known at a past position': (n: number) => questions.account(PROJECT, past(n)),
        'effective to the end of a quarter': () => questions.account(PROJECT, head, day('2026-03-31')),
        'effective to a day within a quarter': () => questions.account(PROJECT, head, day('2026-05-15')),
        'both axes at once': (n: number) => questions.account(PROJECT, past(n), day('2026-05-15')),
      };
      const runs = await inTurn(
        context,
        mapValues(asked, (ask) => percentileOf(99, times, ask)),
      );
      projector.close();
      await store.close();
      const ceiling = runs['state of an account, now'];
      return Object.entries(runs).map(([name, own]) =>
        figure({ name: `${name}, p99`, unit: 'ms', runs: own, ceiling, target: valueAtMost(20) }),
      );
    }),
};

export default bench;
