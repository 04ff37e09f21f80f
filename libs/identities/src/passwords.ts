import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { RefusalError } from '#kernel';
import { refuse } from './refusals.ts';

/** What one try of a password costs. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Argon2id (RFC 9106) above its second recommendation: 64 MiB, three passes, one lane. */
export const DEFAULT_COST: PasswordCost = { memoryKiB: 65_536, passes: 3 };

const LENGTH = { least: 12, most: 256 };
const DIFFERENT = 5;
/** Characters beside the name of the account. */
const BESIDE_NAME = 5;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** Each takes its memory for a fifth of a second: more at once would help nobody but who floods the service. */
const AT_ONCE = 2;
const WAITING = 64;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/;

const run = promisify(argon2);

/** Derives the tag of a text with a salt, at a cost. */
export type Derivation = (text: string, salt: Buffer, cost: PasswordCost) => Promise<Buffer>;

/** Argon2id (RFC 9106), one lane. */
export const argon2id: Derivation = (message, nonce, { memoryKiB: memory, passes }) =>
  run('argon2id', { message, nonce, parallelism: 1, tagLength: TAG_BYTES, memory, passes });

/** Whether a hash is of the password. */
export type Comparison = (password: string, hash: string | undefined) => Promise<boolean>;

/** Hashes passwords and compares them; the cost stands with each hash, so that it can be raised. */
export class Passwords {
  readonly #cost: PasswordCost;
  readonly #derive: Derivation;
  readonly #gate = new Gate(AT_ONCE, WAITING);
  /** Fits no password; compared with where there is none, at the same cost. */
  readonly #nobodys: string;

  constructor(cost: PasswordCost = DEFAULT_COST, derive: Derivation = argon2id) {
    this.#cost = cost;
    this.#derive = derive;
    this.#nobodys = phcOf(cost, randomBytes(SALT_BYTES), randomBytes(TAG_BYTES));
  }

  /** Whether another password would be checked now. */
  get hasRoom(): boolean {
    return this.#gate.hasRoom;
  }

  /** The hash as a PHC string. Refuses with `password-too-weak` what is easily guessed. */
  async hash(password: string, name: string): Promise<string> {
    const text = password.normalize('NFKC');
    mustBeStrong(text, name);
    return this.#hashed(text);
  }

  /** Whether it is the password; takes as long when there is none to compare with. */
  matches(password: string, hash: string | undefined): Promise<boolean> {
    return this.inTurn((compare) => compare(password, hash));
  }

  /**
   * Work that compares passwords, when its turn comes; its place is taken at once, so that too many are sent away before
   * any of them has tried anything. Refuses with `sign-in-busy`.
   */
  inTurn<T>(work: (compare: Comparison) => Promise<T>): Promise<T> {
    return this.#gate.through(() => work((password, hash) => this.#compared(password, hash)));
  }

  async #compared(password: string, hash: string | undefined): Promise<boolean> {
    const [, memory = '', passes = '', salt = '', tag = ''] = PHC.exec(hash ?? this.#nobodys) ?? [];
    const expected = Buffer.from(tag, 'base64');
    const cost = { memoryKiB: Number(memory), passes: Number(passes) };
    const found = await this.#derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), cost);
    return timingSafeEqual(found, expected) && hash !== undefined;
  }

  /** Whether a hash was made at less than today's cost. */
  isOutdated(hash: string): boolean {
    const [, memory, passes] = PHC.exec(hash) ?? [];
    return Number(memory) < this.#cost.memoryKiB || Number(passes) < this.#cost.passes;
  }

  /** The hash of a password that was accepted before; it is not judged again. */
  rehash(password: string): Promise<string> {
    return this.#hashed(password.normalize('NFKC'));
  }

  async #hashed(text: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return phcOf(this.#cost, salt, await this.#gate.through(() => this.#derive(text, salt, this.#cost)));
  }
}

const phcOf = ({ memoryKiB, passes }: PasswordCost, salt: Buffer, tag: Buffer): string =>
  `$argon2id$v=19$m=${String(memoryKiB)},t=${String(passes)},p=1$${bare(salt)}$${bare(tag)}`;

const bare = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function mustBeStrong(text: string, name: string): void {
  const characters = Array.from(text);
  const isStrong =
    characters.length >= LENGTH.least &&
    characters.length <= LENGTH.most &&
    new Set(characters).size >= DIFFERENT &&
    Array.from(text.toLowerCase().replaceAll(name.toLowerCase(), '')).length > BESIDE_NAME;
  if (isStrong) return;
  throw refuse(
    'password-too-weak',
    `The password is too weak: expected ${String(LENGTH.least)} to ${String(LENGTH.most)} characters, ${String(DIFFERENT)} different ones at least, and more than the name of the account.`,
  );
}

const busy = (): RefusalError =>
  refuse('sign-in-busy', 'Too many passwords are being checked; try again in a moment.', {
    retryAfterMs: 1_000,
  });

/** Lets a few through at once; the others wait, and too many are sent away. */
class Gate {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  get hasRoom(): boolean {
    return this.#inside < this.#atOnce || this.#waiting.length < this.#mostWaiting;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (!this.hasRoom) throw busy();
    if (this.#inside >= this.#atOnce) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#inside += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever waits takes the place over.
      if (next) next();
      else this.#inside -= 1;
    }
  }
}
