import { type Instant, isRefusal, RefusalError } from '#kernel';
import type { StoredCheckpoint } from '../checkpoints.ts';
import type { SealsFile } from '../seals-file.ts';
import type { Target } from './target.ts';

/** Which authority vouches for the time of checkpoints. */
export interface TimeStampSettings {
  readonly url: string;
  /** Certificates in PEM form that its certificate must lead to; nobody checks who it is when absent. */
  readonly trusted?: string | undefined;
  /** The least time between two of them. */
  readonly everyMinutes: number;
}

/** Shorter than a ledger that closes waits for its publication. */
const TIMEOUT_MS = 4_000;

/**
 * Has an authority stamp the last checkpoint every now and then (RFC 3161): somebody else vouches that it existed at a
 * time, and so did all before it, which are not stamped one by one.
 */
export class TimeStamps implements Target {
  readonly kind = 'time-stamps';
  readonly path: string;
  readonly #settings: TimeStampSettings;
  readonly #clock: () => Instant;
  #seals: SealsFile | undefined;

  constructor(settings: TimeStampSettings, clock: () => Instant) {
    this.path = settings.url;
    this.#settings = settings;
    this.#clock = clock;
  }

  async resume(seals: SealsFile): Promise<number> {
    this.#seals = seals;
    return seals.lastTimestamp()?.number ?? 0;
  }

  /** Those before the last one are passed over. */
  isDue({ number }: StoredCheckpoint): boolean {
    const seals = this.#seals;
    const last = seals?.lastTimestamp();
    if (!last || seals?.latest()?.number !== number) return true;
    return Date.parse(this.#clock()) - Date.parse(last.at) >= this.#settings.everyMinutes * 60_000;
  }

  /** Throws the refusals of `requestTimeStamp`. */
  async add({ number, note }: StoredCheckpoint): Promise<void> {
    const seals = this.#seals;
    if (seals?.latest()?.number !== number) return;
    const { url, trusted } = this.#settings;
    // Loaded only here: most ledgers are not stamped, and most commands end before it is time.
    const { requestTimeStamp } = await import('#time-stamping');
    const message = Buffer.from(note);
    const stamp = await requestTimeStamp({ url, message, trusted, timeoutMs: TIMEOUT_MS });
    if (isRefusal(stamp)) throw new RefusalError(stamp);
    seals.addTimestamp({ number, at: this.#clock(), token: stamp.response });
  }
}
