import type { AnswerOf } from '../../api/use-answer.ts';

type Documents = AnswerOf<'/api/v1/states/documents'>;
export type DocumentList = Extract<Documents, { readonly rows: unknown }>;
export type DocumentLife = Extract<Documents, { readonly steps: unknown }>;
export type DocumentRow = DocumentList['rows'][number];

/** A stage in the life of a document, with the days until the next one. */
export interface LifeStage {
  readonly row: DocumentRow;
  readonly daysToNext: number | undefined;
}

const DAY_MS = 86_400_000;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

const nameOf = ({ stage, document }: DocumentRow): string => `${stage} ${document}`;

/** Documents as life lines: each that draws on no other, with all that draw on it, by their date. */
export function lifeLines(rows: readonly DocumentRow[]): LifeStage[][] {
  const byName = Map.groupBy(rows, nameOf);
  const isRoot = ({ draws_on }: DocumentRow) => draws_on === undefined || !byName.has(draws_on);
  const seen = new Set<string>();
  return rows
    .filter((row) => {
      const isFirst = isRoot(row) && !seen.has(nameOf(row));
      if (isFirst) seen.add(nameOf(row));
      return isFirst;
    })
    .map((root) => withDays(chainOf(root, rows)))
    .sort((a, b) => ((a[0]?.row.made_on ?? '') < (b[0]?.row.made_on ?? '') ? -1 : 1));
}

/** A document and all that draw on it; lines of one document count once. */
function chainOf(root: DocumentRow, rows: readonly DocumentRow[]): DocumentRow[] {
  const chain = new Map([[nameOf(root), root]]);
  // A map goes on through what is added while it is walked.
  for (const name of chain.keys()) {
    for (const row of rows) if (row.draws_on === name && !chain.has(nameOf(row))) chain.set(nameOf(row), row);
  }
  return [...chain.values()];
}

function withDays(chain: readonly DocumentRow[]): LifeStage[] {
  const dated = chain.toSorted((a, b) => (a.made_on < b.made_on ? -1 : a.made_on > b.made_on ? 1 : 0));
  return dated.map((row, index) => {
    const next = dated[index + 1];
    return { row, daysToNext: next && daysBetween(row.made_on, next.made_on) };
  });
}
