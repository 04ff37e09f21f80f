import { inTransaction, isUnavailable, type Pool, UnknownCommit } from '#postgres';
import type { LastRead } from '../projections-file.ts';
import type { TableChange } from './changed-rows.ts';
import { lookAtCheckpoint, moveCheckpoint, type Outcome } from './registry.ts';
import { writeChanges } from './write-changes.ts';

/** A page of changes on its way into a schema. */
export interface Page {
  readonly schema: string;
  readonly from: bigint | undefined;
  readonly to: LastRead;
  readonly changes: readonly TableChange[];
}

export interface Written {
  readonly outcome: Outcome;
  readonly rows: number;
}

/** Somebody else moved the checkpoint; what was done so far is taken back. */
class Lost extends Error {
  constructor() {
    super('the checkpoint did not stand where it was expected');
  }
}

/**
 * Rows and checkpoint in one transaction. The checkpoint moves first and only from where it is expected: whoever comes
 * second touches no row. When the answer to the COMMIT is lost the checkpoint is read again; throws `UnknownCommit`
 * while that cannot be done either.
 */
export async function writePage(pool: Pool, page: Page): Promise<Written> {
  const { schema, from, to } = page;
  try {
    const rows = await inTransaction(pool, async (client) => {
      if (!(await moveCheckpoint(client, { schema, from, to }))) throw new Lost();
      return writeChanges(client, schema, page.changes);
    });
    return { outcome: 'advanced', rows };
  } catch (error) {
    if (!(error instanceof Lost) && !(error instanceof UnknownCommit)) throw error;
    return { outcome: await outcomeOf(pool, page, error), rows: 0 };
  }
}

async function outcomeOf(pool: Pool, page: Page, cause: Error): Promise<Outcome> {
  let found: Outcome | 'unmoved';
  try {
    found = await lookAtCheckpoint(pool, page);
  } catch (error) {
    if (cause instanceof UnknownCommit && isUnavailable(error)) throw cause;
    throw error;
  }
  // Nothing was committed, and nobody else was there: the caller tries again from the same place.
  if (found === 'unmoved') throw cause;
  return found;
}
