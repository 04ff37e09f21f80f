import { UnreadableEvent } from '#kernel';
import { removeDatabase, replaceDatabase } from './database-files.ts';
import { LogReader, type LogReaderOptions, type OnPage } from './log-reader.ts';
import type { Projection } from './projection.ts';
import { ProjectionStopped } from './projection-stopped.ts';
import { ProjectionsBuild } from './projections-build.ts';
import { ProjectionsFile } from './projections-file.ts';

/** So many events and more are taken up by a build, which costs some files and a thread; fewer one page after the other. */
const LONG = 2_000;

export interface RebuiltProjection {
  readonly name: string;
  readonly version: number;
  /** Empty when the old tables could not be read any more. */
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly equal: boolean;
}

export interface ProjectorOptions extends LogReaderOptions {
  readonly projections: readonly Projection[];
  readonly path: string;
  /** Hears of every page that is read live; a rebuild is not news. */
  readonly onPage?: OnPage | undefined;
}

/** Keeps the read models in step with the log: one page, one transaction, one moved checkpoint. */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #reader: LogReader;
  #file: ProjectionsFile;
  /** Settles when the present file is free again. */
  #tail: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | undefined;
  #rebuilding: Promise<RebuiltProjection[]> | undefined;
  #stopped: ProjectionStopped | undefined;
  #checked = false;
  readonly #listeners: (() => void)[] = [];

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#reader = new LogReader(options);
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

  close(): void {
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
      await this.#reader.read(this.#file, { onPage: this.#options.onPage });
      this.#stopped = undefined;
    } catch (error) {
      if (error instanceof ProjectionStopped) this.#stopped = error;
      throw error;
    }
  }

  /** Looked up once: while this process owns the folder nobody puts another log under it. */
  async #belongTogether(): Promise<void> {
    if (!this.#checked && !(await this.#reader.continues(this.#file))) {
      this.#putInPlace((path) => removeDatabase(path));
    }
    this.#checked = true;
  }

  /** Closes the present file, changes what lies there, and opens it again. */
  #putInPlace(change: (path: string) => void): void {
    const { path, projections } = this.#options;
    this.#file.close();
    try {
      change(path);
    } finally {
      this.#file = ProjectionsFile.open(path, projections);
      for (const listener of this.#listeners) listener();
    }
  }

  /** Takes up a long log from its beginning; up to the event that cannot be handled, where there is one. */
  async #buildFirst(): Promise<void> {
    try {
      await this.#build({});
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
      await this.#build({ upTo: BigInt(error.position) - 1n });
    }
    this.#putInPlace((path) => replaceDatabase(path, besideOf(path)));
  }

  /** Builds all read models in a file beside, which nobody has open then. */
  async #build(span: { upTo?: bigint; progress?: ((events: number) => void) | undefined }): Promise<void> {
    const { path, projections } = this.#options;
    const build = new ProjectionsBuild(besideOf(path), projections);
    try {
      await this.#reader.read(build, span);
      await build.finish();
    } catch (error) {
      build.close();
      removeDatabase(besideOf(path));
      throw error;
    }
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
    this.#putInPlace((path) => {
      replaceDatabase(path, besideOf(path));
      this.#stopped = undefined;
    });
    return this.#options.projections.map(({ name, version }) => ({
      name,
      version,
      before: before[name] ?? {},
      after: after[name] ?? {},
      equal: JSON.stringify(before[name]) === JSON.stringify(after[name]),
    }));
  }

  /** The control totals at the end of the log; none where the present file is damaged, which a rebuild cures. */
  async #present(): Promise<{
    upTo?: bigint | undefined;
    totals: ReturnType<ProjectionsFile['controlTotals']>;
  }> {
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
