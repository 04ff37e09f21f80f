import type { DatabaseSync } from 'node:sqlite';
import { openLedgerFile } from './open-ledger-file.ts';
import { SqliteLog } from './sqlite-log.ts';

/** Keeps the one connection to a ledger file; it can be dropped after a failure and opens again when asked. */
export class LogConnection {
  readonly #file: string;
  readonly #readOnly: boolean;
  #log: SqliteLog | undefined;

  constructor(file: string, readOnly: boolean) {
    this.#file = file;
    this.#readOnly = readOnly;
    this.#log = this.#open();
  }

  current(): SqliteLog {
    return (this.#log ??= this.#open());
  }

  drop(): void {
    const log = this.#log;
    this.#log = undefined;
    log?.close();
  }

  protected openFile(): DatabaseSync {
    return openLedgerFile(this.#file, this.#readOnly);
  }

  #open(): SqliteLog {
    return new SqliteLog(this.openFile(), this.#file);
  }
}
