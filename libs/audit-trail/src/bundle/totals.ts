import { compareText } from '#kernel';
import { z } from 'zod';
import { BundleFolder } from './bundle-folder.ts';
import { TOTALS } from './manifest.ts';

/** What moved in one quarter of one project, as known at the last event: decimal strings in baht. */
export interface TotalsRow {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
  readonly quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'after';
  readonly plan: string;
  readonly budget: string;
  readonly committed: string;
  readonly disbursed: string;
}

const baht = z.string().regex(/^(?!-0\.00$)-?(?:0|[1-9][0-9]{0,15})\.[0-9]{2}$/);

const row = z.strictObject({
  organisation: z.string(),
  fiscalYear: z.int().min(0),
  project: z.string(),
  quarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'after']),
  plan: baht,
  budget: baht,
  committed: baht,
  disbursed: baht,
});

/** A row a line, so that a finding can name the line. */
export function formatTotals(rows: readonly TotalsRow[]): string {
  if (rows.length === 0) return '[]\n';
  const lines = rows.map(
    ({ organisation, fiscalYear, project, quarter, plan, budget, committed, disbursed }) =>
      JSON.stringify({ organisation, fiscalYear, project, quarter, plan, budget, committed, disbursed }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}

/** The line of a row of `totals.json`, by its place from 0. */
export const lineOfTotals = (place: number): number => place + 2;

/** Reads the totals; the text says what is wrong with them. */
export function parseTotals(text: string): readonly TotalsRow[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'they are not JSON';
  }
  const { success, data, error } = z.array(row).safeParse(value);
  if (!success) return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  if (formatTotals(data) !== text) return 'they are not spelt as they must be';
  const unsorted = data.findIndex((each, at) => at > 0 && inTotalsOrder(data[at - 1] ?? each, each) >= 0);
  return unsorted < 0 ? data : `line ${lineOfTotals(unsorted)} does not come after the one in front of it`;
}

/** The totals of a bundle, as far as they can be read; `verifyBundle` tells when they cannot. */
export async function readTotals(folder: string): Promise<readonly TotalsRow[] | undefined> {
  const text = await new BundleFolder(folder).text(TOTALS);
  const rows = text === undefined ? undefined : parseTotals(text);
  return typeof rows === 'string' ? [] : rows;
}

/** What a row of totals is about. */
type TotalsPlace = Pick<TotalsRow, 'organisation' | 'fiscalYear' | 'project' | 'quarter'>;

/** The order of the rows: by organisation, fiscal year, project and quarter. */
export function inTotalsOrder(a: TotalsPlace, b: TotalsPlace): number {
  return (
    compareText(a.organisation, b.organisation) ||
    a.fiscalYear - b.fiscalYear ||
    compareText(a.project, b.project) ||
    compareText(a.quarter, b.quarter)
  );
}
