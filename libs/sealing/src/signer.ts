import { randomBytes } from 'node:crypto';
import {
  formatCheckpoint,
  formatVerifierKey,
  newSigningKey,
  type SigningKey,
  signNote,
  type TreeHead,
  verifyNote,
} from '#audit-trail';
import { type Instant, isRefusal, RefusalError } from '#kernel';
import type { StoredCheckpoint } from './checkpoints.ts';
import { keyDisagreements } from './key-agreement.ts';
import type { KeyFolder } from './key-folder.ts';
import { refuse } from './refusals.ts';
import { problemOf, type SealProblem } from './seal-status.ts';
import type { NewKey, SealsFile } from './seals-file.ts';
import { SharedKeys } from './shared-keys.ts';

export interface SignerOptions {
  readonly seals: SealsFile;
  readonly keys: KeyFolder;
  /** Name of the ledger; one is made up at the first checkpoint when it is not said. */
  readonly origin?: string | undefined;
  readonly sharesKeys?: boolean | undefined;
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
  /** Whether that key was made for it. */
  readonly isMade?: true;
}

const ORIGIN = /^[^\s+\p{C}]{1,255}$/u;

/** Signs checkpoints with the key of the ledger, which is made with the first of them. */
export class Signer {
  readonly #seals: SealsFile;
  readonly #keys: KeyFolder;
  readonly #origin: string | undefined;
  readonly #clock: () => Instant;
  readonly #shared: SharedKeys | undefined;

  /** Throws `seal-origin-wrong` or `seal-origin-differs`. */
  constructor({ seals, keys, origin, sharesKeys, clock }: SignerOptions) {
    this.#shared = sharesKeys ? new SharedKeys(keys) : undefined;
    this.#seals = seals;
    this.#keys = keys;
    this.#origin = origin;
    this.#clock = clock;
    if (origin !== undefined) mustBeOrigin(origin, seals.origin);
  }

  /** Signs the heads with the current key. Throws `seal-key-missing`, or what is wrong with the key. */
  sign(heads: Heads): Signed {
    if (this.#shared) return this.#signAmongOthers(this.#shared, heads);
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
      isMade: true,
    };
  }

  /** Whether another process began a key that this one has not signed with yet. */
  get isBehind(): boolean {
    const origin = this.#seals.origin;
    if (!this.#shared || origin === undefined) return false;
    return this.#shared.current(origin).id !== this.#seals.currentKey()?.key.id;
  }

  /**
   * Why the seals are not those of the keys: their keys are not those that are kept apart from them, or the last checkpoint is
   * not signed by the key that they say signs. Nothing more is signed then, lest a forged history gets a true signature.
   */
  get disagreement(): string | undefined {
    const sealed = this.#seals.verifierKeys().map(({ text }) => text);
    const [first] = keyDisagreements(this.#keys, sealed, { sharesKeys: this.#shared !== undefined });
    if (first) {
      return `The keys are not those that the ledger was sealed with. ${first.message} Keep everything as it is and verify a copy; begin no new key.`;
    }
    const [latest, current] = [this.#seals.latest(), this.#seals.currentKey()];
    if (!latest || !current) return undefined;
    const note = verifyNote(latest.note, [current.key]);
    if (!isRefusal(note) && note.signatures.some(({ standing }) => standing === 'verified')) return undefined;
    return `The last checkpoint is not signed by ${current.text}, the key that signs: expected its signature on every checkpoint since ${current.since}. Keep everything as it is and verify a copy; begin no new key.`;
  }

  /** What would stand in the way of a signature now. */
  problem(): SealProblem | undefined {
    try {
      if (this.#shared) this.#shared.current(this.#sharedOrigin());
      else if (this.#seals.origin === undefined) this.#mustBeNew();
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
    return { checkpoint, origin, key: { ...publicHalf(key), since: checkpoint.time }, isMade: true };
  }

  /** Signs with the key that all sign with; also with the one before it, where a new one was begun elsewhere. */
  #signAmongOthers(shared: SharedKeys, heads: Heads): Signed {
    const origin = this.#sharedOrigin();
    const key = shared.current(origin);
    const known = this.#seals.currentKey()?.key.id;
    if (known === key.id) return { checkpoint: this.#checkpoint(origin, heads, [key]) };
    const before = known !== undefined && this.#keys.has(known) ? [this.#keys.read(known)] : [];
    const checkpoint = this.#checkpoint(origin, heads, [...before, key]);
    const begun = { ...publicHalf(key), since: checkpoint.time };
    if (known === undefined) return { checkpoint, origin, key: begun };
    return { checkpoint, key: { ...begun, before: before.length > 0 ? 'rotated' : 'lost' } };
  }

  #sharedOrigin(): string {
    const origin = this.#seals.origin ?? this.#origin;
    if (origin !== undefined) return origin;
    throw refuse('seal-origin-wrong', 'Processes that share their keys are to be told the origin.');
  }

  #current(): SigningKey {
    const current = this.#seals.currentKey();
    if (!current) throw refuse('seal-key-missing', 'The seals name no key that signs now.');
    const key = this.#keys.read(current.key.id);
    if (formatVerifierKey(key.verifier) === current.text) return key;
    // Four bytes of a hash name the file: another key can be made to have them.
    const file = this.#keys.fileOf(key.id);
    const message = `The key in ${file} is not ${current.text}, which the seals name: keep everything as it is, and verify a copy.`;
    throw refuse('seal-broken', message, { file });
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
