import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Commits between two looks at the length of the journal. */
const BETWEEN = 16;

/** How long closing a file waits for a copy on its way; longer than a slow disk takes. */
const PATIENCE_MS = 30_000;

/** The connection that writes is never the last to close the file, so nothing is removed here. */
const COPY = `
const { DatabaseSync } = require('node:sqlite');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ url, busy, copy }) => {
  try {
    const database = new DatabaseSync(new URL(url));
    try { database.exec('PRAGMA wal_checkpoint(PASSIVE)'); } finally { database.close(); }
  } catch {
    // The connection that writes copies by itself when the journal grows on.
  }
  Atomics.store(busy, 0, 0);
  Atomics.notify(busy, 0);
  parentPort.postMessage(copy);
});`;

/** A copy on its way. */
interface Copy {
  /** One until it has ended. */
  readonly busy: Int32Array;
  readonly onCopied: () => void;
}

let thread: Worker | undefined;
/** By their numbers. A channel for each copy would hold a posting for 0.1 ms. */
const underWay = new Map<number, Copy>();
let copies = 0;

/** One thread for all files of the process, begun when the first journal is long. It keeps no process from ending. */
function copyingThread(): Worker {
  if (!thread) {
    thread = new Worker(COPY, { eval: true });
    thread.on('message', (copy: number) => {
      underWay.get(copy)?.onCopied();
      underWay.delete(copy);
    });
    // Last: a listener for messages keeps the process again.
    thread.unref();
    // The exit follows.
    thread.once('error', () => undefined);
    thread.once('exit', endCopies);
  }
  return thread;
}

/** Nobody waits for a thread that has ended; the next copy begins another one. */
function endCopies(): void {
  thread = undefined;
  for (const { busy } of underWay.values()) {
    Atomics.store(busy, 0, 0);
    Atomics.notify(busy, 0);
  }
  underWay.clear();
}

/**
 * Copies the journal (WAL) of a SQLite file into the file from a thread of its own, while the connection that writes goes
 * on: a long copy would hold every posting for tens of milliseconds. What came in meanwhile is short and is copied by the
 * connection itself, so that the journal begins anew. `PRAGMA wal_autocheckpoint` stays as a bound for when the thread
 * does not keep up.
 */
export class JournalCopier {
  readonly #database: DatabaseSync;
  readonly #url: string;
  readonly #pages: number;
  readonly #length;
  readonly #busy = new Int32Array(new SharedArrayBuffer(4));
  #commits = 0;

  /** `pages` that wait in the journal bring a copy about; the connection must be open for writing. */
  constructor(database: DatabaseSync, { file, pages }: { readonly file: string; readonly pages: number }) {
    this.#database = database;
    this.#url = `${pathToFileURL(file).href}?mode=rw`;
    this.#pages = pages;
    this.#length = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  }

  /** To be told of each commit, outside a transaction. Never throws: what is committed is committed. */
  committed(): void {
    this.#commits += 1;
    if (this.#commits % BETWEEN === 0) this.committedMuch();
  }

  /** To be told of a commit of many events, outside a transaction. Never throws. */
  committedMuch(): void {
    if (this.#isCopying) return;
    if (this.#waiting() >= this.#pages) this.#copy();
  }

  /** Waits until no copy is on its way: to be called before the connection is closed or the journal is emptied. */
  settle(): void {
    if (this.#isCopying) Atomics.wait(this.#busy, 0, 1, PATIENCE_MS);
  }

  get #isCopying(): boolean {
    return Atomics.load(this.#busy, 0) === 1;
  }

  /** Pages of the journal that are not in the file yet. */
  #waiting(): number {
    try {
      const { log = 0, checkpointed = 0 } = this.#length.get() ?? {};
      return Number(log) - Number(checkpointed);
    } catch {
      return 0;
    }
  }

  #copy(): void {
    Atomics.store(this.#busy, 0, 1);
    copies += 1;
    underWay.set(copies, { busy: this.#busy, onCopied: () => this.#copyRest() });
    copyingThread().postMessage({ url: this.#url, busy: this.#busy, copy: copies });
  }

  #copyRest(): void {
    if (!this.#database.isOpen || this.#database.isTransaction || this.#isCopying) return;
    try {
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // The journal keeps what could not be copied, and a later commit tries again.
    }
  }
}
