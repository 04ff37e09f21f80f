import { EMPTY_ROOT, leafHash, parseCheckpoint, type TreeHead } from '#audit-trail';
import type { EventStore, Position, RecordedEvent, StoredBytes } from '#event-store';
import { type Instant, isRefusal } from '#kernel';
import { Growth } from './growth.ts';
import type { SealsFile } from './seals-file.ts';
import type { LogName } from './tiles.ts';

/** Where a log and its seals do not agree. */
export interface Disagreement {
  readonly log: LogName;
  /** Order of the event in its log, from 0. */
  readonly index: number;
  readonly position?: Position;
  readonly message: string;
}

/** One log as the sealer reads it: from the last stored leaf on. */
export class LogTail {
  readonly #log: LogName;
  readonly #store: EventStore;
  readonly #seals: SealsFile;
  readonly #growth: Growth;
  #last: Position | undefined;
  #sealed: number;
  /** When the first event was recorded that no checkpoint seals. */
  #since: Instant | undefined;

  constructor(log: LogName, store: EventStore, seals: SealsFile) {
    this.#log = log;
    this.#store = store;
    this.#seals = seals;
    this.#growth = new Growth(seals.tree(log));
    const { size } = this.#growth.tree;
    const latest = seals.latest();
    this.#sealed = (log === 'ledger' ? latest?.size : latest?.accessSize) ?? 0;
    this.#last = size === 0 ? undefined : seals.positionOf(log, size - 1);
  }

  get growth(): Growth {
    return this.#growth;
  }

  get size(): number {
    return this.#growth.tree.size;
  }

  /** Events that the last checkpoint seals. */
  get sealed(): number {
    return this.#sealed;
  }

  /** A checkpoint was signed over all that was read. */
  markSealed(): void {
    this.#sealed = this.size;
  }

  get head(): TreeHead {
    const { tree } = this.#growth;
    return { size: tree.size, root: tree.root() };
  }

  get since(): Instant | undefined {
    return this.size > this.sealed ? this.#since : undefined;
  }

  /** Checks that the log still ends, or goes on, where its stored leaves do. */
  async resume(): Promise<Disagreement | undefined> {
    const { size } = this;
    if (size === 0) return this.checkRoot();
    const last = this.#last === undefined ? undefined : await this.#eventAt(this.#last);
    const leaf = await this.#seals.leaves(this.#log).leaf(size - 1);
    if (!last) return this.#disagrees(size - 1, 'is missing: the log is shorter than what was sealed');
    if (!leafHash(last).equals(leaf))
      return this.#disagrees(size - 1, 'is another than the one that was sealed');
    if (size > this.sealed) this.#since = (await this.#firstUnsealed())?.recordedAt;
    return this.checkRoot();
  }

  /** Reads on, and tells of each event after its leaf was added; gives how many there were. */
  async read(onLeaf: (event: StoredBytes) => void, limit = Infinity): Promise<number> {
    let read = 0;
    const take = (events: readonly StoredBytes[]): void => {
      for (const event of events) this.#add(event, onLeaf);
      read += events.length;
    };
    take(this.#store.newestAfter?.(this.#last, limit) ?? []);
    // Behind those at hand may stand what others wrote.
    const behind = this.#last === undefined ? {} : { after: this.#last };
    for await (const page of this.#store.readPages({ ...behind, limit: limit - read })) take(page);
    return read;
  }

  /**
   * Seals that were taken over with a log are older than their leaves: as soon as these have reached them, the roots
   * must be the same.
   */
  checkRoot(): Disagreement | undefined {
    const latest = this.#seals.latest();
    if (!latest || this.size !== this.sealed) return undefined;
    const checkpoint = parseCheckpoint(latest.note.slice(0, latest.note.lastIndexOf('\n\n') + 1));
    if (isRefusal(checkpoint)) return this.#disagrees(this.size, 'is under a checkpoint that cannot be read');
    const sealed = this.#log === 'ledger' ? checkpoint.root : (checkpoint.access?.root ?? EMPTY_ROOT);
    const same = Buffer.compare(sealed, this.#growth.tree.root()) === 0;
    return same
      ? undefined
      : this.#disagrees(this.size, 'follows leaves of another root than the sealed one');
  }

  #add(event: StoredBytes, onLeaf: (event: StoredBytes) => void): void {
    if (this.size === this.sealed) this.#since = event.recordedAt;
    this.#growth.add(leafHash(event), event.position);
    this.#last = event.position;
    onLeaf(event);
  }

  async #eventAt(position: Position): Promise<RecordedEvent | undefined> {
    const options = { upTo: position, direction: 'backwards', limit: 1 } as const;
    for await (const event of this.#store.readAll(options)) {
      return event.position === position ? event : undefined;
    }
    return undefined;
  }

  async #firstUnsealed(): Promise<RecordedEvent | undefined> {
    const position = this.#seals.positionOf(this.#log, this.sealed);
    return position === undefined ? undefined : this.#eventAt(position);
  }

  #disagrees(index: number, what: string): Disagreement {
    const log = this.#log === 'ledger' ? 'The log' : 'The access log';
    const position = this.#last;
    const where = position === undefined ? '' : ` (position ${position})`;
    const message = `${log} is not the one that was sealed: event ${index + 1}${where} ${what}.`;
    return { log: this.#log, index, ...(position === undefined ? {} : { position }), message };
  }
}
