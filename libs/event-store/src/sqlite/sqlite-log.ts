import type { DatabaseSync, StatementSync, SQLInputValue } from 'node:sqlite';
import type { JournalCopier } from '#sqlite';
import type { RecordedCommand } from '../event-store.ts';
import { MAX_SEQUENCE } from '../log/position.ts';
import type { PreparedCommand } from '../log/prepared-append.ts';
import {
  COMMAND_PAGE,
  type LogPlace,
  type Page,
  type PageRequest,
  type PlacedEvent,
  type SequencedLog,
  type StoredEvent,
  type StreamPageRequest,
} from '../log/sequenced-log.ts';
import { toRecordedCommand, type CommandRow } from './command-row.ts';
import {
  eventValues,
  fromUuid,
  toPlace,
  toStoredEvent,
  type BytesRow,
  type EventRow,
  type PlaceRow,
} from './event-row.ts';
import { pageOf, type PageEnd } from './page-of-rows.ts';
import { onFile } from './sqlite-errors.ts';
import { prepareStatements, type Statements } from './statements.ts';

/** The log in one SQLite file over one connection. No statement stays open when a method returns. */
export class SqliteLog implements SequencedLog {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements: Statements;
  readonly #copier: JournalCopier | undefined;

  constructor(database: DatabaseSync, file: string, copier?: JournalCopier) {
    this.#database = database;
    this.#file = file;
    this.#copier = copier;
    this.#statements = prepareStatements(database);
  }

  findCommand(key: string): RecordedCommand | undefined {
    const row = this.#row<CommandRow>(this.#statements.command, key);
    return row && toRecordedCommand(row);
  }

  commandsAfter(position: bigint): readonly RecordedCommand[] {
    const rows = onFile(this.#file, () => this.#statements.commandsAfter.all(position, COMMAND_PAGE));
    return (rows as unknown as readonly CommandRow[]).map(toRecordedCommand);
  }

  findEvent(id: string): StoredEvent | undefined {
    const row = this.#row<EventRow>(this.#statements.event, fromUuid(id));
    return row && toStoredEvent(row, this.#bytesAt);
  }

  lastRevision(stream: string): bigint | undefined {
    return (
      this.#row<{ revision: bigint | null }>(this.#statements.lastRevision, stream)?.revision ?? undefined
    );
  }

  placeAfter(position: bigint): LogPlace | undefined {
    const row = this.#row<PlaceRow>(this.#statements.placeAfter, position);
    return row && toPlace(row);
  }

  placeUpTo(position = MAX_SEQUENCE): LogPlace | undefined {
    const row = this.#row<PlaceRow>(this.#statements.placeUpTo, position);
    return row && toPlace(row);
  }

  page({ above = 0n, below, direction, limit, matches }: PageRequest): Page {
    const first = above + 1n;
    const last = below === undefined ? MAX_SEQUENCE : below - 1n;
    return this.#page(this.#statements[direction], [first, last], { limit, matches });
  }

  streamPage({ stream, from, direction, limit }: StreamPageRequest): Page {
    const until = { limit, matches: () => true };
    return direction === 'forwards'
      ? this.#page(this.#statements.streamForwards, [stream, from ?? 0n], until)
      : this.#page(this.#statements.streamBackwards, [stream, from ?? MAX_SEQUENCE], until);
  }

  /** `streamIds` holds what was found before; new ones are added, and hold as long as nothing is undone. */
  write(
    events: readonly PlacedEvent[],
    command: PreparedCommand | undefined,
    streamIds = new Map<string, bigint>(),
  ): bigint {
    let position = 0n;
    for (const event of events) {
      const streamId = streamIds.get(event.stream) ?? this.#streamId(event.stream);
      streamIds.set(event.stream, streamId);
      position = this.#insertEvent(event, streamId);
    }
    const recordedAt = events.at(-1)?.recordedAt;
    if (command && recordedAt !== undefined) this.#insertCommand(command, position, recordedAt);
    return position;
  }

  /** Records a command whose last event is the last one of the log. */
  writeCommand(command: PreparedCommand, recordedAt: number): void {
    const last = this.placeUpTo();
    if (!last) throw new Error(`the command ${command.key} has no event`);
    this.#insertCommand(command, last.position, recordedAt);
  }

  /** Takes the write lock; what follows sees its own writes and becomes durable with `commit`. */
  begin(): void {
    this.#statements.begin.run();
  }

  /** Changes whenever another connection has written the file. */
  foreignWrites(): bigint | undefined {
    return this.#row<{ data_version: bigint }>(this.#statements.dataVersion)?.data_version;
  }

  /** Undoes all since `begin`; the failure may have done so itself. */
  rollback(): void {
    if (this.#database.isTransaction) this.#statements.rollback.run();
  }

  commit(): void {
    this.#statements.commit.run();
    this.#copier?.committed();
  }

  /** Commits what changes nothing, so that the disk is asked whether it takes something. */
  writeNothing(): void {
    const { user_version: version } = this.#database.prepare('PRAGMA user_version').get() ?? {};
    this.begin();
    try {
      this.#database.exec(`PRAGMA user_version = ${String(version)}`);
      this.commit();
    } catch (error) {
      this.rollback();
      throw error;
    }
  }

  /** Another connection of this process has committed many events. */
  committedBeside(): void {
    this.#copier?.committedMuch();
  }

  /** Runs one append so that its failure leaves no trace and its neighbours stand. */
  isolated<T>(run: () => T): T {
    this.#statements.save.run();
    try {
      const result = run();
      this.#statements.keep.run();
      return result;
    } catch (error) {
      // A full disk may have ended the whole transaction already.
      if (this.#database.isTransaction) {
        this.#statements.undo.run();
        this.#statements.keep.run();
      }
      throw error;
    }
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  /** Copies what the journal holds into the file, with a write and a sync of its own. */
  settle(): void {
    this.#copier?.settle();
    const row = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (row?.['busy'] !== 0) throw new Error(`the journal of ${this.#file} is in use`);
  }

  close(): void {
    this.#copier?.settle();
    this.#database.close();
  }

  #insertCommand({ key, inputHash, answer }: PreparedCommand, position: bigint, recordedAt: number): void {
    this.#statements.insertCommand.run(key, Buffer.from(inputHash, 'hex'), answer, position, recordedAt);
  }

  #insertEvent(event: PlacedEvent, streamId: bigint): bigint {
    return BigInt(this.#statements.insertEvent.run(...eventValues(event, streamId)).lastInsertRowid);
  }

  #streamId(name: string): bigint {
    const row = this.#row<{ stream_id: bigint }>(this.#statements.streamId, name);
    return row?.stream_id ?? BigInt(this.#statements.insertStream.run(name).lastInsertRowid);
  }

  readonly #bytesAt = (position: bigint): BytesRow => {
    const row = this.#row<BytesRow>(this.#statements.bytes, position);
    if (!row) throw new Error(`the event at ${position} is gone while it is read`);
    return row;
  };

  #page(statement: StatementSync, bounds: SQLInputValue[], until: PageEnd): Page {
    return onFile(this.#file, () => {
      const rows = statement.iterate(...bounds) as Iterable<unknown> as Iterable<EventRow>;
      return pageOf(rows, until, this.#bytesAt);
    });
  }

  #row<Row>(statement: StatementSync, ...values: SQLInputValue[]): Row | undefined {
    return onFile(this.#file, () => statement.get(...values)) as Row | undefined;
  }
}
