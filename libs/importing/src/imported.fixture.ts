import { movedBetween } from '#budget';
import { type FiscalYear, quarterRange, QUARTERS, THAI_CALENDAR } from '#kernel';
import { planImport } from './index.ts';
import { LedgerInMemory, million, rowsOf, sampleFiles } from './sample.fixture.ts';

export const FY2569 = 2569 as FiscalYear;
export const sample = sampleFiles();

/** A ledger that has taken the sample over. */
export async function imported(): Promise<LedgerInMemory> {
  const ledger = new LedgerInMemory();
  return ledger.take((await planImport(sample, ledger)).postings);
}

/** What the ledger holds of every project and quarter, beside what the table prints. */
export async function figures(ledger: LedgerInMemory, files = sample): Promise<[unknown, unknown]> {
  const held: unknown[] = [];
  const printed: unknown[] = [];
  for (const row of rowsOf(files, 'quarterly.csv')) {
    const quarter = QUARTERS.find((each) => each === row['quarter']);
    if (!quarter || row['spent_m'] === '') continue;
    const { first, last } = quarterRange(FY2569, quarter, THAI_CALENDAR);
    const state = await ledger.account(FY2569, row['project_code'] ?? '');
    const moved = state && movedBetween(state, first, last);
    const shown = moved && { disbursed: moved.disbursed, committed: moved.committed };
    held.push([row['project_code'], quarter, shown]);
    const [disbursed, committed] = [million(row['disbursed_m']), million(row['committed_m'])];
    printed.push([row['project_code'], quarter, { disbursed, committed }]);
  }
  return [held, printed];
}
