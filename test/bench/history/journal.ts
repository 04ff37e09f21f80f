import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { type AccountEvent, type Measure, type Movement, movementsOf } from '#budget';
import { openSqliteEventStore, type RecordedEvent } from '#event-store';
import {
  type CivilDate,
  type FiscalYear,
  fiscalYearOf,
  formatBaht,
  negate,
  quarterOf,
  quarterRange,
  type Satang,
  sum,
  THAI_CALENDAR,
} from '#kernel';
import { ledgerBook } from '#verification';

/** What a quarterly report adds up, by the name of its accounts in the journal. */
export const JOURNAL_ACCOUNTS = {
  Budget: 'budget',
  Plan: 'plan',
  PreCommitted: 'pre-committed',
  Committed: 'committed',
  Disbursed: 'disbursed',
} as const satisfies Readonly<Record<string, Measure>>;

const NAMES = new Map(Object.entries(JOURNAL_ACCOUNTS).map(([name, measure]) => [measure as Measure, name]));
const CHUNK = 1 << 20;

/**
 * Writes the money of a data folder as a plain-text journal for the programs `ledger` and `hledger`: a transaction for
 * every event that moves a report, each amount against the account `Balance`. So this gives the quarterly report:
 *
 *   ledger -f FILE register --quarterly ^Disbursed ^Committed
 *   hledger -f FILE balance --quarterly ^Disbursed ^Committed
 *
 * Accounts are `Measure:organisation:fiscal year:project:fund source:category`. The quarters of the calendar are those of a
 * fiscal year that begins in October. Memory stays flat. Answers how many postings there are, those against `Balance`
 * left out.
 */
export async function equalJournal(folder: string, file: string): Promise<number> {
  const store = openSqliteEventStore({ file: path.join(folder, 'ledger.sqlite'), readOnly: true });
  const stream = createWriteStream(file);
  let [postings, text] = [0, 'commodity THB\n    format 1000.00 THB\n'];
  try {
    for await (const event of store.readAll({ filter: { streamPrefixes: ['budgetaccount-'] } })) {
      for (const transaction of transactionsOf(event)) {
        postings += transaction.postings.length;
        text += print(transaction);
      }
      if (text.length < CHUNK) continue;
      if (!stream.write(text)) await once(stream, 'drain');
      text = '';
    }
    stream.end(text);
    await once(stream, 'finish');
  } finally {
    await store.close();
  }
  return postings;
}

interface Transaction {
  readonly date: CivilDate;
  readonly title: string;
  readonly postings: readonly { readonly account: string; readonly amount: Satang }[];
}

/** One for the day on which the event takes effect, and one for every other quarter that it plans. */
function transactionsOf(event: RecordedEvent): Transaction[] {
  const [organisation = '', year = '', project = ''] = event.stream.slice('budgetaccount-'.length).split('.');
  const fiscalYear = Number(year) as FiscalYear;
  const read = ledgerBook.catalogue.read(event) as AccountEvent;
  const byDate = new Map<CivilDate, { account: string; amount: Satang }[]>();
  for (const movement of movementsOf(read, THAI_CALENDAR, fiscalYear)) {
    const name = NAMES.get(movement.measure);
    if (name === undefined) continue;
    const { fundSource = 'all', category = 'all' } = movement.line ?? {};
    const account = [name, organisation, year, project, fundSource, category].join(':');
    const date = dateIn(movement, read.effectiveOn, fiscalYear);
    byDate.set(date, [...(byDate.get(date) ?? []), { account, amount: movement.amount }]);
  }
  const title = `${event.type} ${event.position}`;
  return [...byDate].map(([date, postings]) => ({ date, title, postings }));
}

/** The day of the event where it lies in the quarter that moves, else the first day of that quarter. */
function dateIn({ quarter }: Movement, effectiveOn: CivilDate, year: FiscalYear): CivilDate {
  const isThere =
    quarter === 'after' ||
    (fiscalYearOf(effectiveOn, THAI_CALENDAR) === year && quarterOf(effectiveOn, THAI_CALENDAR) === quarter);
  return isThere ? effectiveOn : quarterRange(year, quarter, THAI_CALENDAR).first;
}

function print({ date, title, postings }: Transaction): string {
  const balance = negate(sum(postings.map(({ amount }) => amount)));
  const lines = [...postings, { account: 'Balance', amount: balance }];
  return `\n${date} ${title}\n${lines.map(({ account, amount }) => `    ${account}  ${formatBaht(amount)} THB\n`).join('')}`;
}
