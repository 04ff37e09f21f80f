import { createHash } from 'node:crypto';
import type { Published } from './published.ts';
import type { Located, Table } from './source/read-table.ts';

/** What a report says, as digests: of its own rows, and of the quarters when it was the newest of its folder. */
export interface ReportDigest {
  readonly own: string;
  readonly quarters?: string | undefined;
}

/**
 * The order of rows and columns, and columns that are not taken over, make no difference. The names of the
 * rows' fields are part of the digest: ledgers hold it, so they never change.
 */
export function digestOf(published: Published, report: string, newest: boolean): ReportDigest {
  const { reports, summary, kpiPlan, kpiResults, projectStatus, quarterly } = published;
  const mine = <Row extends { readonly report: string }>({ rows, ...table }: Table<Row>): Table<Row> => ({
    ...table,
    rows: rows.filter((row) => row.report === report),
  });
  const own = [mine(reports), mine(summary), mine(kpiPlan), mine(kpiResults), mine(projectStatus)];
  return { own: digest(own), quarters: newest ? digest([quarterly]) : undefined };
}

const digest = (tables: readonly Table<object>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(tables.map(({ rows }) => rows.map(plain).sort())))
    .digest('hex');

function plain(row: Partial<Located>): string {
  const { file, line: _, ...content } = row;
  return JSON.stringify([file, Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** As it stands in the ledger: `sha256:<own>`, and ` quarterly:<quarters>` of the newest. */
export const printDigest = ({ own, quarters }: ReportDigest): string =>
  quarters === undefined ? `sha256:${own}` : `sha256:${own} quarterly:${quarters}`;

const PRINTED = /^sha256:([0-9a-f]{64})(?: quarterly:([0-9a-f]{64}))?$/;

/** Which table says something else than what the ledger took over; nothing when none does. */
export function differingTable(
  recorded: string | undefined,
  now: ReportDigest,
): 'own' | 'quarters' | undefined {
  const [, own, quarters] = PRINTED.exec(recorded ?? '') ?? [];
  if (own !== now.own) return 'own';
  if (quarters !== undefined && now.quarters !== undefined && quarters !== now.quarters) return 'quarters';
  return undefined;
}
