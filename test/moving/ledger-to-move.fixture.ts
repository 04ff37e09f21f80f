import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leafHash } from '#audit-trail';
import { encodeCanonical, openSqliteEventStore } from '#event-store';
import { obligoWith, PASSWORD, type Ran, SAMPLE } from '../../apps/cli/testing/obligo.fixture.ts';

/** A command line that must be done. */
export async function must(...words: readonly string[]): Promise<Ran> {
  const ran = await obligoWith({ stdin: () => Promise.resolve(PASSWORD) }, ...words);
  if (ran.code !== 0) throw new Error(`obligo ${words.join(' ')} ended with ${ran.code}: ${ran.err}`);
  return ran;
}

/** What a move says to other programs of itself. */
export interface Summary {
  readonly final: boolean;
  readonly origin: string;
  readonly ledger: {
    readonly events: number;
    readonly added: number;
    readonly proven: number;
    readonly root: string;
  };
  readonly access: { readonly root: string };
  readonly files: { readonly carried: readonly string[]; readonly kept: readonly string[] };
}

/** A move that must be done. */
export async function moved(...words: readonly string[]): Promise<Summary> {
  return JSON.parse((await must('move', ...words, '--json')).out) as Summary;
}

/** An order under an idempotency key of its own. */
export const order = (data: string, number: string, ...more: readonly string[]): readonly string[] => [
  ...['commitment', 'make', '--data', data, '--organisation', 'etda', '--fiscal-year', '2569'],
  ...['--project', 'P02', '--fund-source', 'annual-appropriation', '--category', 'unclassified'],
  ...['--commitment', number, '--amount', '1200.50', '--effective-on', '2026-05-04'],
  ...['--idempotency-key', `order-${number}`, ...more],
];

/** An order over HTTP under its number as idempotency key; the status of the answer. */
export async function postOrder(url: string, token: string, number: string): Promise<number> {
  const path = '/api/v1/budget-accounts/2569/P02/commitments?organisation=etda';
  const reply = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': number,
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({
      commitment: number,
      line: { fundSource: 'annual-appropriation', category: 'unclassified' },
      amount: '10.00',
      effectiveOn: '2026-05-05',
    }),
  });
  return reply.status;
}

/** A sealed ledger: the sample, orders under keys, a report that was published, and an administrator. */
export async function ledgerToMove(data: string): Promise<void> {
  await must('import', SAMPLE, '--data', data);
  for (const number of ['PO-1', 'PO-2', 'PO-3']) await must(...order(data, number));
  await must(
    ...['quarterly-report', 'publish', '--data', data, '--fiscal-year', '2569', '--report', 'Q1-2569'],
    ...['--number', 'Q1-2569', '--effective-on', '2026-04-05', '--reason', 'For the board'],
    ...['--template', 'summary', '--without-pdf', 'true'],
  );
  await must('set-up', '--data', data, '--name', 'admin', '--password-file', '-');
}

const MOMENTS = ['2025-12-30', '2026-03-31', '100', '190', '267', '269'];
const QUESTIONS = [
  ['report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q1'],
  ['report', 'quarterly', '--fiscal-year', '2569', '--quarter', 'Q2', '--by-quarter'],
];

/** What a ledger answers, by question: the quarterly reports as known at several moments, as CSV and as JSON. */
export async function answersOf(data: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const question of QUESTIONS) {
    for (const moment of MOMENTS) {
      for (const form of ['--csv', '--json']) {
        const asked = [...question, '--known-at', moment, form];
        answers.set(asked.join(' '), (await must(...asked, '--data', data)).out);
      }
    }
  }
  answers.set('journal', (await must('journal', '--csv', '--data', data)).out);
  return answers;
}

/** Every event of a log with its position and its leaf, and every answer that is kept, byte for byte. */
export async function contentOf(file: string): Promise<readonly string[]> {
  const store = openSqliteEventStore({ file });
  const lines: string[] = [];
  for await (const event of store.readAll()) {
    lines.push(`${event.position} ${event.stream}@${event.revision} ${leafHash(event).toString('hex')}`);
  }
  for await (const { key, inputHash, answer, position, recordedAt } of store.readCommands()) {
    lines.push(Buffer.from(encodeCanonical({ key, inputHash, answer, position, recordedAt })).toString());
  }
  await store.close();
  return lines;
}

/** The content of both logs of a data folder. */
export const contentOfFolder = async (data: string) => ({
  ledger: await contentOf(join(data, 'ledger.sqlite')),
  access: await contentOf(join(data, 'access-log.sqlite')),
});

/** The digest of each file in a folder; locks say nothing. */
export function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('owner'),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}
