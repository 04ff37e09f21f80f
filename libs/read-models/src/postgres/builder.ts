import type { EventStore } from '#event-store';
import { backOff, type Pool } from '#postgres';
import { buildSchema } from './build-schema.ts';
import type { Contents } from './contents.ts';
import { Follower } from './follower.ts';
import { registerSchema } from './registry.ts';
import type { ProjectorObserver, Standing } from './standing.ts';
import { dropSchemas, isBusy, NotCaughtUp, switchTo } from './switch-schema.ts';
import type { WorkingCopy } from './working-copy.ts';
import type { Projection } from '../projection.ts';

export interface BuilderOptions {
  readonly pool: Pool;
  readonly store: Pick<EventStore, 'readAll'>;
  readonly projections: readonly Projection[];
  readonly contents: Contents;
  /** The tables that are folded and copied; what they hold already is not folded again. */
  readonly copy: WorkingCopy;
  readonly standing: Standing;
  readonly observer: ProjectorObserver;
  readonly signal: AbortSignal;
  readonly mayGoBack: boolean;
  readonly progress: (events: number) => void;
}

/**
 * Builds a schema beside the present one, catches up with the log, and switches. Whoever calls it holds the lease of
 * building: what another left half done is removed first. Answers the schema.
 */
export async function buildAndSwitch(options: BuilderOptions): Promise<string> {
  const { pool, copy, projections, contents, progress, signal } = options;
  await dropSchemas(pool, 'building');
  await copy.bringToEnd(progress);
  signal.throwIfAborted();
  const schema = await registerSchema(pool, contents);
  await buildSchema(pool, schema, copy.file, projections);
  await catchUpAndSwitch(schema, options);
  return schema;
}

/** What came into the log meanwhile is little and soon taken; reports that read the views are waited for. */
async function catchUpAndSwitch(schema: string, options: BuilderOptions): Promise<void> {
  const { pool, signal, mayGoBack } = options;
  const follower = new Follower({ ...options, schema });
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    await catchUp(follower, schema);
    try {
      return await switchTo(pool, schema, { mayGoBack });
    } catch (error) {
      if (!isBusy(error) && !(error instanceof NotCaughtUp)) throw error;
    }
    await backOff(attempt, signal);
  }
}

async function catchUp(follower: Follower, schema: string): Promise<void> {
  for (;;) {
    const { outcome, isFull } = await follower.next();
    if (outcome === 'behind' || outcome === 'ahead' || outcome === 'replaced') {
      throw new Error(`the schema ${schema} was changed by somebody else while it was built`);
    }
    if (!isFull) return;
  }
}
