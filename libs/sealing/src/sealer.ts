import { setImmediate as nextTurn } from 'node:timers/promises';
import { BothTails } from './both-tails.ts';
import type { StoredCheckpoint } from './checkpoints.ts';
import type { LogTail } from './log-tail.ts';
import { Publication } from './publication/publication.ts';
import { refuse } from './refusals.ts';
import { problemOf, type SealProblem, type SealStatus, sealStatus } from './seal-status.ts';
import type { SealsFile } from './seals-file.ts';
import { MOST_WAITING, SEAL_EVERY, type SealerOptions, type SealEvery, SLICE } from './sealer-options.ts';
import { type Heads, type Signed, Signer } from './signer.ts';
import { Turns } from './turns.ts';
import { listedText } from './verifier-keys.ts';

/** Reads both logs, grows their trees, and signs checkpoints over them. One sealer at a time works on a ledger. */
export class Sealer {
  readonly publication: Publication;
  readonly every: SealEvery;
  readonly #options: SealerOptions;
  readonly #seals: SealsFile;
  readonly #signer: Signer;
  readonly #tails: BothTails;
  readonly #stopwatch: () => number;
  #resumed: Promise<void> | undefined;
  /** Two at once would sign two trees. */
  readonly #turns = new Turns();
  #broken: SealProblem | undefined;
  #problem: SealProblem | undefined;
  /** When signing failed last, in milliseconds. */
  #failedAt = 0;
  /** Since when something waits, or since when it was tried in vain, on the stopwatch. */
  #waitsFrom: number | undefined;

  /** Throws `seal-origin-wrong` or `seal-origin-differs`. */
  constructor(options: SealerOptions) {
    const { seals, logs, every = SEAL_EVERY, targets = [] } = options;
    this.#options = options;
    this.#seals = seals;
    this.every = every;
    this.#stopwatch = options.stopwatch ?? (() => performance.now());
    this.#signer = new Signer(options);
    this.#tails = new BothTails(logs, seals);
    this.publication = new Publication(seals, targets);
  }

  /** Reads up to `SLICE` events of what is new, and seals what is due. Tells how many it read. */
  slice(): Promise<number> {
    return this.#turns.take(() => this.#slice());
  }

  /** Seals all that is in both logs; gives the checkpoint that covers it. Throws `seal-broken` or `seal-key-missing`. */
  sealNow(): Promise<StoredCheckpoint | undefined> {
    return this.#turns.take(async () => {
      await this.#readOn();
      if (this.#tails.isUnsealed || this.#broken) this.#sign((heads) => this.#signer.sign(heads));
      return this.#seals.latest();
    });
  }

  /**
   * Begins a new key, and seals with it at once; with the old one too, unless that is lost or was stolen. Throws
   * `seal-broken` or `seal-key-missing`.
   */
  rotateKey({ lost }: { readonly lost: boolean }): Promise<StoredCheckpoint> {
    return this.#turns.take(async () => {
      await this.#readOn();
      if (this.#signer.isBehind) this.#sign((heads) => this.#signer.sign(heads));
      const ended = this.#seals.verifierKeys().map(({ key }) => key.id);
      const { checkpoint } = this.#sign((heads) => this.#signer.rotate(heads, lost));
      // The others still sign their next checkpoint with the old key, too; not with one that may be in wrong hands.
      if (this.#options.sharesKeys && !lost) ended.pop();
      for (const key of ended) this.#options.keys.remove(key);
      return checkpoint;
    });
  }

  /** Seals what is due by its age. What stands in the way is in the status. */
  sealDue(): Promise<void> {
    return this.#turns.take(async () => {
      if (this.dueIn() === 0) this.#trySeal();
    });
  }

  /** Seals the tail and publishes it, when the ledger closes. What stands in the way is in the status. */
  async finish(): Promise<SealStatus> {
    await this.#turns.take(async () => {
      try {
        await this.#readOn();
        if (this.#tails.isUnsealed) this.#trySeal();
      } catch (error) {
        this.#problem = problemOf(error);
      }
    });
    await this.publication.publish();
    return this.glance();
  }

  /** How things are, after reading what is new. */
  status(): Promise<SealStatus> {
    return this.#turns.take(async () => {
      await this.#readOn();
      if (this.#tails.isUnsealed) this.#problem ??= this.#signer.problem();
      return this.glance();
    });
  }

  /** How things are as far as the logs were read. */
  glance(): SealStatus {
    return sealStatus({
      tails: this.#tails,
      seals: this.#seals,
      broken: this.#broken,
      problem: this.#problem,
      now: this.#now(),
      keysFolder: this.#options.keys.dir,
      publication: this.publication.status(),
    });
  }

  /** Milliseconds until a checkpoint is due; nothing while everything is sealed, or nothing can be. */
  dueIn(): number | undefined {
    const { since } = this.#tails;
    if (since === undefined || this.#broken) return undefined;
    const patience = this.every.seconds * 1000;
    // What could not be signed is tried again after the same while.
    const from = Math.max(Date.parse(since), this.#failedAt);
    // A clock that was set back since puts nothing off.
    this.#waitsFrom ??= this.#stopwatch();
    return Math.max(0, Math.min(from - this.#now(), this.#waitsFrom - this.#stopwatch()) + patience);
  }

  async #slice(): Promise<number> {
    await (this.#resumed ??= this.#resume().catch((error: unknown) => {
      // A folder that was denied may be given back.
      this.#resumed = undefined;
      throw error;
    }));
    if (this.#broken) return 0;
    const { ledger, access } = this.#tails;
    await access.read(({ type }) => this.#afterLeaf(access, type));
    const read = await ledger.read(({ type }) => this.#afterLeaf(ledger, type), SLICE);
    const atEnd = read < SLICE;
    if (atEnd && this.#tails.isBehind) this.#breaks('The log is shorter than its last checkpoint says.');
    return read;
  }

  async #readOn(): Promise<void> {
    while ((await this.#slice()) === SLICE) await nextTurn();
  }

  #afterLeaf(tail: LogTail, type: string): void {
    if (tail.size === tail.sealed) {
      this.#breaks(tail.checkRoot()?.message);
      // The leaves of a log that was taken over prove its events from here on.
      if (!this.#broken) this.#seals.add({ growth: this.#tails.growth });
    }
    const unsealed = tail.size - tail.sealed;
    const due = unsealed % this.every.events === 0 || this.#options.boundaries?.has(type) === true;
    if (unsealed > 0 && due) this.#trySeal();
    // Leaves do not pile up in memory while nothing can be signed.
    if (tail.growth.count >= MOST_WAITING) this.#seals.add({ growth: this.#tails.growth });
  }

  #trySeal(): void {
    try {
      this.#sign((heads) => this.#signer.sign(heads));
    } catch (error) {
      this.#problem = problemOf(error);
      this.#failedAt = this.#now();
      this.#waitsFrom = this.#stopwatch();
    }
  }

  #sign(sign: (heads: Heads) => Signed): Signed {
    this.#breaks(this.#signer.disagreement);
    if (this.#broken) throw refuse('seal-broken', this.#broken.message);
    if (this.#tails.isBehind)
      throw refuse('seal-broken', 'The log is shorter than its last checkpoint says.');
    const signed = sign(this.#tails.heads);
    try {
      const { checkpoint, key, isMade: _, ...rest } = signed;
      const keys = key ? [key] : [];
      this.#seals.add({ ...rest, checkpoints: [checkpoint], keys, growth: this.#tails.growth });
    } catch (error) {
      // A key that signed nothing leaves no file behind.
      if (signed.key && signed.isMade) this.#options.keys.remove(signed.key.id);
      throw error;
    }
    this.#tails.markSealed();
    this.#waitsFrom = undefined;
    this.#problem = undefined;
    this.#listKeys();
    void this.publication.publish();
    return signed;
  }

  #listKeys(): void {
    try {
      const keys = this.#seals.verifierKeys();
      if (this.#options.sharesKeys) this.#options.keys.listAlso(keys.map(({ text }) => text));
      else this.#options.keys.list(keys.map(listedText));
    } catch (error) {
      this.#problem = problemOf(error);
    }
  }

  /** Before anything is signed: the keys, both logs and all that was published must be those of the seals. */
  async #resume(): Promise<void> {
    this.#breaks(this.#signer.disagreement);
    this.#breaks((await this.#tails.resume())?.message);
    this.#breaks(await this.publication.divergence());
  }

  #breaks(message: string | undefined): void {
    if (message !== undefined) this.#broken ??= { code: 'seal-broken', message };
  }

  #now(): number {
    return Date.parse(this.#options.clock());
  }
}
