import type { TotalsRow } from '#audit-trail';
import type { Finding } from '../finding.ts';
import { keyOf, TOTAL_MEASURES } from './totals-table.ts';

const NOTHING = { plan: '0.00', budget: '0.00', committed: '0.00', disbursed: '0.00' } as const;

/** Where the totals were reported. */
export interface ReportedIn {
  readonly file: string;
  /** The line of a row by its place, where the file has one of its own for each. */
  readonly lineOf?: ((place: number) => number) | undefined;
}

/** Where the totals that were reported are not those that the events add up to. A row that is missing says zero. */
export function compareTotals(
  reported: readonly TotalsRow[],
  replayed: readonly TotalsRow[],
  { file, lineOf }: ReportedIn,
): Finding[] {
  const [said, found] = [byKey(reported), byKey(replayed)];
  const lines = new Map(lineOf && reported.map((row, place) => [keyOf(row), lineOf(place)]));
  return [...new Set([...found.keys(), ...said.keys()])].flatMap((key) => {
    const line = lines.get(key);
    const place = found.get(key) ?? said.get(key);
    const [saying, finding] = [said.get(key) ?? NOTHING, found.get(key) ?? NOTHING];
    const wrong = TOTAL_MEASURES.filter((measure) => saying[measure] !== finding[measure]).map(
      (measure) => `${measure} is ${saying[measure]} and the events add up to ${finding[measure]}`,
    );
    if (!place || wrong.length === 0) return [];
    const { organisation, fiscalYear, project, quarter } = place;
    return {
      code: 'totals-differ',
      file,
      ...(line === undefined ? {} : { line }),
      stream: `budgetaccount-${organisation}.${fiscalYear}.${project}`,
      message: `${quarter}: ${wrong.join('; ')}.`,
    };
  });
}

const byKey = (rows: readonly TotalsRow[]): ReadonlyMap<string, TotalsRow> =>
  new Map(rows.map((row) => [keyOf(row), row]));
