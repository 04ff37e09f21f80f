import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredCheckpoint } from '../checkpoints.ts';
import type { SealsFile } from '../seals-file.ts';
import { Diverged, type Target } from './target.ts';

const NAME = /^checkpoint-(\d{12})\.txt$/;
const KEYS = 'keys.txt';

/** A folder, usually on a share of another machine, with a file for each checkpoint, and the keys to verify them. */
export class WitnessFolder implements Target {
  readonly kind = 'witness';
  readonly path: string;
  /** Of checkpoints that stand there beyond one that is missing. */
  #there = new Set<number>();
  #keys = '';

  constructor(path: string) {
    this.path = path;
  }

  async resume(seals: SealsFile): Promise<number> {
    await mkdir(this.path, { recursive: true });
    const numbers = (await readdir(this.path)).flatMap((name) => Number(NAME.exec(name)?.[1] ?? []));
    this.#there = new Set(numbers);
    const last = numbers.reduce((most, number) => Math.max(most, number), 0);
    if (last > 0) await this.#mustBeOurs(last, seals);
    let number = 0;
    while (this.#there.has(number + 1)) number += 1;
    return number;
  }

  async add({ number, note }: StoredCheckpoint, verifierKeys: readonly string[]): Promise<void> {
    const keys = verifierKeys.map((key) => `${key}\n`).join('');
    if (keys !== this.#keys) await this.#write(KEYS, keys);
    this.#keys = keys;
    // What stands there is never written again.
    if (!this.#there.has(number)) await this.#write(nameOf(number), note);
    this.#there.add(number);
  }

  async #mustBeOurs(number: number, seals: SealsFile): Promise<void> {
    const note = await readFile(join(this.path, nameOf(number)), 'utf8');
    if (note !== seals.checkpoint(number)?.note) {
      throw new Diverged(join(this.path, nameOf(number)), 'is a checkpoint that this ledger has not signed');
    }
  }

  /** Readers see the whole file or none. */
  async #write(name: string, text: string): Promise<void> {
    const fresh = join(this.path, `.${name}.new`);
    const handle = await open(fresh, 'w', 0o644);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, join(this.path, name));
  }
}

const nameOf = (number: number): string => `checkpoint-${String(number).padStart(12, '0')}.txt`;
