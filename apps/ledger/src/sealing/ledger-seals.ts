import { existsSync } from 'node:fs';
import type { FiscalPeriodsEvent } from '#control';
import type { DataFolder, EventStore } from '#event-store';
import type { Instant, RefusalError } from '#kernel';
import {
  CheckpointFile,
  damagedSeals,
  follow,
  KeyFolder,
  type LogName,
  Sealer,
  type SealEvery,
  SealsFile,
  type SealStatus,
  TimeStamps,
  type TimeStampSettings,
  unreadableSeals,
  WitnessFolder,
} from '#sealing';

/** How a ledger is sealed; everything has a default. */
export interface SealSettings {
  /** Folder of the signing keys; beside the data folder when absent. */
  readonly keys?: string | undefined;
  /** Name of the ledger in its checkpoints; made up at the first one when absent. */
  readonly origin?: string | undefined;
  readonly every?: SealEvery | undefined;
  /** File that every checkpoint is added to. */
  readonly publish?: string | undefined;
  /** Folder, usually of another machine, that gets a file for every checkpoint. */
  readonly witness?: string | undefined;
  /** Authority that stamps checkpoints every now and then. */
  readonly timeStamps?: TimeStampSettings | undefined;
}

export interface LedgerSealsOptions {
  readonly folder: DataFolder;
  readonly logs: Readonly<Record<LogName, EventStore>>;
  readonly clock: () => Instant;
  readonly settings?: SealSettings | undefined;
  /** Whether other processes seal the same logs with the same keys. */
  readonly sharesKeys?: boolean | undefined;
}

/** What auditors look at afterwards: it is sealed exactly there. */
const CLOSES_A_PERIOD: ReadonlySet<string> = new Set<FiscalPeriodsEvent['type']>([
  'PeriodSoftClosed',
  'PeriodClosed',
]);

interface Opened {
  readonly file: SealsFile;
  readonly sealer: Sealer;
}

/** The seals of the ledger of one folder; begun when there is something to seal. */
export class LedgerSeals {
  readonly #options: LedgerSealsOptions;
  readonly #keys: KeyFolder;
  #opened: Opened | undefined;
  #damage: RefusalError | undefined;
  #follower: Promise<void> | undefined;
  #closing: Promise<SealStatus | undefined> | undefined;
  readonly #stop = new AbortController();

  /** Throws the refusals of settings that cannot be used. Seals that cannot be read stop no ledger: they are broken. */
  constructor(options: LedgerSealsOptions) {
    const { folder, settings = {} } = options;
    this.#options = options;
    this.#keys = KeyFolder.beside(folder.dir, settings.keys);
    if (existsSync(folder.sealsFile)) this.#unreadable();
  }

  /** Where the signing keys are, and the list of the public ones. */
  get keysFolder(): string {
    return this.#keys.dir;
  }

  /** Leaves, checkpoints and public keys. */
  get file(): SealsFile {
    return this.#open().file;
  }

  get sealer(): Sealer {
    return this.#open().sealer;
  }

  /** How things are, without reading anything; nothing before the first sealing. */
  glance(): SealStatus | undefined {
    try {
      return this.#broken ?? this.#opened?.sealer.glance();
    } catch (error) {
      return this.#brokenBy(error);
    }
  }

  /** How things are, after reading what is new. */
  async status(): Promise<SealStatus> {
    return this.#unreadable() ?? (await this.#orBroken((sealer) => sealer.status()));
  }

  /** Seals while the ledger is served. A defect of the sealer is told, and stops no posting. */
  follow(onStopped: (error: unknown) => void): void {
    const { ledger, access } = this.#options.logs;
    const told = this.status().then(({ standing, problem }) => {
      if (standing === 'broken' || standing === 'stuck')
        onStopped(new Error(`not sealed: ${problem?.message ?? ''}`));
    });
    const { signal } = this.#stop;
    this.#follower = told
      .then(() => (this.#broken ? undefined : follow(this.sealer, { logs: [ledger, access], signal })))
      .catch((error: unknown) => {
        this.#damage ??= this.#damageIn(error);
        onStopped(this.#damage ? new Error(`not sealed: ${this.#damage.message}`) : error);
      });
  }

  /** Seals the tail, and lets go of the files. Tells how things stand; nothing for a ledger that never wrote. */
  close(): Promise<SealStatus | undefined> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<SealStatus | undefined> {
    this.#stop.abort();
    await this.#follower;
    try {
      if (!(await this.#isNeeded())) return this.#broken;
      return this.#unreadable() ?? (await this.#orBroken((sealer) => sealer.finish()));
    } finally {
      this.#opened?.file.close();
    }
  }

  async #isNeeded(): Promise<boolean> {
    if (this.#opened) return true;
    const { ledger, access } = this.#options.logs;
    return (await ledger.head()) !== undefined || (await access.head()) !== undefined;
  }

  /** Opens the seals; the status of those that cannot be read. */
  #unreadable(): SealStatus | undefined {
    try {
      this.#open();
      return undefined;
    } catch (error) {
      return this.#brokenBy(error);
    }
  }

  async #orBroken(ask: (sealer: Sealer) => Promise<SealStatus>): Promise<SealStatus> {
    try {
      return await ask(this.sealer);
    } catch (error) {
      return this.#brokenBy(error);
    }
  }

  /** A page may be lost that few need: from when it is missed the seals are broken. Another failure goes through. */
  #brokenBy(error: unknown): SealStatus {
    const damage = this.#damageIn(error);
    if (!damage) throw error;
    this.#damage = damage;
    return unreadableSeals(damage, this.#keys.dir);
  }

  #damageIn(error: unknown): RefusalError | undefined {
    return damagedSeals(this.#options.folder.sealsFile, error);
  }

  get #broken(): SealStatus | undefined {
    return this.#damage && unreadableSeals(this.#damage, this.#keys.dir);
  }

  #open(): Opened {
    if (this.#damage) throw this.#damage;
    if (this.#opened) return this.#opened;
    const { folder, logs, clock, settings = {}, sharesKeys } = this.#options;
    const { origin, every, publish, witness, timeStamps } = settings;
    const comparePositions = logs.ledger.comparePositions.bind(logs.ledger);
    const file = SealsFile.open({ file: folder.sealsFile, comparePositions });
    try {
      const targets = [
        ...(publish === undefined ? [] : [new CheckpointFile(publish)]),
        ...(witness === undefined ? [] : [new WitnessFolder(witness)]),
        ...(timeStamps === undefined ? [] : [new TimeStamps(timeStamps, clock)]),
      ];
      const boundaries = CLOSES_A_PERIOD;
      const sealer = new Sealer({
        seals: file,
        logs,
        keys: this.#keys,
        clock,
        every,
        boundaries,
        origin,
        sharesKeys,
        targets,
      });
      return (this.#opened = { file, sealer });
    } catch (error) {
      file.close();
      throw error;
    }
  }
}
