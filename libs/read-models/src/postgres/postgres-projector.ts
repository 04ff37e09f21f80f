import { join } from 'node:path';
import type { EventStore } from '#event-store';
import type { EventCatalogue } from '#kernel';
import { backOff, isUnavailable, messageOf, type Pool } from '#postgres';
import { LogReader } from '../log-reader.ts';
import type { Projection } from '../projection.ts';
import { ProjectionStopped } from '../projection-stopped.ts';
import { buildAndSwitch } from './builder.ts';
import { contentsOf } from './contents.ts';
import { dutyOf } from './duty.ts';
import { Follower } from './follower.ts';
import { Lease } from './lease.ts';
import { prepareReaders } from './reader.ts';
import { isHeld } from './place-in-log.ts';
import { RequestedRebuild } from './requested-rebuild.ts';
import { currentSchema, listSchemas, prepareRegistry, type RegisteredSchema } from './registry.ts';
import { type ProjectorObserver, type ProjectorStanding, Standing } from './standing.ts';
import { isOver, wait } from './waiting.ts';
import { WorkingCopy } from './working-copy.ts';

/** How often one that stands by, or has nothing to do, looks whether that is still so. */
const LOOK_MS = 1_000;

export interface PostgresProjectorOptions {
  readonly store: Pick<EventStore, 'readAll' | 'readPages'>;
  readonly catalogue: EventCatalogue;
  readonly projections: readonly Projection[];
  readonly pool: Pool;
  /** Folder of the working copy; what is in it can be thrown away. */
  readonly folder: string;
  /** How often the log is asked for new events; 200 ms when absent. */
  readonly pollMs?: number;
  readonly observer?: ProjectorObserver | undefined;
}

/**
 * Keeps the read models in PostgreSQL in step with the log: builds what is missing, follows, stands by where another
 * one follows, and goes on by itself after either side was away.
 */
export class PostgresProjector {
  readonly #options: PostgresProjectorOptions;
  readonly #observer: ProjectorObserver;
  readonly #standing: Standing;
  readonly #contents;
  readonly #copy: WorkingCopy;
  readonly #following: Lease;
  readonly #building: Lease;
  #isPrepared = false;
  readonly #requested: RequestedRebuild;

  constructor(options: PostgresProjectorOptions) {
    this.#options = options;
    this.#observer = options.observer ?? {};
    this.#standing = new Standing(this.#observer);
    this.#contents = contentsOf(options.projections);
    this.#copy = this.#copyAt('projector.sqlite');
    this.#following = new Lease(options.pool, 'follow');
    this.#building = new Lease(options.pool, 'build');
    this.#requested = new RequestedRebuild(this.#building);
  }

  get standing(): ProjectorStanding {
    return this.#standing.now;
  }

  /** Works until the signal ends it; the page at hand is finished. Never throws: what is wrong is in the standing. */
  async run(signal: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!isOver(signal)) {
      try {
        await this.#turn(signal);
        attempt = 0;
      } catch (error) {
        if (isOver(signal)) break;
        this.#say(error);
        // The database may be another one by now.
        this.#isPrepared = false;
        attempt += 1;
        await backOff(attempt, signal);
      }
    }
    await this.#requested.settled();
    this.#following.give();
    this.#building.give();
    this.#copy.close();
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const { pool } = this.#options;
    if (!this.#isPrepared) {
      await prepareRegistry(pool);
      if (!(await prepareReaders(pool))) this.#observer.withoutReader?.();
      this.#isPrepared = true;
    }
    const duty = dutyOf(await listSchemas(pool), this.#contents);
    if (duty.duty !== 'stand-aside' || duty.mayBeAsked) await this.#takeRequest(signal);
    if (duty.duty === 'follow') return this.#follow(duty.current, signal);
    if (duty.duty === 'build') return this.#build(duty.current, signal);
    return this.#standAside(duty.detail, signal);
  }

  async #standAside(detail: string, signal: AbortSignal): Promise<void> {
    this.#following.give();
    this.#standing.set('set-aside', { detail });
    await wait(LOOK_MS, signal);
  }

  async #follow(current: RegisteredSchema, signal: AbortSignal): Promise<void> {
    const { schema, lastRead } = current;
    if (!(await this.#following.take())) {
      const detail = 'another projector writes the read models';
      this.#standing.set('standing-by', { schema, lastRead, detail });
      await this.#copy.bringTo(lastRead);
      return wait(LOOK_MS, signal);
    }
    if (!(await this.#isInLog(current, signal))) return;
    if (!(await this.#copy.bringTo(lastRead))) throw new Error('the log changed while it was read');
    this.#standing.set('following', { schema, lastRead });
    const follower = new Follower({ ...this.#parts(signal), copy: this.#copy, schema });
    let lookedAt = Date.now();
    while (!isOver(signal) && this.#following.isHeld) {
      const { outcome } = await follower.next();
      if (outcome === 'ahead') return this.#giveWay(schema, signal);
      if (outcome === 'behind' || outcome === 'replaced') return;
      if (outcome === 'idle') await wait(this.#options.pollMs ?? 200, signal);
      if (Date.now() - lookedAt < LOOK_MS) continue;
      if (!(await this.#isStillCurrent(schema, signal))) return;
      lookedAt = Date.now();
    }
  }

  /** Somebody writes without the lease: it is left to them for a while. */
  async #giveWay(schema: string, signal: AbortSignal): Promise<void> {
    this.#following.give();
    this.#standing.set('standing-by', { schema, detail: 'another projector was faster' });
    await wait(LOOK_MS * (1 + Math.random()), signal);
  }

  async #isStillCurrent(schema: string, signal: AbortSignal): Promise<boolean> {
    await this.#takeRequest(signal);
    return (await currentSchema(this.#options.pool))?.schema === schema;
  }

  /** Throws where the log is another one; says whether it has come as far as PostgreSQL. */
  async #isInLog({ schema, lastRead }: RegisteredSchema, signal: AbortSignal): Promise<boolean> {
    if (await isHeld(this.#options.store, lastRead)) return true;
    const detail = `PostgreSQL has read up to position ${String(lastRead?.position)}, and the log does not reach that far: it grows, or is another one`;
    this.#standing.set('waiting-for-log', { schema, lastRead, detail });
    await wait(LOOK_MS, signal);
    return false;
  }

  /** The first schema, or one for a newer version: nothing else can be done before. */
  async #build(current: RegisteredSchema | undefined, signal: AbortSignal): Promise<void> {
    if (current && !(await this.#isInLog(current, signal))) return;
    if (this.#requested.isRunning) {
      this.#standing.set('building', { detail: 'an operator asked for it' });
      return wait(LOOK_MS, signal);
    }
    if (!(await this.#building.take())) {
      this.#standing.set('standing-by', { detail: 'another projector builds the read models' });
      return wait(LOOK_MS, signal);
    }
    try {
      this.#standing.set('building', { detail: 'folding the log' });
      const parts = { ...this.#parts(signal), copy: this.#copy };
      const schema = await buildAndSwitch({ ...parts, mayGoBack: false });
      this.#standing.set('building', { schema, detail: 'switched' });
    } finally {
      this.#building.give();
    }
  }

  #takeRequest(signal: AbortSignal): Promise<void> {
    return this.#requested.begin({ ...this.#parts(signal), copy: this.#copyAt('rebuild.sqlite') });
  }

  #parts(signal: AbortSignal) {
    const { pool, store, projections } = this.#options;
    return {
      ...{ pool, store, projections, signal, contents: this.#contents },
      ...{ standing: this.#standing, observer: this.#observer },
      progress: (events: number) => this.#observer.folded?.(events),
    };
  }

  #copyAt(name: string): WorkingCopy {
    const { store, catalogue, projections, folder } = this.#options;
    const reader = new LogReader({ store, catalogue });
    return new WorkingCopy({ path: join(folder, name), projections, reader });
  }

  #say(error: unknown): void {
    const detail = messageOf(error);
    if (error instanceof ProjectionStopped)
      this.#standing.set('stopped', { detail, stoppedAt: error.position });
    else if (isUnavailable(error)) this.#standing.set('disconnected', { detail });
    else this.#standing.set('stopped', { detail });
  }
}
