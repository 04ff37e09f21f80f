/** Does the time of an answer grow with the log? The same questions on a short and on a long one. */
import type { Satang } from '#kernel';
import { buildLog, projectorOf } from './support/ledger.ts';
import { PROJECTS } from './support/postings.ts';
import { Questions } from './support/questions.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { digits, option, printMachine, printTable, seconds, time, type Timing } from './support/timing.ts';

const [small = 0, large = 0] = option('postings', '10000,1000000').split(',').map(Number);

function ask(questions: Questions, head: bigint): [question: string, timing: Timing][] {
  const project = (repetition: number) => PROJECTS[repetition % PROJECTS.length] as string;
  /** Somewhere in the last fifth of the log, which is the last fiscal year. */
  const past = (repetition: number) => head - (head / 6000n) * BigInt((repetition * 389) % 1000);
  const between = head - 500n;
  const cell = (repetition: number) =>
    ({ project: project(repetition), measure: 'spent', quarters: ['Q2'] }) as const;
  return [
    ['quarterly report, now', time(200, () => questions.report(head))],
    ['quarterly report, as known at a past position', time(200, (n) => questions.report(past(n)))],
    ['quarterly report by quarter, now', time(200, () => questions.reportByQuarter(head))],
    ['explain: first 100 events of a figure', time(100, (n) => questions.explain(cell(n), 0n, head, 100))],
    ['explain: 100 events from the middle', time(100, (n) => questions.explain(cell(n), past(n), head, 100))],
    ['diff over the last 500 events, each cell explained', time(20, () => questions.diff(between, head))],
    ['journal: first 100 events', time(100, () => questions.journal({}, 0n, head))],
    ['journal: 100 events from the middle', time(100, (n) => questions.journal({}, past(n), head))],
    [
      'journal: 100 events of a project',
      time(100, (n) => questions.journal({ project: project(n) }, past(n), head)),
    ],
    [
      'journal: 100 events of a rare author',
      time(100, () => questions.journal({ actor: 'auditor' }, 0n, head)),
    ],
    [
      'journal: from a business date on',
      time(5, () => questions.journal({ effectiveFrom: '2026-09-01' }, 0n, head)),
    ],
    [
      'journal: of a quarter long ago, the newest first',
      time(100, () =>
        questions.journal({ effectiveFrom: '2022-01-01', effectiveTo: '2022-03-31' }, 0n, head, true),
      ),
    ],
    [
      'journal: by words in a reason or a document',
      time(100, () => questions.journal({ text: '0004242' }, 0n, head)),
    ],
    [
      'journal: by an amount',
      time(100, () =>
        questions.journal({ amountFrom: 123_400 as Satang, amountTo: 123_400 as Satang }, 0n, head),
      ),
    ],
    [
      'journal: a filter that nearly nothing passes',
      time(50, (n) => questions.journal({ project: project(n), text: 'zz', reversed: false }, 0n, head)),
    ],
    [
      'journal: count and sum of a project',
      time(50, (n) => questions.journalSum({ project: project(n) }, head)),
    ],
    ['journal: count and sum of everything', time(20, () => questions.journalSum({}, head))],
    ['outstanding commitments of a project', time(100, (n) => questions.commitments(project(n), past(n)))],
  ];
}

async function measure(count: number): Promise<[question: string, timing: Timing][]> {
  return inScratchFolder(async (folder) => {
    const store = await buildLog(folder, count);
    const projector = projectorOf(folder, store);
    const took = await seconds(() => projector.catchUp());
    const rate = Math.round(count / took).toLocaleString('en');
    console.log(`${count.toLocaleString('en')} postings; projected in ${digits(took)} s (${rate} events/s)`);
    const head = projector.checkpoint ?? 0n;
    const answers = ask(new Questions(projector), head);
    projector.close();
    await store.close();
    return answers;
  });
}

printMachine();
const [short, long] = [await measure(small), await measure(large)];
const rows = short.map(([question, { p50, p99 }], index) => {
  const after = long[index]?.[1] ?? { p50: Number.NaN, p99: Number.NaN };
  return [question, ...[p50, p99, after.p50, after.p99, after.p50 / p50].map(digits)];
});
const [few, many] = [small, large].map((count) => count.toLocaleString('en'));
console.log('\nMilliseconds; medians over 5 runs. Ratio of the medians.\n');
printTable(['question', `${few ?? ''}: p50`, 'p99', `${many ?? ''}: p50`, 'p99', 'ratio'], rows);
