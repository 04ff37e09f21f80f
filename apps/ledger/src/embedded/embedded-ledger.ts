import { setTimeout as pause } from 'node:timers/promises';
import type { ChosenRule } from '#audit-rules';
import { Desk } from '#desk';
import { type DataFolder, type EventStore, openDataFolder, openSqliteEventStore } from '#event-store';
import { Identities, type PasswordCost } from '#identities';
import { type FiscalCalendar, type Instant, localTime } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { Recorder } from '#posting';
import { Readings } from '#readings';
import { type Projection, Projector } from '#read-models';
import type { SealStatus } from '#sealing';
import { AccessBook } from '../access/access-book.ts';
import { readKey } from '../access/key-file.ts';
import { rulesIn } from '../auditing/rules-file.ts';
import { LedgerSeals, type SealSettings } from '../sealing/ledger-seals.ts';
import type { PublishingSettings } from '../publishing/settings.ts';
import { catalogue } from './catalogue.ts';
import { readModelsWith } from './read-models-of.ts';
import { type Tables, tablesOf } from './tables-of.ts';

export interface EmbeddedOptions {
  readonly data: string;
  /** Makes the ledger when there is none. */
  readonly create: boolean;
  /** What the owner of the folder is doing, told to those who come second. */
  readonly purpose: string;
  /** What time it is; the clock of the machine when absent. */
  readonly clock?: () => Instant;
  /** Where the key is kept that seals secrets at rest; in the folder when absent. */
  readonly keyFile?: string | undefined;
  /** How long a session lasts. */
  readonly session?: { readonly idleMinutes: number; readonly hours: number };
  /** Days for which it is kept who looked at what, and what was refused. */
  readonly readingsDays?: number;
  /** What a password costs to try; the default of the library when absent. */
  readonly passwordCost?: PasswordCost;
  /** How both logs are sealed. */
  readonly seal?: SealSettings | undefined;
  /** JSON file with the parameters of the audit rules; their defaults when absent. */
  readonly auditRulesFile?: string | undefined;
  /** How reports are printed and what they look like. */
  readonly publishing?: PublishingSettings | undefined;
}

/** Between two looks at a log that grows; a query does not wait for it. */
const PAUSE_MS = 50;

/** Two years, as long as an audit usually looks back, unless a setting says otherwise. */
const READINGS_DAYS = 730;

/** Tells how far the log has come without reading it: the projector reads from its own checkpoint. */
const NO_EVENT = { types: ['—'] } as const;

/** The ledger of one folder: its log, the recorder that writes it, and the read models that follow it. */
export class EmbeddedLedger {
  readonly folder: DataFolder;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly projector: Projector;
  /** Who may do what. */
  readonly access: AccessBook;
  /** Who looked at what. */
  readonly readings: Readings;
  /** Drafts, preferences, last visits; and what was refused. */
  readonly desk: Desk;
  /** Proof that nothing in the logs was changed. */
  readonly seals: LedgerSeals;
  /** What watches the log, with its parameters. */
  readonly auditRules: readonly ChosenRule[];
  /** File with their parameters, where one is named. */
  readonly auditRulesFile: string | undefined;
  /** How reports are printed and what they look like. */
  readonly publishing: PublishingSettings;
  /** Every read model that it keeps. */
  readonly readModels: readonly Projection[];
  readonly #options: EmbeddedOptions;
  #identities: Identities | undefined;
  #tables: Tables;
  #follower: Promise<void> | undefined;
  readonly #stop = new AbortController();

  /** What time it is, for decisions and for questions about today. */
  readonly clock: () => Instant;

  private constructor(
    folder: DataFolder,
    store: EventStore,
    access: AccessBook,
    clock: () => Instant,
    auditRules: readonly ChosenRule[],
    options: EmbeddedOptions,
  ) {
    this.#options = options;
    this.auditRules = auditRules;
    this.publishing = options.publishing ?? {};
    this.auditRulesFile = options.auditRulesFile;
    const logs = { ledger: store, access: access.log };
    this.seals = new LedgerSeals({ folder, logs, clock, settings: options.seal });
    this.readings = Readings.open({
      file: folder.readingsFile,
      days: options.readingsDays ?? READINGS_DAYS,
      clock,
    });
    this.desk = Desk.open({ file: folder.deskFile, days: options.readingsDays ?? READINGS_DAYS, clock });
    this.access = access;
    this.clock = clock;
    this.folder = folder;
    this.store = store;
    this.recorder = new Recorder({ store, catalogue, clock, beside: () => ({ access: access.state }) });
    this.readModels = readModelsWith(auditRules);
    const path = folder.projectionsFile;
    this.projector = new Projector({ store, catalogue, projections: this.readModels, path });
    this.#tables = tablesOf(this.projector, auditRules);
    this.projector.onReplaced(() => {
      this.#tables = tablesOf(this.projector, auditRules);
    });
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedLedger> {
    const { data, create, purpose, clock = () => new Date().toISOString() as Instant } = options;
    const rules = await rulesIn(options.auditRulesFile);
    const folder = openDataFolder(data, { create, purpose });
    try {
      const store = openSqliteEventStore({ file: folder.ledgerFile, clock: () => Date.parse(clock()) });
      const access = await AccessBook.open(folder.accessLogFile, clock);
      const ledger = new EmbeddedLedger(folder, store, access, clock, rules, options);
      await ledger.projector.catchUp();
      return ledger;
    } catch (error) {
      folder.release();
      throw error;
    }
  }

  /** The queries of all read models; not to be kept, since a rebuild replaces them. */
  get tables(): Tables {
    return this.#tables;
  }

  /** Seals secrets at rest; made with the first account. */
  get key(): Buffer {
    const { keyFile: file = this.folder.keyFile } = this.#options;
    return readKey({ file, seals: this.folder.identitiesFile });
  }

  /** Accounts of people, their tokens and sessions; opened when somebody first needs them. */
  get identities(): Identities {
    const { session, passwordCost } = this.#options;
    return (this.#identities ??= Identities.open({
      // The key first: a file of accounts without its key is not begun.
      key: this.key,
      file: this.folder.identitiesFile,
      clock: this.clock,
      ...(passwordCost === undefined ? {} : { passwordCost }),
      ...(session === undefined ? {} : { idleMinutes: session.idleMinutes, absoluteHours: session.hours }),
    }));
  }

  /** How an organisation divides time; the default before its first posting. */
  calendarOf(organisation: string): FiscalCalendar {
    const registered = this.tables.organisations.list().find((row) => row.organisation === organisation);
    return (registered ?? DEFAULT_SETTINGS).calendar;
  }

  /** A moment as the clock of the organisation showed it, with its offset. */
  localTime(organisation: string, instant: string): string {
    return localTime(instant as Instant, this.calendarOf(organisation).timeZone);
  }

  /** Keeps the read models near the head between queries; a query catches up by itself. */
  follow(onStopped: (error: unknown) => void): void {
    this.#follower = this.#run(onStopped);
    this.seals.follow(onStopped);
  }

  /** Seals the tail, then lets go of everything. Tells how the seals stand; nothing for a ledger that never wrote. */
  async close(): Promise<SealStatus | undefined> {
    this.#stop.abort();
    await this.#follower;
    try {
      return await this.seals.close();
    } finally {
      await this.store.close();
      await this.access.close();
      this.#identities?.close();
      this.readings.close();
      this.desk.close();
      this.projector.close();
      this.folder.release();
    }
  }

  async #run(onStopped: (error: unknown) => void): Promise<void> {
    const after = this.projector.checkpoint;
    const from = after === undefined ? undefined : await this.store.parsePosition(String(after));
    const { signal } = this.#stop;
    try {
      const news = this.store.subscribe({ ...(from ? { after: from } : {}), filter: NO_EVENT, signal });
      for await (const { kind } of news) {
        if (kind === 'fell-behind') continue;
        await this.projector.catchUp();
        // Under load postings come first, and many events fit into one transaction.
        await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      onStopped(error);
    }
  }
}
