import { makePrivate } from '../../data-folder/private-file.ts';
import type { PreparedCommand } from '../../log/prepared-append.ts';
import type { PlacedEvent } from '../../log/sequenced-log.ts';
import { openLedgerFile } from '../../sqlite/open-ledger-file.ts';
import { SqliteLog } from '../../sqlite/sqlite-log.ts';
import type { EnvelopedEvent } from '../envelope/envelope.ts';
import { CopyBooks } from './copy-books.ts';
import { copyOfAnother, notACopy } from './copy-refusals.ts';

/** The copy of a log in a SQLite file: the same tables as a log that lives here, and the books of the copy. */
export class LogCopy {
  readonly log: SqliteLog;
  readonly books: CopyBooks;
  #passed: string[] = [];

  private constructor(log: SqliteLog, books: CopyBooks) {
    this.log = log;
    this.books = books;
  }

  /**
   * Opens the copy or begins one. Throws the refusals `file-not-a-copy` and `copy-of-another-log`, and those of a file
   * that is not usable.
   */
  static open(file: string, name: string): LogCopy {
    makePrivate(file);
    const database = openLedgerFile(file, false);
    try {
      // After a loss of power a copy may be behind, never torn: the server has the rest.
      database.exec('PRAGMA synchronous = NORMAL');
      const log = new SqliteLog(database, file);
      const books = new CopyBooks(database);
      if (books.log === undefined && log.placeUpTo()) throw notACopy(file);
      if (books.log === undefined) books.transaction(() => books.beginCopyOf(name));
      else if (books.log !== name) throw copyOfAnother(file, name, books.log);
      return new LogCopy(log, books);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /**
   * Adds the events of one append at the end of the log, in a transaction of the caller. Their times are the running
   * maximum along the log, so that every copy gives the same ones. An append that repeats an identity or a command is
   * not part of the log: no copy takes it.
   */
  deliver(events: readonly EnvelopedEvent[], command: PreparedCommand | undefined): void {
    for (const { id } of events) this.#passed.push(id);
    const isKnown =
      events.some(({ id }) => this.log.findEvent(id)) || (command && this.log.findCommand(command.key));
    if (isKnown || events.length === 0) return;
    this.log.write(this.#place(events), command);
  }

  /** Identities of the events that were delivered since this was asked last, also of those that no copy takes. */
  takePassed(): readonly string[] {
    const passed = this.#passed;
    this.#passed = [];
    return passed;
  }

  #place(events: readonly EnvelopedEvent[]): PlacedEvent[] {
    const revisions = new Map<string, bigint>();
    let { recordedAt, bookedAt } = this.log.placeUpTo() ?? { recordedAt: 0, bookedAt: 0 };
    return events.map((event) => {
      const revision = (revisions.get(event.stream) ?? this.log.lastRevision(event.stream) ?? -1n) + 1n;
      revisions.set(event.stream, revision);
      recordedAt = Math.max(recordedAt, event.recordedAt);
      bookedAt = Math.min(recordedAt, Math.max(bookedAt, event.bookedAt));
      return { ...event, revision, recordedAt, bookedAt };
    });
  }

  close(): void {
    this.log.close();
  }
}
