import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RefusalError } from '#kernel';
import { ProjectionStopped } from '#read-models';
import { EmbeddedLedger } from '../embedded/embedded-ledger.ts';
import { refuse } from '../http/refusals.ts';
import type { ExportMessage, ReadModelsStand } from './child-message.ts';
import { runOwnProcess } from './own-process.ts';
import { tarOf } from './tar.ts';

export interface Bundle {
  /** Events of the log that it holds. */
  readonly events: number;
  /** The archive, compressed; its files are removed when it ends, or is let go. */
  readonly archive: Readable;
}

/** Makes bundles that auditors verify without the ledger: of everything that is sealed, one after the other. */
@Injectable()
export class Bundles implements OnApplicationShutdown {
  readonly #stop = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly ledger: EmbeddedLedger) {}

  /** Seals what is new, then packs it. Refuses as an export does, or with `bundle-failed`. */
  make(): Promise<Bundle> {
    const made = this.#last.then(() => this.#make());
    this.#last = made.catch(() => undefined);
    return made;
  }

  onApplicationShutdown(): void {
    this.#stop.abort();
  }

  async #make(): Promise<Bundle> {
    await this.ledger.seals.sealer.sealNow();
    const readModels = await this.#caughtUp();
    const folder = mkdtempSync(join(tmpdir(), 'obligo-bundle-'));
    const remove = () => rmSync(folder, { recursive: true, force: true });
    try {
      const createdAt = this.ledger.clock();
      const events = await this.#write(folder, createdAt, readModels);
      const seconds = Math.floor(Date.parse(createdAt) / 1000);
      const archive = Readable.from(tarOf(folder, `bundle-${events}`, seconds)).pipe(createGzip());
      archive.once('close', remove);
      return { events, archive };
    } catch (error) {
      remove();
      throw error;
    }
  }

  /** What stops them keeps nobody from what is recorded: the totals of the bundle are those that they report. */
  async #caughtUp(): Promise<ReadModelsStand> {
    try {
      await this.ledger.projector.catchUp();
      return 'at-the-end';
    } catch (error) {
      if (error instanceof ProjectionStopped) return 'stopped';
      throw error;
    }
  }

  async #write(out: string, createdAt: string, readModels: ReadModelsStand): Promise<number> {
    let told: ExportMessage | undefined;
    const ended = await runOwnProcess<ExportMessage>({
      program: 'export-child',
      args: [this.ledger.folder.dir, out, createdAt, readModels],
      signal: this.#stop.signal,
      onMessage: (message) => {
        told = message;
      },
    });
    if (told?.kind === 'written') return told.events;
    const refused = told?.refusal;
    // Where it is made is no choice of whoever asks for it.
    if (refused && refused.code !== 'bundle-not-writable') throw new RefusalError(refused);
    const why = refused?.message ?? told?.why ?? ended ?? 'nothing was said';
    throw refuse('bundle-failed', `The bundle could not be written: ${why}.`);
  }
}
