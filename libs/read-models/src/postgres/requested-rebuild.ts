import { isConflict, isUnavailable, messageOf } from '#postgres';
import { buildAndSwitch, type BuilderOptions } from './builder.ts';
import type { Lease } from './lease.ts';
import { placeInLog } from './place-in-log.ts';
import { finishRequest, openRequest, type RebuildRequest } from './rebuild-requests.ts';
import { currentSchema } from './registry.ts';
import { Standing } from './standing.ts';
import { isBusy } from './switch-schema.ts';

type Parts = Omit<BuilderOptions, 'mayGoBack' | 'standing'>;

/** A rebuild that an operator asked for: it goes on beside, and what is current is followed meanwhile. */
export class RequestedRebuild {
  readonly #lease: Lease;
  #running: Promise<void> | undefined;

  constructor(lease: Lease) {
    this.#lease = lease;
  }

  /** Begins the oldest one that is asked for, unless one is going on, here or elsewhere. */
  async begin(parts: Parts): Promise<void> {
    if (this.#running) return;
    const request = await openRequest(parts.pool);
    if (!request || !(await this.#lease.take())) return;
    this.#running = this.#run(request, parts).finally(() => {
      this.#lease.give();
      this.#running = undefined;
    });
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Settles when none is going on. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run({ id, mayGoBack }: RebuildRequest, parts: Parts): Promise<void> {
    const { pool, copy, signal } = parts;
    const standing = new Standing({});
    standing.set('building');
    try {
      if (!mayGoBack) await this.#mustGoOn(parts);
      const schema = await buildAndSwitch({ ...parts, standing, mayGoBack });
      await finishRequest(pool, id, `switched to ${schema}`);
      copy.discard();
    } catch (error) {
      copy.close();
      // An interrupted one is taken up again; what cannot be handled is for the operator to see.
      if (signal.aborted || isUnavailable(error) || isConflict(error) || isBusy(error)) return;
      await finishRequest(pool, id, `not done: ${messageOf(error)}`).catch(() => undefined);
    }
  }

  async #mustGoOn({ pool, store }: Parts): Promise<void> {
    const current = await currentSchema(pool);
    if ((await placeInLog(store, current?.lastRead)) === 'held') return;
    throw new Error(
      'the log is not the one that PostgreSQL has read, or it is shorter: ask for it with --replace',
    );
  }
}
