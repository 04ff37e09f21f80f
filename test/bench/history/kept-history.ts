import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { equalJournal } from './journal.ts';
import { type HistoryOptions, shapeOf } from './shape.ts';
import { writeHistory, type Writing } from './write-history.ts';

/** Histories that several benches of one run share. */
export class KeptHistories {
  readonly #folder: string;

  /** Keeps them in this folder, which is made when it is missing. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The folder of a history, written at the first time. Whoever changes something there takes a `copy`. */
  async folder(options: HistoryOptions, writing: Writing = {}): Promise<string> {
    const shape = JSON.stringify(shapeOf(options));
    const name = `${options.events}-${createHash('sha256').update(shape).digest('hex').slice(0, 12)}`;
    const kept = path.join(this.#folder, name);
    // What was given up halfway has another name.
    if (!existsSync(kept)) await this.#made(kept, (draft) => writeHistory(draft, options, writing));
    return kept;
  }

  /** A copy of a history in an empty folder. */
  async copy(options: HistoryOptions, to: string): Promise<void> {
    cpSync(await this.folder(options), to, { recursive: true });
  }

  /** The file with the same money as a journal for the program `ledger`. */
  async journal(options: HistoryOptions): Promise<string> {
    const folder = await this.folder(options);
    const kept = `${folder}.journal`;
    if (!existsSync(kept)) await this.#made(kept, (draft) => equalJournal(folder, draft));
    return kept;
  }

  async #made(kept: string, make: (draft: string) => Promise<unknown>): Promise<void> {
    const draft = `${kept}.${process.pid}`;
    mkdirSync(this.#folder, { recursive: true });
    try {
      await make(draft);
      renameSync(draft, kept);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
}
