/** What a posting costs on top of the disk: durable commits of one bare row, against postings of every sort. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AccountCommand, budgetAccount } from '#budget';
import { openSqliteEventStore } from '#event-store';
import { type CivilDate, type Instant, parseBaht, streams } from '#kernel';
import { type Posting, posting, type PostingContext, Recorder } from '#posting';
import { catalogue, LAST_YEAR, ORGANISATION } from './support/postings.ts';
import { inScratchFolder } from './support/scratch-folder.ts';
import { compare, option, printMachine, printTable } from './support/timing.ts';

const count = Number(option('postings', '1000'));
const AT_ONCE = 64;
const line = { fundSource: 'annual-appropriation', category: 'operating' };
const effectiveOn = '2025-11-15' as CivilDate;

let keys = 0;
const context = (): PostingContext => ({
  organisation: ORGANISATION,
  actor: 'bench',
  idempotencyKey: `bench-${(keys += 1)}`,
});

const to = (project: string, command: AccountCommand): Posting =>
  posting(budgetAccount, streams.budgetAccount(ORGANISATION, LAST_YEAR, project), command);

const payment = (project: string): Posting =>
  to(project, {
    type: 'disburse',
    disbursement: `DV-${(keys += 1)}`,
    line,
    amount: parseBaht('1.25'),
    effectiveOn,
  });

/** Durable commits of one small row each, one after the other, with the settings of the ledger. */
async function bareCommits(folder: string): Promise<number> {
  const database = new DatabaseSync(path.join(folder, 'bare.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE IF NOT EXISTS row (content BLOB NOT NULL)');
  const insert = database.prepare('INSERT INTO row VALUES (?)');
  for (let index = 0; index < count; index += 1) insert.run(Buffer.alloc(600));
  database.close();
  return count;
}

async function fund(recorder: Recorder, project: string): Promise<void> {
  const opening: AccountCommand = {
    type: 'open-account',
    organisation: ORGANISATION,
    fiscalYear: LAST_YEAR,
    project,
    name: project,
    effectiveOn,
  };
  const budget: AccountCommand = { type: 'allocate', line, amount: parseBaht('1000000000.00'), effectiveOn };
  await recorder.postAll([to(project, opening), to(project, budget)], context());
}

/** So many officers, each posting one payment after the other. */
async function officers(recorder: Recorder, projectOf: (officer: number) => string): Promise<number> {
  const each = Math.ceil(count / AT_ONCE);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, officer) => {
      for (let index = 0; index < each; index += 1)
        await recorder.post(payment(projectOf(officer)), context());
    }),
  );
  return each * AT_ONCE;
}

await inScratchFolder(async (folder) => {
  printMachine();
  const store = openSqliteEventStore({ file: path.join(folder, 'ledger.sqlite') });
  const recorder = new Recorder({ store, catalogue, clock: () => new Date().toISOString() as Instant });
  const projects = Array.from({ length: AT_ONCE }, (_, index) => `B${index}`);
  for (const project of [...projects, 'ONE', 'HOT', 'BULK']) await fund(recorder, project);
  const table = await compare([
    ['bare durable commits, one after the other', () => bareCommits(folder)],
    [
      'postings, one after the other',
      async () => {
        for (let index = 0; index < count; index += 1) await recorder.post(payment('ONE'), context());
        return count;
      },
    ],
    [
      `postings, ${AT_ONCE} at once on as many accounts`,
      () => officers(recorder, (officer) => projects[officer] as string),
    ],
    [`postings, ${AT_ONCE} at once on one account`, () => officers(recorder, () => 'HOT')],
    [
      'postings in one document, all or nothing',
      async () => {
        const all = Array.from({ length: count }, () => payment('BULK'));
        await recorder.postAll(all, context());
        return count;
      },
    ],
  ]);
  await store.close();
  console.log(`${count.toLocaleString('en')} postings a round; medians over 5 rounds.\n`);
  printTable(['work', 'per second', 'ratio'], table);
});
