import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { openLedgerFile } from '../../sqlite/open-ledger-file.ts';
import { ledgerSchemaFault } from '../../sqlite/schema.ts';
import { COPY_TABLES } from './copy-tables.ts';
import { LogCopy } from './log-copy.ts';

describe('the tables of a copy', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.dir, 'ledger.sqlite');
  });
  afterEach(() => folder.remove());

  /** What a verifier says of the file after such a change. */
  function faultAfter(statements: string): string | undefined {
    const database = new DatabaseSync(file);
    try {
      database.exec(statements);
      return ledgerSchemaFault(database);
    } finally {
      database.close();
    }
  }

  it('are as sound as those of a log, and nothing else beside them is', () => {
    LogCopy.open(file, 'obligo').close();
    expect(faultAfter('')).toBeUndefined();
    const late = "CREATE TRIGGER late BEFORE INSERT ON copy_streams BEGIN SELECT RAISE(ABORT, 'late'); END";
    expect(faultAfter(late)).toBe('there is the trigger late, which is no part of a log');
  });

  it('are no part of a log that is a copy of none', () => {
    openLedgerFile(file, false).close();
    expect(faultAfter(COPY_TABLES)).toBe('there is the table copy_of, which is no part of a log');
  });
});
