import { randomBytes } from 'node:crypto';
import {
  formatCheckpoint,
  formatVerifierKey,
  newSigningKey,
  type SigningKey,
  signNote,
  type TreeHead,
} from '#audit-trail';
import { type Instant, isRefusal, RefusalError } from '#kernel';
import type { StoredCheckpoint } from './checkpoints.ts';
import type { KeyFolder } from './key-folder.ts';
import { refuse } from './refusals.ts';
import { problemOf, type SealProblem } from './seal-status.ts';
import type { NewKey, SealsFile } from './seals-file.ts';

export interface SignerOptions {
  readonly seals: SealsFile;
  readonly keys: KeyFolder;
  /** Name of the ledger; one is made up at the first checkpoint when it is not said. */
  readonly origin?: string | undefined;
  readonly clock: () => Instant;
}

/** The heads of both trees, which one signature seals. */
export interface Heads {
  readonly ledger: TreeHead;
  readonly access: TreeHead;
}

/** What a checkpoint adds to the seals beside the leaves under it. */
export interface Signed {
  readonly checkpoint: StoredCheckpoint;
  /** The first time alone. */
  readonly origin?: string;
  readonly key?: NewKey;
}

const ORIGIN = /^[^\s+\p{C}]{1,255}$/u;

/** Signs checkpoints with the key of the ledger, which is made with the first of them. */
export class Signer {
  readonly #seals: SealsFile;
  readonly #keys: KeyFolder;
  readonly #origin: string | undefined;
  readonly #clock: () => Instant;

  /** Throws `seal-origin-wrong` or `seal-origin-differs`. */
  constructor({ seals, keys, origin, clock }: SignerOptions) {
    this.#seals = seals;
    this.#keys = keys;
    this.#origin = origin;
    this.#clock = clock;
    if (origin !== undefined) mustBeOrigin(origin, seals.origin);
  }

  /** Signs the heads with the current key. Throws `seal-key-missing`, or what is wrong with the key. */
  sign(heads: Heads): Signed {
    const origin = this.#seals.origin;
    if (origin !== undefined) return { checkpoint: this.#checkpoint(origin, heads, [this.#current()]) };
    this.#mustBeNew();
    return this.#first(this.#origin ?? `obligo.local/ledger/${randomBytes(4).toString('hex')}`, heads);
  }

  /**
   * Signs the heads with a new key, and with the one before it unless that is lost. Throws as `sign` does, and
   * `seal-key-missing` where nothing was signed yet.
   */
  rotate(heads: Heads, lost: boolean): Signed {
    const origin = this.#seals.origin;
    if (origin === undefined) {
      throw refuse(
        'seal-key-missing',
        'Nothing was sealed yet: the first key is made with the first checkpoint.',
      );
    }
    const before = lost ? [] : [this.#current()];
    const key = newSigningKey(origin);
    this.#keys.write(key);
    const checkpoint = this.#checkpoint(origin, heads, [...before, key]);
    return {
      checkpoint,
      key: { ...publicHalf(key), since: checkpoint.time, before: lost ? 'lost' : 'rotated' },
    };
  }

  /** What would stand in the way of a signature now. */
  problem(): SealProblem | undefined {
    try {
      if (this.#seals.origin === undefined) this.#mustBeNew();
      else this.#current();
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** A ledger without seals, whose keys tell of some, was sealed before. */
  #mustBeNew(): void {
    if (this.#keys.listed().length > 0) {
      const message = `${this.#keys.dir} lists the keys of a ledger that was sealed, and its seals are missing: restore ${this.#seals.file}, or keep the keys of a new ledger in another folder.`;
      throw refuse('seal-broken', message, { keys: this.#keys.dir, file: this.#seals.file });
    }
  }

  #first(origin: string, heads: Heads): Signed {
    const key = newSigningKey(origin);
    this.#keys.write(key);
    const checkpoint = this.#checkpoint(origin, heads, [key]);
    return { checkpoint, origin, key: { ...publicHalf(key), since: checkpoint.time } };
  }

  #current(): SigningKey {
    const current = this.#seals.currentKey();
    if (!current) throw refuse('seal-key-missing', 'The seals name no key that signs now.');
    return this.#keys.read(current.key.id);
  }

  #checkpoint(origin: string, { ledger, access }: Heads, keys: readonly SigningKey[]): StoredCheckpoint {
    const latest = this.#seals.latest();
    const now = this.#clock();
    // A clock that was put back must not let checkpoints contradict one another.
    const time = latest && latest.time > now ? latest.time : now;
    const note = signNote(formatCheckpoint({ origin, ...ledger, time, access }), keys);
    if (isRefusal(note)) throw new RefusalError(note);
    return { number: (latest?.number ?? 0) + 1, size: ledger.size, accessSize: access.size, time, note };
  }
}

const publicHalf = ({ id, verifier }: SigningKey): { readonly id: string; readonly text: string } => ({
  id,
  text: formatVerifierKey(verifier),
});

function mustBeOrigin(origin: string, sealed: string | undefined): void {
  if (!ORIGIN.test(origin)) {
    const message = `The origin "${origin.slice(0, 64)}" cannot name a ledger: expected up to 255 characters without space and plus sign, such as ledger.example/etda.`;
    throw refuse('seal-origin-wrong', message, { given: origin.slice(0, 255) });
  }
  if (sealed === undefined || sealed === origin) return;
  const message = `The ledger is sealed under the origin ${sealed}: expected that one, not ${origin}; an origin never changes.`;
  throw refuse('seal-origin-differs', message, { given: origin, sealed });
}
