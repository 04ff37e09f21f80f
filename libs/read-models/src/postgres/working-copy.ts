import type { RecordedEvent } from '#event-store';
import { removeDatabase } from '../database-files.ts';
import { eventsBefore, type LogReader } from '../log-reader.ts';
import type { Projection } from '../projection.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import { type LastRead, ProjectionsFile, type StagedPage } from '../projections-file.ts';
import { ChangedRows, type TableChange } from './changed-rows.ts';

/** A page that was folded, and what it changed. */
export interface FoldedPage {
  readonly staged: StagedPage;
  readonly events: readonly RecordedEvent[];
  readonly from: bigint | undefined;
  readonly changes: readonly TableChange[];
  /** Why the page ends where it does; nothing when it simply ends. */
  readonly stopped: ProjectionStopped | undefined;
}

export interface WorkingCopyOptions {
  readonly path: string;
  readonly projections: readonly Projection[];
  readonly reader: LogReader;
}

/**
 * The tables in SQLite on which the projector folds. They can be thrown away: what is missing is folded again, what is
 * of another version or ahead of PostgreSQL is made anew.
 */
export class WorkingCopy {
  readonly #options: WorkingCopyOptions;
  #file: ProjectionsFile | undefined;
  #changed: ChangedRows | undefined;

  constructor(options: WorkingCopyOptions) {
    this.#options = options;
  }

  get file(): ProjectionsFile {
    return (this.#file ??= ProjectionsFile.open(this.#options.path, this.#options.projections));
  }

  get lastRead(): LastRead | undefined {
    return this.file.lastRead;
  }

  /**
   * Brings the copy to a place of the log, by folding what is missing; from nothing where it is ahead of it or was
   * read from another log. Says whether it got there: the log may be shorter, or another one.
   */
  async bringTo(place: LastRead | undefined, progress?: (events: number) => void): Promise<boolean> {
    const at = this.lastRead;
    if (isSame(at, place)) return true;
    if (isBeyond(at, place) || !(await this.#options.reader.continues(this.file))) this.discard();
    if (place === undefined) return true;
    this.#dropTriggers();
    await this.#options.reader.read(this.file, { upTo: place.position, progress });
    return isSame(this.lastRead, place);
  }

  /** Folds everything that is in the log. */
  async bringToEnd(progress?: (events: number) => void): Promise<void> {
    if (!(await this.#options.reader.continues(this.file))) this.discard();
    this.#dropTriggers();
    await this.#options.reader.read(this.file, { progress });
  }

  /** Folds a page and leaves it open, with what it changed. An event that cannot be handled ends the page before it. */
  fold(events: readonly RecordedEvent[]): FoldedPage | ProjectionStopped {
    const { reader } = this.#options;
    const { file } = this;
    const changed = (this.#changed ??= new ChangedRows(file.database));
    const from = file.resume();
    const folded = (page: readonly RecordedEvent[], stopped?: ProjectionStopped): FoldedPage => {
      changed.forget();
      const staged = reader.stage(file, from, page);
      try {
        return { staged, events: page, from, changes: changed.read(), stopped };
      } catch (error) {
        staged.rollback();
        throw error;
      }
    };
    try {
      return folded(events);
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      const good = eventsBefore(events, error);
      return good.length === 0 ? error : folded(good, error);
    }
  }

  /** Throws the tables away. */
  discard(): void {
    this.close();
    removeDatabase(this.#options.path);
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
    this.#changed = undefined;
  }

  /** Triggers are of use only where somebody reads what they note; they live as long as the connection. */
  #dropTriggers(): void {
    if (this.#changed) this.close();
  }
}

const isSame = (a: LastRead | undefined, b: LastRead | undefined): boolean =>
  a?.position === b?.position && a?.eventId === b?.eventId;

const isBeyond = (at: LastRead | undefined, place: LastRead | undefined): boolean =>
  at !== undefined && (place === undefined || at.position >= place.position);
