import type { Instant } from '#kernel';
import type { KeyEnd, ListedKey } from '../listed-key.ts';
import type { VerifierKey } from '../verifier-key.ts';

/** When a key signed, as its checkpoints tell. */
export interface KeyTurn {
  readonly since: Instant;
  readonly ended?: KeyEnd;
  /** Events under the last checkpoint that it signed. */
  readonly size: number;
}

/** What a signature names its key by. */
export const nameOfKey = ({ name, id }: Pick<VerifierKey, 'name' | 'id'>): string => `${name}+${id}`;

/**
 * Which keys sign, followed from checkpoint to checkpoint: from the first one that a new key signs, the keys before it sign no
 * more; that one they may sign, too.
 */
export class KeyTurns {
  readonly #turns = new Map<string, KeyTurn>();
  #current: ReadonlySet<string> = new Set();

  /** The signers whose turn is over. */
  past(signers: readonly string[]): string[] {
    return signers.filter((signer) => this.#turns.has(signer) && !this.#current.has(signer));
  }

  take({ time, size }: { readonly time: Instant; readonly size: number }, signers: readonly string[]): void {
    const begun = signers.filter((signer) => !this.#turns.has(signer));
    for (const signer of begun.length > 0 ? this.#current : []) {
      const how = signers.includes(signer) ? 'rotated' : 'lost';
      this.#set(signer, { ended: { until: time, how } });
    }
    if (begun.length > 0) this.#current = new Set(begun);
    for (const signer of signers) this.#set(signer, { since: this.#turns.get(signer)?.since ?? time, size });
  }

  of(key: Pick<VerifierKey, 'name' | 'id'>): KeyTurn | undefined {
    return this.#turns.get(nameOfKey(key));
  }

  /** Where a list of keys says something else than the checkpoints beside it; nothing while there are none. */
  differences(keys: readonly ListedKey[]): { readonly key: ListedKey; readonly message: string }[] {
    if (this.#turns.size === 0) return [];
    return keys.flatMap((key) => {
      const turn = this.of(key);
      const whose = `The key ${nameOfKey(key)}`;
      if (!turn) {
        const message = `${whose} is listed and signed no checkpoint: expected at least the one that it began with.`;
        return [{ key, message }];
      }
      const { ended } = key;
      if (!ended || (turn.ended?.until === ended.until && turn.ended.how === ended.how)) return [];
      const told = turn.ended ? `until ${turn.ended.until} ${turn.ended.how}` : 'no end of it';
      const message = `${whose} is listed with "until ${ended.until} ${ended.how}": the checkpoints tell ${told}.`;
      return [{ key, message }];
    });
  }

  /** What whoever relies on the checkpoints of lost keys should know. */
  notices(): string[] {
    return [...this.#turns].flatMap(([key, { ended, size }]) =>
      ended?.how === 'lost'
        ? [
            `the key ${key} was lost or stolen at ${ended.until}: whoever has it could have signed the first ${size} events anew; compare with a checkpoint or a time-stamp that was kept elsewhere`,
          ]
        : [],
    );
  }

  #set(signer: string, turn: Partial<KeyTurn>): void {
    this.#turns.set(signer, { since: '' as Instant, size: 0, ...this.#turns.get(signer), ...turn });
  }
}
