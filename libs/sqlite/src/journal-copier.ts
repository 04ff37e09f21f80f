import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Pages of the journal that bring about copying it: the sync of a longer copy would hold that of the next commit. */
const COPIED_PAGES = 1_000;

/** Commits between two looks at the length of the journal. */
const BETWEEN = 16;

/** Looks that are left out where a reader kept the journal from being copied: it may go on for minutes. */
const PATIENT_LOOKS = 16;

/** How long closing a file waits for a copy on its way; longer than a slow disk takes. */
const PATIENCE_MS = 30_000;

/** The connection that writes is never the last to close the file, so nothing is removed here. */
const COPY = `
const { DatabaseSync } = require('node:sqlite');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ url, busy, copy }) => {
  let isCopied = false;
  try {
    const database = new DatabaseSync(new URL(url));
    try { database.exec('PRAGMA wal_checkpoint(PASSIVE)'); } finally { database.close(); }
    isCopied = true;
  } catch {
    // The connection that writes copies by itself then.
  }
  Atomics.store(busy, 0, 0);
  Atomics.notify(busy, 0);
  parentPort.postMessage({ copy, isCopied });
});`;

/** A copy on its way. */
interface Copy {
  /** One until it has ended. */
  readonly busy: Int32Array;
  /** Hears whether the thread could. */
  readonly onEnd: (isCopied: boolean) => void;
}

interface Told {
  readonly copy: number;
  readonly isCopied: boolean;
}

/** How much of a journal waits to be copied into the file, and how much of it is there. */
interface Journal {
  readonly waiting: number;
  readonly copied: number;
}

let thread: Worker | undefined;
/** By their numbers. A channel for each copy would hold a posting for 0.1 ms. */
const underWay = new Map<number, Copy>();
let copies = 0;

/** One thread for all files of the process, begun when the first journal is long. It keeps no process from ending. */
function copyingThread(): Worker {
  if (!thread) {
    thread = new Worker(COPY, { eval: true });
    thread.on('message', ({ copy, isCopied }: Told) => {
      const ended = underWay.get(copy);
      underWay.delete(copy);
      ended?.onEnd(isCopied);
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
  const lost = [...underWay.values()];
  underWay.clear();
  for (const { busy, onEnd } of lost) {
    Atomics.store(busy, 0, 0);
    Atomics.notify(busy, 0);
    onEnd(false);
  }
}

/**
 * Copies the journal (WAL) of a SQLite file into the file from a thread of its own, while the connection that writes goes
 * on: a long copy would hold every posting for tens of milliseconds. What came in meanwhile is copied by the connection
 * itself once it is short, so that the journal begins anew. A reader that holds an old state, as a verification does, keeps
 * the journal growing until it ends: then, too, the thread takes most of it. The connection copies much only where the
 * thread cannot.
 */
export class JournalCopier {
  readonly #database: DatabaseSync;
  readonly #url: string;
  readonly #pages: number;
  readonly #length;
  readonly #busy = new Int32Array(new SharedArrayBuffer(4));
  #commits = 0;
  /** Copies one after the other, each of what came in during the one before. */
  #rounds = 0;
  #looksLeftOut = 0;

  /**
   * `pages` that wait in the journal bring a copy about. The connection must be open for writing; from now on SQLite itself
   * copies no more after its commits.
   */
  constructor(
    database: DatabaseSync,
    { file, pages = COPIED_PAGES }: { readonly file: string; readonly pages?: number },
  ) {
    this.#database = database;
    this.#url = `${pathToFileURL(file).href}?mode=rw`;
    this.#pages = pages;
    database.exec('PRAGMA wal_autocheckpoint = 0');
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
    if (this.#looksLeftOut > 0) {
      this.#looksLeftOut -= 1;
      return;
    }
    const journal = this.#journal();
    if (journal.waiting < this.#pages) return;
    this.#rounds = 0;
    this.#copy(journal);
  }

  /** Waits until no copy is on its way: to be called before the connection is closed or the journal is emptied. */
  settle(): void {
    if (this.#isCopying) Atomics.wait(this.#busy, 0, 1, PATIENCE_MS);
  }

  get #isCopying(): boolean {
    return Atomics.load(this.#busy, 0) === 1;
  }

  /** In pages. */
  #journal(): Journal {
    try {
      const { log = 0, checkpointed = 0 } = this.#length.get() ?? {};
      return { waiting: Number(log) - Number(checkpointed), copied: Number(checkpointed) };
    } catch {
      return { waiting: 0, copied: 0 };
    }
  }

  /** Has the thread copy what waits. */
  #copy({ copied }: Journal): void {
    Atomics.store(this.#busy, 0, 1);
    this.#rounds += 1;
    copies += 1;
    const onEnd = (isCopied: boolean): void => (isCopied ? this.#goOn(copied) : this.#copyHere());
    underWay.set(copies, { busy: this.#busy, onEnd });
    copyingThread().postMessage({ url: this.#url, busy: this.#busy, copy: copies });
  }

  #goOn(copiedBefore: number): void {
    if (!this.#isFree) return;
    const journal = this.#journal();
    // Twice as much each time: however fast others write, the journal begins anew at last.
    if (journal.waiting <= (this.#pages / 4) * 2 ** this.#rounds) this.#copyHere();
    else if (journal.copied !== copiedBefore) this.#copy(journal);
    else this.#looksLeftOut = PATIENT_LOOKS;
  }

  get #isFree(): boolean {
    return this.#database.isOpen && !this.#database.isTransaction && !this.#isCopying;
  }

  #copyHere(): void {
    if (!this.#isFree) return;
    try {
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // The journal keeps what could not be copied, and a later commit tries again.
    }
  }
}
