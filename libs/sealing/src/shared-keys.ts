import { newSigningKey, parseVerifierKey, formatVerifierKey, type SigningKey } from '#audit-trail';
import { isRefusal, RefusalError } from '#kernel';
import type { KeyFolder } from './key-folder.ts';
import { refuse } from './refusals.ts';

/**
 * The folder of keys of several processes that seal the same logs, each on its own. They sign with the key that it lists
 * last: whoever begins a new one lists it there, and the others follow with their next checkpoint.
 */
export class SharedKeys {
  readonly #keys: KeyFolder;

  constructor(keys: KeyFolder) {
    this.#keys = keys;
  }

  /**
   * The key that signs now; made by whoever comes first. Throws `seal-origin-differs` when the folder belongs to another
   * ledger, `seal-key-missing`, or what is wrong with the key.
   */
  current(origin: string): SigningKey {
    const listed = this.#keys.listed().at(-1) ?? this.#first(origin);
    const key = parseVerifierKey(listed);
    if (isRefusal(key)) throw new RefusalError(key);
    if (key.name === origin) return this.#keys.read(key.id);
    const message = `${this.#keys.dir} holds the keys of ${key.name}: expected those of ${origin}; an origin never changes.`;
    throw refuse('seal-origin-differs', message, { given: origin, sealed: key.name });
  }

  #first(origin: string): string {
    const key = newSigningKey(origin);
    this.#keys.write(key);
    const text = formatVerifierKey(key.verifier);
    const [first = text] = this.#keys.listFirst(text);
    if (first !== text) this.#keys.remove(key.id);
    return first;
  }
}
