import { isOfTheMachine } from '#event-store/folding';
import { messageOf, UnreadableEvent } from '#kernel/folding';
import type { BuildThreads } from './build/build-task.ts';
import { type BuildSpan, FileBuilder } from './build/file-builder.ts';
import { removeDatabase, replaceDatabase } from './database-files.ts';
import { FollowingReader } from './following/following-reader.ts';
import { LogReader, type LogReaderOptions, type OnPage } from './log-reader.ts';
import type { Projection } from './projection.ts';
import { ProjectionStopped } from './projection-stopped.ts';
import { type LastRead, ProjectionsFile } from './projections-file.ts';
import { type ControlTotals, type RebuiltProjection, rebuiltOf } from './rebuilt-projection.ts';

/** So many events and more are taken up by a build, which costs some files and a thread; fewer one page after the other. */
const LONG = 2_000;

export interface ProjectorOptions extends LogReaderOptions {
  readonly projections: readonly Projection[];
  readonly path: string;
  /** Hears of every page that is read live; a rebuild is not news. */
  readonly onPage?: OnPage | undefined;
  /** Hears whenever the read models have moved on. */
  readonly onMoved?: (() => void) | undefined;
  /** Where long logs are built beside; in this thread when absent. */
  readonly threads?: BuildThreads | undefined;
  /** Whether the file is thrown away when it is closed: then a build does not wait until it is on the disk. */
  readonly isScratch?: boolean | undefined;
}

/** Keeps the read models in step with the log: one page, one transaction, one moved checkpoint. */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #reader: LogReader;
  readonly #builder: FileBuilder;
  /** Who takes new events to the read models; a thread may be begun for it. */
  readonly following: FollowingReader;
  readonly #closing = new AbortController();
  #file: ProjectionsFile;
  /** Settles when the present file is free again. */
  #tail: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | undefined;
  #rebuilding: Promise<RebuiltProjection[]> | undefined;
  /** Settles when no build is under way. */
  #building: Promise<unknown> = Promise.resolve();
  #stopped: ProjectionStopped | undefined;
  #writeFailure: string | undefined;
  #checked = false;
  #ofAnotherLog: LastRead | undefined;
  readonly #listeners: (() => void)[] = [];

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#reader = new LogReader(options);
    this.#builder = new FileBuilder({ ...options, reader: this.#reader });
    this.following = new FollowingReader({ ...options, reader: this.#reader });
    this.#file = ProjectionsFile.open(options.path, options.projections);
  }

  get database() {
    return this.#file.database;
  }

  get checkpoint(): bigint | undefined {
    return this.#file.checkpoint;
  }

  /** Why the read models stand still; nothing while they move. */
  get stopped(): ProjectionStopped | undefined {
    return this.#stopped;
  }

  /** What kept them from moving on though no event is to blame, such as a full disk; nothing once they move. */
  get writeFailure(): string | undefined {
    return this.#writeFailure;
  }

  /** The last event that they knew when they were opened, where it is not in this log: it is older, or another one. */
  get ofAnotherLog(): LastRead | undefined {
    return this.#ofAnotherLog;
  }

  /** Called when a rebuild has put another file in place; statements prepared before are void. */
  onReplaced(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Reads everything that is in the log. Calls share a run that has not begun yet. */
  catchUp(): Promise<void> {
    return (this.#next ??= this.#alone(() => {
      this.#next = undefined;
      return this.#readOn();
    }));
  }

  /**
   * Builds all read models beside the present ones, which go on meanwhile, compares control totals, and puts the
   * new ones in place. A call during a rebuild gets its result.
   */
  rebuild(progress?: (events: number) => void): Promise<RebuiltProjection[]> {
    return (this.#rebuilding ??= this.#rebuild(progress).finally(() => {
      this.#rebuilding = undefined;
    }));
  }

  /** Ends what is under way in threads: nothing is left of a build, and no other begins. */
  async stop(): Promise<void> {
    this.#closing.abort(new Error('the read models are being closed'));
    await this.#building;
    await this.#alone(() => this.following.end());
  }

  close(): void {
    void this.stop();
    this.#file.close();
  }

  /** One after the other, since the writers keep in memory what the tables hold. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#tail.then(work);
    this.#tail = run.catch(() => undefined);
    return run;
  }

  async #readOn(): Promise<void> {
    try {
      await this.#belongTogether();
      if (this.checkpoint === undefined && (await this.#reader.isLong(LONG))) await this.#buildFirst();
      await this.following.read(this.#file);
      this.#stopped = undefined;
      this.#writeFailure = undefined;
    } catch (error) {
      if (error instanceof ProjectionStopped) this.#stopped = error;
      else this.#writeFailure = messageOf(error);
      throw error;
    }
  }

  /** Looked up once: while this process owns the folder nobody puts another log under it. */
  async #belongTogether(): Promise<void> {
    if (!this.#checked && !(await this.#reader.continues(this.#file))) {
      this.#ofAnotherLog = this.#file.lastRead;
      await this.#putInPlace((path) => removeDatabase(path));
    }
    this.#checked = true;
  }

  /** Closes the present file, changes what lies there, and opens it again. */
  async #putInPlace(change: (path: string) => void): Promise<void> {
    const { path, projections } = this.#options;
    await this.following.letGo();
    this.#file.close();
    try {
      change(path);
    } finally {
      this.#file = ProjectionsFile.open(path, projections);
      for (const listener of this.#listeners) listener();
    }
  }

  /**
   * Takes up a long log from its beginning; up to the event that cannot be handled, where there is one. A build that fails for
   * another reason of its own is done without: page by page the log is taken up, too, or it turns out which event is to blame.
   */
  async #buildFirst(): Promise<void> {
    for (let upTo: bigint | undefined, isBuilt = false; !isBuilt;) {
      try {
        await this.#build({ upTo });
        isBuilt = true;
      } catch (error) {
        if (error instanceof ProjectionStopped) upTo = BigInt(error.position) - 1n;
        else if (this.#closing.signal.aborted || isOfTheMachine(error)) throw error;
        else return;
      }
    }
    await this.#putInPlace((path) => replaceDatabase(path, besideOf(path)));
  }

  /** Builds all read models in a file beside, which nobody has open then. */
  async #build(span: BuildSpan): Promise<void> {
    const path = besideOf(this.#options.path);
    const building = this.#builder.build(path, { ...span, signal: this.#closing.signal });
    this.#building = building.catch(() => undefined);
    await building;
  }

  async #rebuild(progress?: (events: number) => void): Promise<RebuiltProjection[]> {
    const { path, projections } = this.#options;
    await this.#build({ progress });
    const fresh = ProjectionsFile.open(besideOf(path), projections);
    try {
      return await this.#alone(() => this.#replaceBy(fresh));
    } finally {
      fresh.close();
      removeDatabase(besideOf(path));
    }
  }

  async #replaceBy(fresh: ProjectionsFile): Promise<RebuiltProjection[]> {
    const { upTo, totals: before } = await this.#present();
    if (upTo !== undefined) await this.#reader.read(fresh, { upTo });
    const after = fresh.controlTotals();
    fresh.seal();
    await this.#putInPlace((path) => {
      replaceDatabase(path, besideOf(path));
      this.#stopped = undefined;
    });
    return this.#options.projections.map((projection) => rebuiltOf(projection, before, after));
  }

  /** The control totals at the end of the log; none where the present file is damaged, which a rebuild cures. */
  async #present(): Promise<{ upTo?: bigint | undefined; totals: ControlTotals }> {
    try {
      await this.#readOn();
      return { upTo: this.#file.checkpoint, totals: this.#file.controlTotals() };
    } catch (error) {
      if (error instanceof ProjectionStopped && error.cause instanceof UnreadableEvent) throw error;
      return { totals: {} };
    }
  }
}

const besideOf = (path: string): string => `${path}.rebuild`;
