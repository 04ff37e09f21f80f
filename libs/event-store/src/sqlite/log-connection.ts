import type { DatabaseSync } from 'node:sqlite';
import { JournalCopier } from '#sqlite';
import { openLedgerFile } from './open-ledger-file.ts';
import { reopeningFailure } from './sqlite-errors.ts';
import { SqliteLog } from './sqlite-log.ts';

/** Keeps the one connection to a ledger file; it can be dropped after a failure and opens again when asked. */
export class LogConnection {
  /** Path of the file. */
  readonly file: string;
  readonly #readOnly: boolean;
  #log: SqliteLog | undefined;

  constructor(file: string, readOnly: boolean) {
    this.file = file;
    this.#readOnly = readOnly;
    this.#log = this.#open();
  }

  current(): SqliteLog {
    return (this.#log ??= this.#reopen());
  }

  drop(): void {
    const log = this.#log;
    this.#log = undefined;
    log?.close();
  }

  protected openFile(): DatabaseSync {
    return openLedgerFile(this.file, this.#readOnly);
  }

  #reopen(): SqliteLog {
    try {
      return this.#open();
    } catch (error) {
      throw reopeningFailure(error);
    }
  }

  #open(): SqliteLog {
    const [database, file] = [this.openFile(), this.file];
    const copier = this.#readOnly ? undefined : new JournalCopier(database, { file });
    return new SqliteLog(database, file, copier);
  }
}
