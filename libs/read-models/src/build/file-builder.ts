import { removeDatabase } from '../database-files.ts';
import { execBeside } from '../exec-beside.ts';
import type { LogReader } from '../log-reader.ts';
import type { Projection } from '../projection.ts';
import { ProjectionsBuild } from '../projections-build.ts';
import { buildBeside } from './build-beside.ts';
import type { BuildThreads } from './build-task.ts';

/** Fewer events are read here before a thread has begun. */
const LONG = 20_000n;

export interface FileBuilderOptions {
  readonly reader: LogReader;
  readonly projections: readonly Projection[];
  /** Where long logs are built beside; in this thread when absent. */
  readonly threads?: BuildThreads | undefined;
  /** Whether nobody wants to find the file after a stop of the machine; of use without threads. */
  readonly isScratch?: boolean | undefined;
}

export interface BuildSpan {
  /** The last position that is read; the end of the log when absent. */
  readonly upTo?: bigint | undefined;
  readonly progress?: ((events: number) => void) | undefined;
}

/** Builds files of read models from the whole log: a long one in threads, where they are given. */
export class FileBuilder {
  readonly #options: FileBuilderOptions;

  constructor(options: FileBuilderOptions) {
    this.#options = options;
  }

  /** Makes the file, or leaves none. Throws `ProjectionStopped` at an event that cannot be handled. */
  async build(path: string, span: BuildSpan & { readonly signal: AbortSignal }): Promise<void> {
    const { threads, projections, reader } = this.#options;
    try {
      const upTo = span.upTo ?? (await reader.head()) ?? 0n;
      if (threads && upTo >= (threads.from ?? LONG))
        await buildBeside({ ...span, path, projections, threads, upTo });
      else await this.#buildHere(path, span);
    } catch (error) {
      removeDatabase(path);
      throw error;
    }
  }

  async #buildHere(path: string, span: BuildSpan): Promise<void> {
    const { reader, projections, isScratch = false } = this.#options;
    const build = new ProjectionsBuild(path, projections);
    try {
      await reader.read(build, span);
      await build.complete(execBeside);
      // Bringing so much to the disk at once would hold the commits of those who post there.
      if (!isScratch) await build.seal();
    } finally {
      build.close();
    }
  }
}
