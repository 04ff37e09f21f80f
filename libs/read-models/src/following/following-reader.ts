import type { LogReader, OnPage } from '../log-reader.ts';
import type { ProjectionsFile } from '../projections-file.ts';
import type { FollowingEntry, Told } from './following-task.ts';
import { FollowingThread } from './following-thread.ts';

export interface FollowingReaderOptions {
  readonly reader: LogReader;
  readonly path: string;
  readonly onPage?: OnPage | undefined;
  readonly onMoved?: (() => void) | undefined;
}

/**
 * Takes what is new in the log to the file of read models: in a thread of its own where there is one, so that it takes
 * nothing from the thread that answers; else, and whenever that one cannot, here. Never asked twice at a time.
 */
export class FollowingReader {
  readonly #options: FollowingReaderOptions;
  #thread: FollowingThread | undefined;
  #onLost: (cause: Error) => void = () => undefined;

  constructor(options: FollowingReaderOptions) {
    this.#options = options;
  }

  /**
   * Begins the thread; `onLost` hears when it is of no use any more. Until it can be asked, which is when this settles, all is
   * read here.
   */
  async begin(entry: FollowingEntry, onLost: (cause: Error) => void): Promise<void> {
    const { path, onPage } = this.#options;
    const lost = (cause: Error): void => {
      this.#thread = undefined;
      onLost(cause);
    };
    this.#onLost = lost;
    this.#thread = new FollowingThread({ ...entry, path, tellsPages: onPage !== undefined, onLost: lost });
    await this.#thread.begun;
  }

  /** Reads on from the checkpoint of the file to the end of the log. Throws `ProjectionStopped`. */
  async read(file: ProjectionsFile): Promise<void> {
    const thread = this.#thread?.isReady ? this.#thread : undefined;
    const told = await thread?.ask('catch-up');
    if (told && this.#hear(told, file)) return;
    await this.#readHere(file);
    // What the thread met here is neither in the log nor on the disk.
    if (thread && told)
      await this.#giveUp(thread, told.kind === 'failed' ? told.detail : 'it read another file');
  }

  /** Before the file is replaced or closed. */
  async letGo(): Promise<void> {
    await this.#thread?.ask('let-go');
  }

  async end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.end();
  }

  async #readHere(file: ProjectionsFile): Promise<void> {
    const { reader, onPage, onMoved } = this.#options;
    await reader.read(file, {
      onPage: (page, startedAt, endedAt) => {
        onMoved?.();
        onPage?.(page, startedAt, endedAt);
      },
    });
  }

  /** Whether the file has come to where the thread says. */
  #hear(told: Told, file: ProjectionsFile): boolean {
    const { onPage, onMoved } = this.#options;
    onMoved?.();
    if (told.kind !== 'caught-up' && told.kind !== 'failed') return false;
    for (const { events, startedAt, endedAt } of told.pages) onPage?.(events, startedAt, endedAt);
    return told.kind === 'caught-up' && told.to === file.checkpoint;
  }

  async #giveUp(thread: FollowingThread, detail: string): Promise<void> {
    if (this.#thread !== thread) return;
    await thread.end();
    this.#onLost(new Error(detail));
  }
}
