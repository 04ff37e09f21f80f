import { messageOf } from '#kernel';
import type { SealsFile } from '../seals-file.ts';
import { listedText } from '../verifier-keys.ts';
import { Diverged, type Target } from './target.ts';

/** How far a place of publication has come. */
export interface PublicationStatus {
  readonly kind: Target['kind'];
  readonly path: string;
  /** Number of the last checkpoint that stands there. */
  readonly published: number;
  /** Checkpoints that do not stand there yet. */
  readonly lag: number;
  readonly problem: string | null;
}

interface Place {
  readonly target: Target;
  published: number;
  /** What stands there is known; after a failure it is looked at anew. */
  known: boolean;
  problem: string | undefined;
}

/** How long a place may take to answer before the ledger goes on without it. */
const PATIENCE_MS = 5_000;
const PAGE = 100;

/** Brings checkpoints to the places where others see them, in order; what is missing there is added. */
export class Publication {
  readonly #seals: SealsFile;
  readonly #places: readonly Place[];
  #running: Promise<void> = Promise.resolve();

  constructor(seals: SealsFile, targets: readonly Target[]) {
    this.#seals = seals;
    this.#places = targets.map((target) => ({ target, published: 0, known: false, problem: undefined }));
  }

  /**
   * Looks at every place before the first signature: what was published there and is not stored here was signed by a
   * later state of this ledger, and signing on would contradict it. Gives that contradiction.
   */
  async divergence(): Promise<string | undefined> {
    const found = await Promise.all(
      this.#places.map((place) => inTime(this.#look(place).then(() => undefined, divergenceIn))),
    );
    return found.find((message) => message !== undefined);
  }

  /** Publishes what is missing, in the background of postings; a place that fails is told and tried again. */
  publish(): Promise<void> {
    const run = this.#running.then(async () => {
      await Promise.all(this.#places.map((place) => this.#bring(place)));
    });
    this.#running = run;
    return inTime(run);
  }

  status(): PublicationStatus[] {
    const latest = this.#seals.latest()?.number ?? 0;
    return this.#places.map(({ target: { kind, path }, published, problem = null }) => {
      return { kind, path, published, lag: latest - published, problem };
    });
  }

  get lag(): number {
    return this.status().reduce((most, { lag }) => Math.max(most, lag), 0);
  }

  async #bring(place: Place): Promise<void> {
    try {
      await this.#look(place);
      await this.#addMissing(place);
      place.problem = undefined;
    } catch (error) {
      place.problem = messageOf(error);
      place.known = false;
    }
  }

  async #addMissing(place: Place): Promise<void> {
    const keys = this.#seals.verifierKeys().map(listedText);
    for (;;) {
      const missing = this.#seals.checkpointsAfter(place.published, PAGE);
      if (missing.length === 0) return;
      for (const checkpoint of missing) {
        if (place.target.isDue?.(checkpoint) === false) return;
        await place.target.add(checkpoint, keys);
        place.published = checkpoint.number;
      }
    }
  }

  async #look(place: Place): Promise<void> {
    if (place.known) return;
    place.published = await place.target.resume(this.#seals);
    place.known = true;
  }
}

const divergenceIn = (error: unknown): string | undefined =>
  error instanceof Diverged ? error.message : undefined;

/** Waits for a place, but not for ever: a share that hangs must not hold up the ledger. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    // What is waited for keeps the process alive, where there is anything.
    timer.unref();
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
