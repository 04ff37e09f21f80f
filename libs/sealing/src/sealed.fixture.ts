import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint, verifyNote } from '#audit-trail';
import { createMemoryEventStore, type EventStore, openSqliteEventStore } from '#event-store';
import { postings } from '#event-store/testing';
import { type Instant, isRefusal } from '#kernel';
import { KeyFolder } from './key-folder.ts';
import { Sealer } from './sealer.ts';
import type { SealerOptions } from './sealer-options.ts';
import { SealsFile } from './seals-file.ts';
import type { LogName } from './tiles.ts';

const BEGIN = Date.parse('2026-03-31T01:00:00.000Z');

/** Two logs, their seals and the keys, in a folder of their own; the clock stands until it is moved. */
export class SealedLedger {
  readonly dir = mkdtempSync(join(tmpdir(), 'obligo-sealing-'));
  logs: Record<LogName, EventStore>;
  readonly keys = KeyFolder.beside(join(this.dir, 'data'));
  readonly sealsFile = join(this.dir, 'seals.sqlite');
  seals: SealsFile;
  sealer: Sealer;
  now = BEGIN;
  /** Never set back, unlike the clock. */
  stopwatch = 0;
  #options: Partial<SealerOptions>;
  #written = 0;

  constructor(options: Partial<SealerOptions> = {}, place: 'memory' | 'disk' = 'memory') {
    const clock = () => this.now;
    const open = (log: LogName): EventStore =>
      place === 'memory'
        ? createMemoryEventStore({ clock })
        : openSqliteEventStore({ file: this.#file(log), clock });
    this.logs = { ledger: open('ledger'), access: open('access') };
    this.#options = options;
    this.seals = SealsFile.open({ file: this.sealsFile });
    this.sealer = this.newSealer();
  }

  newSealer(options: Partial<SealerOptions> = {}): Sealer {
    this.#options = { ...this.#options, ...options };
    return new Sealer({
      seals: this.seals,
      logs: this.logs,
      keys: this.keys,
      clock: () => new Date(this.now).toISOString() as Instant,
      stopwatch: () => this.stopwatch,
      ...this.#options,
    });
  }

  /** What a new start of the program finds. */
  reopen(options: Partial<SealerOptions> = {}): void {
    this.seals.close();
    this.seals = SealsFile.open({ file: this.sealsFile });
    this.sealer = this.newSealer(options);
  }

  /** Writes so many events, each in a stream of its own kind. */
  async post(count: number, { log = 'ledger', type }: { log?: LogName; type?: string } = {}): Promise<void> {
    this.#written += 1;
    const events = postings(`${log}-${this.#written}`, count).map((event) =>
      type ? { ...event, type } : event,
    );
    await this.logs[log].append({ stream: `${log}-${this.#written}`, expected: 'none', events });
  }

  /** The same by another program, where the logs are on the disk. */
  async postBeside(count: number): Promise<void> {
    const own = this.logs;
    const beside = openSqliteEventStore({ file: this.#file('ledger'), clock: () => this.now });
    this.logs = { ...own, ledger: beside };
    await this.post(count);
    this.logs = own;
    await beside.close();
  }

  /** What the checkpoints say, each verified with the keys that are listed. */
  checkpoints(): (Checkpoint & { readonly signers: readonly string[] })[] {
    const keys = this.seals.verifierKeys().map(({ key }) => key);
    return [...this.seals.checkpoints()].map(({ note }) => {
      const verified = verifyNote(note, keys);
      if (isRefusal(verified)) throw new Error(verified.message);
      const checkpoint = parseCheckpoint(verified.text);
      if (isRefusal(checkpoint)) throw new Error(checkpoint.message);
      const wrong = verified.signatures.filter(({ standing }) => standing !== 'verified');
      if (wrong.length > 0)
        throw new Error(`checkpoint of ${checkpoint.size}: a signature is ${wrong[0]?.standing ?? ''}`);
      return { ...checkpoint, signers: verified.signatures.map(({ keyId }) => keyId) };
    });
  }

  sizes(): number[] {
    return [...this.seals.checkpoints()].map(({ size }) => size);
  }

  #file(log: LogName): string {
    return join(this.dir, `${log}.sqlite`);
  }

  async remove(): Promise<void> {
    this.seals.close();
    await Promise.all([this.logs.ledger.close(), this.logs.access.close()]);
    rmSync(this.dir, { recursive: true, force: true });
  }
}
