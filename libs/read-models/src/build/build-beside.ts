import { availableParallelism } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';
import { removeDatabase } from '../database-files.ts';
import type { Projection } from '../projection.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import { partsOf } from './build-parts.ts';
import type { BuildThreads } from './build-task.ts';
import { BuildThread } from './build-thread.ts';

/**
 * Of each thread, in megabytes, so that garbage does not stand: a short young generation holds a page of events many
 * times. How far V8 lets the old one grow follows its limit; what lives in a thread is 20 to 40.
 */
const LIMITS: ResourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

export interface BesideOptions {
  readonly path: string;
  readonly projections: readonly Projection[];
  readonly threads: BuildThreads;
  /** The last position that is read. */
  readonly upTo: bigint;
  readonly progress?: ((events: number) => void) | undefined;
  /** Ends the threads before their time. */
  readonly signal: AbortSignal;
}

/**
 * Builds a file of read models in threads that share the read models among them, so that this one goes on. Throws
 * `ProjectionStopped` at the first event that one of them cannot handle. What is left of a failure is the file alone.
 */
export async function buildBeside(options: BesideOptions): Promise<void> {
  const { limits = LIMITS } = options.threads;
  try {
    await attempt(options, limits);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    // Some event is larger than all that was foreseen. It takes memory, but it can be read.
    await attempt(options, {});
  }
}

async function attempt(options: BesideOptions, limits: ResourceLimits): Promise<void> {
  const { signal } = options;
  signal.throwIfAborted();
  const threads = begin(options, limits);
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    await Promise.race([work(threads), aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
    await Promise.all(threads.map((thread) => thread.end()));
    for (const { task } of threads) if (!task.isBase) removeDatabase(task.path);
  }
}

function begin({ path, projections, threads, upTo, progress }: BesideOptions, limits: ResourceLimits) {
  const count = threads.count ?? Math.min(2, availableParallelism());
  const begun: BuildThread[] = [];
  const onRead = (): void => progress?.(Math.min(...begun.map(({ events }) => events)));
  for (const [index, part] of partsOf(projections, count).entries()) {
    const isBase = index === 0;
    const task = {
      path: isBase ? path : `${path}-${index + 1}`,
      folded: part.map(({ name }) => name),
      isBase,
      upTo: String(upTo),
    };
    begun.push(new BuildThread(threads, { task, limits, onRead }));
  }
  return begun;
}

async function work(threads: readonly BuildThread[]): Promise<void> {
  const [base, ...others] = threads;
  const stops: ProjectionStopped[] = [];
  const noteStop = (error: unknown): void => {
    if (!(error instanceof ProjectionStopped)) throw error;
    stops.push(error);
  };
  await Promise.all(threads.map((thread) => thread.complete().catch(noteStop)));
  const [first] = stops.sort((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
  if (first) throw first;
  await base?.seal(others);
}

const isOutOfMemory = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
