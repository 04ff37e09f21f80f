import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ReadAllOptions, RecordedEvent } from '#event-store';
import { type Projection, ProjectionStopped, Projector } from '#read-models';
import { ledgerBook } from '../books.ts';
import type { Finding, OnFinding } from '../finding.ts';
import { FILES } from '../folder/file-names.ts';
import type { OnProgress } from '../telling.ts';
import type { LogSpan } from '../folder/stored-log.ts';
import { compareTables } from './compare-tables.ts';
import type { RowDifference } from './row-difference.ts';

/** What of the read models can be compared. */
export interface Comparable {
  readonly projections: readonly Projection[];
  /** Whether the file holds nothing else. */
  readonly isWhole: boolean;
  /** The position that they had read up to. */
  readonly upTo: bigint;
}

export interface ReadModelsOptions extends Comparable {
  /** The read models as they are. */
  readonly database: DatabaseSync;
  /** The log in its order, or a part of it; asked more than once. */
  readonly events: (span: LogSpan) => Iterable<RecordedEvent>;
  readonly onFinding: OnFinding;
  readonly onProgress?: OnProgress | undefined;
}

/** Name of the database of the rebuild beside the one that is verified. */
const REBUILT = 'rebuilt';

/** One cause shows in many rows. */
const MOST_OF_A_TABLE = 20;
const BETWEEN = 10_000;

/** Events that are handed on at one go. */
const PAGE = 1_000;

/**
 * Compares every row of the read models with those of a fresh rebuild up to the same event, in a temporary file. The
 * rebuild then goes on to the end of the log: read models that stopped on their way lack what came later.
 */
export async function verifyReadModels(options: ReadModelsOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-verify-'));
  const { projections, isWhole, onFinding } = options;
  let reached: bigint | undefined = options.upTo;
  const store = { readPages: (read?: ReadAllOptions) => pagesUpTo(reached, options, read) };
  const path = join(folder, FILES.projections);
  const { catalogue } = ledgerBook;
  const rebuilt = new Projector({ store, catalogue, projections, path, isScratch: true });
  try {
    await rebuilt.catchUp();
    options.database.prepare(`ATTACH ? AS ${REBUILT}`).run(path);
    const differences = compareTables(options.database, rebuilt.database, { isWhole, attached: REBUILT });
    report(differences, onFinding);
    // What is attached cannot be let go of within a transaction, and its file is removed now.
    options.database.exec(`COMMIT; DETACH ${REBUILT}; BEGIN`);
    reached = undefined;
    await rebuilt.catchUp();
  } catch (error) {
    if (!(error instanceof ProjectionStopped)) throw error;
    onFinding(findingOf(`They cannot be made again: ${error.message}.`));
  } finally {
    rebuilt.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The log up to a position; to its end without one. */
async function* pagesUpTo(
  reached: bigint | undefined,
  { events, onProgress }: ReadModelsOptions,
  { after, limit, upTo }: ReadAllOptions = {},
): AsyncGenerator<readonly RecordedEvent[]> {
  const ends = [reached, upTo === undefined ? undefined : BigInt(upTo)];
  const isBeyond = (position: bigint) => ends.some((end) => end !== undefined && position > end);
  let page: RecordedEvent[] = [];
  let done = 0;
  for (const event of events({ after: after === undefined ? undefined : Number(after), limit })) {
    if (isBeyond(BigInt(event.position))) break;
    page.push(event);
    done += 1;
    if (page.length >= PAGE) {
      yield page;
      page = [];
    }
    if (done % BETWEEN === 0) onProgress?.({ what: `rebuild of ${FILES.projections}`, done });
  }
  if (page.length > 0) yield page;
}

function report(differences: Iterable<RowDifference>, onFinding: OnFinding): void {
  const told = new Map<string, number>();
  for (const { table, key, what } of differences) {
    const before = told.get(table) ?? 0;
    told.set(table, before + 1);
    const row = key === undefined ? '' : `, row ${key}`;
    if (before < MOST_OF_A_TABLE) onFinding(findingOf(`Table ${table}${row}: ${what}.`, table, key));
  }
  for (const [table, count] of told) {
    const more = count - MOST_OF_A_TABLE;
    if (more > 0) onFinding(findingOf(`Table ${table}: ${more} more rows differ.`, table));
  }
}

const findingOf = (message: string, table?: string, key?: string): Finding => ({
  code: 'read-model-differs',
  file: FILES.projections,
  ...(table === undefined ? {} : { table }),
  ...(key === undefined ? {} : { key }),
  message,
});
