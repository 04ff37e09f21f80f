import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  formatVerifierKey,
  parseListedKey,
  readSigningKey,
  type SigningKey,
  writeSigningKey,
} from '#audit-trail';
import { isRefusal, messageOf, pathDenied } from '#kernel';
import { refuse } from './refusals.ts';

const VERIFIER_KEYS = 'verifier-keys.txt';

/**
 * Where the signing keys of a ledger are kept: a folder outside the data folder, for its user alone. A copy of the data
 * folder, or a backup of it, cannot sign.
 */
export class KeyFolder {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /** Beside the data folder unless it is said. Throws `seal-keys-in-data-folder`. */
  static beside(data: string, dir = `${resolve(data)}.keys`): KeyFolder {
    const way = relative(real(data), real(dir));
    if (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way) {
      const message = `The signing keys are to be kept in ${dir}, which is in the data folder ${data}: expected a folder outside it.`;
      throw refuse('seal-keys-in-data-folder', message, { keys: dir, data });
    }
    return new KeyFolder(resolve(dir));
  }

  /** For verifiers: the folder as it is, wherever it lies. */
  static at(dir: string): KeyFolder {
    return new KeyFolder(resolve(dir));
  }

  /** The list of the public keys. */
  get listFile(): string {
    return join(this.dir, VERIFIER_KEYS);
  }

  fileOf(keyId: string): string {
    return join(this.dir, `${keyId}.key`);
  }

  has(keyId: string): boolean {
    return existsSync(this.fileOf(keyId));
  }

  /** Throws `seal-key-missing`, or what is wrong with the file. */
  read(keyId: string): SigningKey {
    const file = this.fileOf(keyId);
    if (!this.has(keyId)) {
      // Without a list beside it nothing tells whether the key is that of the ledger.
      const first =
        this.listed().length > 0
          ? ''
          : ', after comparing the keys of the seals with those that were published';
      const message = `The signing key ${file} is missing: restore it, or begin a new one with obligo seal rotate-key --lost${first}.`;
      throw refuse('seal-key-missing', message, { file });
    }
    return readSigningKey(file);
  }

  /** Writes a new key. Throws `seal-key-missing` where it cannot. */
  write(key: SigningKey): void {
    try {
      mkdirSync(this.dir, { recursive: true, mode: 0o700 });
      writeSigningKey(this.fileOf(key.id), key);
    } catch (error) {
      const message = `No signing key can be made in ${this.dir} (${messageOf(error)}): expected a folder that this user may write.`;
      throw refuse('seal-key-missing', message, { folder: this.dir }, error);
    }
  }

  /** The public halves of the signing keys that lie here and can be read. */
  publicHalves(): string[] {
    if (!existsSync(this.dir)) return [];
    const files = this.#asked(() => readdirSync(this.dir)).filter((name) => name.endsWith('.key'));
    return files.flatMap((name) => {
      try {
        return [formatVerifierKey(readSigningKey(join(this.dir, name)).verifier)];
      } catch {
        // What is wrong with it is told when it is to sign.
        return [];
      }
    });
  }

  /** A key that signs no more cannot be stolen any more. */
  remove(keyId: string): void {
    this.#asked(() => rmSync(this.fileOf(keyId), { force: true }));
  }

  /** The public keys that were listed here; they tell that a ledger was sealed. */
  listed(): string[] {
    return this.#lines().map((line) => {
      const key = parseListedKey(line);
      return isRefusal(key) ? line : formatVerifierKey(key);
    });
  }

  /** Lists the first public key, unless another process was first: then that one stands. Gives what is listed. */
  listFirst(key: string): string[] {
    const fresh = join(this.dir, `${VERIFIER_KEYS}.${process.pid}`);
    this.#asked(() => writeFileSync(fresh, `${key}\n`, { mode: 0o644 }));
    try {
      // Either this makes the list, whole, or it is there.
      linkSync(fresh, this.listFile);
    } catch (error) {
      if (!existsSync(this.listFile)) throw error;
    } finally {
      rmSync(fresh, { force: true });
    }
    return this.listed();
  }

  /** Lists what is not listed yet, for processes that share the folder: none takes out what another put in. */
  listAlso(keys: readonly string[]): void {
    this.list([...new Set([...this.listed(), ...keys])]);
  }

  /** Lists the public keys for whoever asks, one a line; readers see the old list or the new one. */
  list(keys: readonly string[]): void {
    if (this.#lines().join('\n') === keys.join('\n')) return;
    const fresh = join(this.dir, `${VERIFIER_KEYS}.new`);
    this.#asked(() => {
      writeFileSync(fresh, keys.map((key) => `${key}\n`).join(''), { mode: 0o644 });
      renameSync(fresh, this.listFile);
    });
  }

  #lines(): string[] {
    if (!existsSync(this.listFile)) return [];
    return this.#asked(() => readFileSync(this.listFile, 'utf8'))
      .split('\n')
      .filter(Boolean);
  }

  /** What the system denies is told with the folder. Throws `seal-keys-denied`. */
  #asked<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!pathDenied(error)) throw error;
      const message = `The folder of the signing keys ${this.dir} is denied (${messageOf(error)}): expected a folder that this user may read and write.`;
      throw refuse('seal-keys-denied', message, { folder: this.dir }, error);
    }
  }
}

/** Where a path leads, as far as it exists. */
function real(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  return dirname(whole) === whole ? whole : join(real(dirname(whole)), relative(dirname(whole), whole));
}
