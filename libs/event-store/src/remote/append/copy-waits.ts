import { Busy, LogAlarmed, StorageFailed, StoreClosed } from '../../errors.ts';
import type { CommitBell } from '../../log/commit-bell.ts';
import type { PreparedAppend } from '../../log/prepared-append.ts';
import type { Expected, LogClient } from '../client/log-client.ts';
import { pause, pauseBefore } from '../client/time-limit.ts';
import type { OpenAttempt } from '../copy/copy-books.ts';
import type { LogCopy } from '../copy/log-copy.ts';
import type { Decision } from '../envelope/decision.ts';
import type { StreamNames } from '../envelope/stream-names.ts';
import { settleAttempt } from './settle-attempt.ts';

export interface CopyWaitsOptions {
  /** Repeats what gets no answer. */
  readonly client: LogClient;
  readonly copy: LogCopy;
  readonly names: StreamNames;
  /** Rings when the copy has moved on. */
  readonly bell: CommitBell;
  readonly signal: AbortSignal;
  readonly clock: () => number;
}

const TRY_AGAIN_MS = 1_000;

/** Waits for the copy to come to what the server knows, and for attempts of others to be decided. */
export class CopyWaits {
  readonly #options: CopyWaitsOptions;

  constructor(options: CopyWaitsOptions) {
    this.#options = options;
  }

  /** How an attempt of anybody was decided; voids it when its time is over. Nothing while it may still be confirmed. */
  async settle(open: OpenAttempt): Promise<Decision | undefined> {
    const { client, clock } = this.#options;
    const isOver = clock() > open.expiresAt;
    return settleAttempt(client, open, () => (isOver ? 'its time was over' : undefined));
  }

  /** Waits until the copy has all that the server had of some streams when it was asked, and all of it is decided. */
  async newest(streams: readonly string[], until: number): Promise<void> {
    const { client, copy, names } = this.#options;
    const wait = async (stream: string): Promise<void> => {
      const name = names.onServer(stream);
      const last = await client.readLast(name).catch((error: unknown) => {
        throw new StorageFailed(error);
      });
      if (!last) return;
      const isThere = () =>
        (copy.books.tailOf(name) ?? -1n) >= last.revision && copy.books.openIn(name).length === 0;
      if (await this.#until(isThere, until)) return;
      throw new StorageFailed(new Error(`the copy does not reach the end of ${stream}`));
    };
    await Promise.all([...new Set(streams)].map(wait));
  }

  /** Waits until the copy knows what made the server refuse; throws `Busy` when it does not come to it. */
  async reached(moved: ReadonlyMap<string, Expected>, append: PreparedAppend, until: number): Promise<void> {
    const { copy, names } = this.#options;
    const isRecorded = (): boolean =>
      append.command !== undefined && copy.log.findCommand(append.command.key) !== undefined;
    for (const [stream, actual] of moved) {
      const isKnown = (): boolean =>
        (copy.books.tailOf(stream) ?? -1n) >= (actual ?? -1n) || (names.decides(stream) && isRecorded());
      if (!(await this.#until(isKnown, until))) throw new Busy(TRY_AGAIN_MS);
    }
  }

  /** Waits for others who reserved something in the streams of an append, and voids what has expired. */
  async settled(append: PreparedAppend, until: number): Promise<void> {
    const { names } = this.#options;
    const streams = [...append.writes, ...append.checks].map(({ stream }) => names.onServer(stream));
    for (const stream of new Set(streams)) await this.#streamSettled(stream, until);
  }

  /** Throws when the store is closed or the log raised an alarm. */
  assertUsable(): void {
    const { copy, signal } = this.#options;
    if (signal.aborted) throw new StoreClosed();
    const { alarm } = copy.books;
    if (alarm !== undefined) throw new LogAlarmed(alarm);
  }

  async #streamSettled(stream: string, until: number): Promise<void> {
    const { copy, bell, signal } = this.#options;
    for (let repetition = 0; ; repetition += 1) {
      const [open] = copy.books.openIn(stream);
      if (!open) return;
      if (performance.now() >= until) throw new Busy(TRY_AGAIN_MS);
      const heard = bell.rings;
      const decision = await this.settle(open);
      // Reserved after it was voided: no record follows that would tell the copy.
      if (decision?.kind === 'voided') copy.books.drop(open.attempt);
      else await Promise.race([bell.next(heard, signal), pause(pauseBefore(repetition), signal)]);
      this.assertUsable();
    }
  }

  /** Waits for the copy to move until something holds; answers whether it does. */
  async #until(holds: () => boolean, until: number): Promise<boolean> {
    const { bell, signal } = this.#options;
    for (;;) {
      const heard = bell.rings;
      if (holds()) return true;
      const left = until - performance.now();
      if (left <= 0) return false;
      this.assertUsable();
      await bell.next(heard, AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(left))]));
    }
  }
}
