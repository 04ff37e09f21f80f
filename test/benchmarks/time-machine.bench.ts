/** Is the past as fast as the present? One account with many events, asked about at points of both axes. */
import { type CivilDate, streams } from '#kernel';
import { buildLog, projectorOf } from './support/ledger.ts';
import { LAST_YEAR, ORGANISATION, PROJECTS, YEARS } from './support/postings.ts';
import { Questions } from './support/questions.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { digits, option, printMachine, printTable, time } from './support/timing.ts';

const PROJECT = 'P01';
const count = Number(option('events', '10000'));
const account = streams.budgetAccount(ORGANISATION, LAST_YEAR, PROJECT);
const organisation = streams.organisation(ORGANISATION);

printMachine();
await inScratchFolder(async (folder) => {
  const store = await buildLog(folder, count * YEARS.length * PROJECTS.length, ({ stream }) =>
    [account, organisation].includes(stream),
  );
  const projector = projectorOf(folder, store);
  await projector.catchUp();
  const head = projector.checkpoint ?? 0n;
  const questions = new Questions(projector);
  const past = (repetition: number) => (head / 1000n) * BigInt((repetition * 389) % 1000);
  const day = (text: string) => text as CivilDate;
  const asked = [
    ['now', () => questions.account(PROJECT, head)],
    ['as known at a past position', (n: number) => questions.account(PROJECT, past(n))],
    ['effective to the end of a quarter', () => questions.account(PROJECT, head, day('2026-03-31'))],
    ['effective to a day within a quarter', () => questions.account(PROJECT, head, day('2026-05-15'))],
    ['both', (n: number) => questions.account(PROJECT, past(n), day('2026-05-15'))],
  ] as const;
  const timings = asked.map(([question, ask]) => [question, time(200, ask)] as const);
  const [[, now]] = timings as [(typeof timings)[number]];
  console.log(`\n${head} events on one account. Milliseconds; ratio of the medians to now.\n`);
  const rows = timings.map(([question, { p50, p99 }]) => [
    question,
    ...[p50, p99, p50 / now.p50].map(digits),
  ]);
  printTable(['state of an account', 'p50', 'p99', 'ratio'], rows);
  projector.close();
  await store.close();
});
