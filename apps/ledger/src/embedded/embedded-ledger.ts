import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChosenRule } from '#audit-rules';
import type { Desk } from '#desk';
import { type DataFolder, type EventStore, openDataFolder } from '#event-store';
import type { Identities } from '#identities';
import { type FiscalCalendar, type Instant, localTime } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { type OtherWriters, Recorder } from '#posting';
import type { Readings } from '#readings';
import {
  FollowedHere,
  type OrganisationRow,
  type Projection,
  ProjectionStopped,
  Projector,
} from '#read-models';
import type { SealStatus } from '#sealing';
import type { AccessBook } from '../access/access-book.ts';
import { rulesIn } from '../auditing/rules-file.ts';
import { PostgresProbe } from '../operations/postgres-probe.ts';
import { RoomProbe } from '../operations/room-probe.ts';
import { LedgerSeals, type SealSettings } from '../sealing/ledger-seals.ts';
import type { PublishingSettings } from '../publishing/settings.ts';
import type { LedgerObservers } from '../telemetry/observers.ts';
import type { PublishedFiles } from '../publishing/published-files.ts';
import { BesideLog, type BesideLogOptions } from './beside-log.ts';
import { buildThreadsOf } from './build-threads.ts';
import { catalogue } from './catalogue.ts';
import { followingEntryOf } from './following-entry.ts';
import { machineClock } from './machine-clock.ts';
import { SteadyClock } from './steady-clock.ts';
import { type Logs, openLogs } from './open-logs.ts';
import { programDigest } from './program-digest.ts';
import { readModelsWith } from './read-models-with.ts';
import { SnapshotsFile } from './snapshots-file.ts';
import { type Tables, tablesOf } from './tables-of.ts';

export interface EmbeddedOptions extends BesideLogOptions {
  readonly data: string;
  /** Connection string of the event database that keeps the logs; the folder itself when absent. */
  readonly store?: string | undefined;
  /** Seconds for which a query waits for a position that another process may have written. */
  readonly waitSeconds?: number;
  /** Who hears what it does, for metrics and traces; nobody by default. */
  readonly observers?: LedgerObservers | undefined;
  /** Hears when something of the logs was deleted or changed in their home. */
  readonly onAlarm?: ((detail: string) => void) | undefined;
  /** Whether a log of who may do what that was lost may be begun anew; else such a folder is refused. */
  readonly beginsAccessAnew?: boolean | undefined;
  /** Makes the ledger when there is none. */
  readonly create: boolean;
  /** What the owner of the folder is doing, told to those who come second. */
  readonly purpose: string;
  /** What time it is; the clock of the machine when absent. */
  readonly clock?: () => Instant;
  /** How both logs are sealed. */
  readonly seal?: SealSettings | undefined;
  /** JSON file with the parameters of the audit rules; their defaults when absent. */
  readonly auditRulesFile?: string | undefined;
  /** How reports are printed and what they look like. */
  readonly publishing?: PublishingSettings | undefined;
}

/** Between two looks at a log that grows; a query does not wait for it. */
const PAUSE_MS = 50;

/** As the setting has it. */
const WAIT_SECONDS = 5;

/** Tells how far the log has come without reading it: the projector reads from its own checkpoint. */
const NO_EVENT = { types: [] } as const;

/** The ledger of one folder: its log, the recorder that writes it, and the read models that follow it. */
export class EmbeddedLedger {
  readonly folder: DataFolder;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly projector: Projector;
  /** Who may do what. */
  readonly access: AccessBook;
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
  readonly #beside: BesideLog;
  readonly #snapshots: SnapshotsFile;
  #tables: Tables;
  #organisations: readonly OrganisationRow[] | undefined;
  #follower: Promise<void> | undefined;
  readonly #others: OtherWriters | undefined;
  readonly #isAccessLost: boolean;
  readonly #postgres: PostgresProbe | undefined;
  readonly #room: RoomProbe;
  #isStopping = false;
  readonly #stop = new AbortController();

  /** What time it is, for decisions and for questions about today. */
  readonly clock: () => Instant;

  private constructor(
    folder: DataFolder,
    { ledger: store, access, others, isAccessLost }: Logs,
    beside: BesideLog,
    { now: clock, notBefore }: SteadyClock,
    auditRules: readonly ChosenRule[],
    options: EmbeddedOptions,
  ) {
    this.#options = options;
    this.#postgres = options.postgres === undefined ? undefined : new PostgresProbe(options.postgres);
    this.auditRules = auditRules;
    this.publishing = options.publishing ?? {};
    this.auditRulesFile = options.auditRulesFile;
    const logs = { ledger: store, access: access.log };
    const sharesKeys = others !== undefined;
    this.seals = new LedgerSeals({ folder, logs, clock, settings: options.seal, sharesKeys });
    this.#beside = beside;
    this.access = access;
    this.#isAccessLost = isAccessLost;
    this.clock = clock;
    this.folder = folder;
    this.#room = new RoomProbe(folder.dir);
    this.store = store;
    const facts = () => ({ access: access.state });
    const { posting: observer, onPage } = options.observers ?? {};
    const snapshots = new SnapshotsFile(join(folder.dir, 'snapshots.sqlite'), programDigest);
    this.#snapshots = snapshots;
    this.recorder = new Recorder({
      ...{ store, catalogue, clock, onAppended: notBefore, beside: facts, others, observer, snapshots },
    });
    this.#others = others;
    this.readModels = readModelsWith(auditRules);
    const path = folder.projectionsFile;
    // What other processes write is not in a file that a thread could read.
    const threads = sharesKeys ? undefined : buildThreadsOf(folder.ledgerFile, auditRules);
    this.projector = new Projector({
      store,
      catalogue,
      projections: this.readModels,
      path,
      onPage,
      onMoved: () => (this.#organisations = undefined),
      threads,
    });
    this.#tables = tablesOf(this.projector, auditRules);
    this.projector.onReplaced(() => {
      this.#organisations = undefined;
      this.#tables = tablesOf(this.projector, auditRules);
    });
  }

  static async open(options: EmbeddedOptions): Promise<EmbeddedLedger> {
    const { data, create, purpose } = options;
    const clock = new SteadyClock(options.clock ?? machineClock());
    const rules = await rulesIn(options.auditRulesFile);
    const folder = openDataFolder(data, { create, purpose });
    let logs: Logs | undefined;
    let beside: BesideLog | undefined;
    try {
      const { store, onAlarm, beginsAccessAnew } = options;
      const observerOf = (log: 'ledger' | 'access') => options.observers?.store(log);
      logs = await openLogs({ folder, store, clock, observerOf, onAlarm, beginsAccessAnew });
      beside = await BesideLog.open(folder, clock.now, options);
      const ledger = new EmbeddedLedger(folder, logs, beside, clock, rules, options);
      await ledger.#catchUpAtStart();
      return ledger;
    } catch (error) {
      // A connection that is left open would keep the program from ending.
      await beside?.close();
      await logs?.ledger.close();
      await logs?.access.close();
      folder.release();
      throw error;
    }
  }

  /** Whether it is about to stop: it answers, and should be asked nothing more. */
  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** From now on it tells that it is about to stop. */
  announceStop(): void {
    this.#isStopping = true;
  }

  /** Whether the database answers that processes share beside the log; true where there is none. */
  async reachesShared(): Promise<boolean> {
    return (await this.#postgres?.answers()) ?? true;
  }

  /** Whether the log of who may do what was lost, and nobody has begun it anew yet. */
  get isAccessLost(): boolean {
    return this.#isAccessLost && !this.access.state.isSetUp;
  }

  /** Whether the disk of the folder takes what is written. */
  hasRoom(): Promise<boolean> {
    return this.#room.hasRoom();
  }

  /** Whether other processes write the same logs. */
  get isShared(): boolean {
    return this.#others !== undefined;
  }

  /** How long a query waits for a position that another process may have written. */
  get waitSeconds(): number {
    return this.#options.waitSeconds ?? WAIT_SECONDS;
  }

  /**
   * Brings the read models up to all of these streams that anybody was told is recorded. Throws where that cannot be
   * known.
   */
  async catchUp(streams: readonly string[]): Promise<void> {
    await this.#others?.newest(streams);
    await this.projector.catchUp();
  }

  /** The queries of all read models; not to be kept, since a rebuild replaces them. */
  get tables(): Tables {
    return this.#tables;
  }

  /** The organisations of the ledger, by code; asked of the read models anew once they have moved. */
  get organisations(): readonly OrganisationRow[] {
    // Whatever stopped them may have come after a part of a page.
    if (this.projector.stopped) return this.tables.organisations.list();
    return (this.#organisations ??= this.tables.organisations.list());
  }

  /** Seals secrets at rest. */
  get key(): Buffer {
    return this.#beside.key;
  }

  /** Accounts of people, their tokens and sessions; opened when somebody first needs them. */
  get identities(): Identities {
    return this.#beside.identities;
  }

  /** Who looked at what. */
  get readings(): Readings {
    return this.#beside.readings;
  }

  /** Drafts, preferences, last visits; and what was refused. */
  get desk(): Desk {
    return this.#beside.desk;
  }

  get publishedFiles(): PublishedFiles {
    return this.#beside.published;
  }

  /** How an organisation divides time; the default before its first posting. */
  calendarOf(organisation: string): FiscalCalendar {
    const registered = this.organisations.find((row) => row.organisation === organisation);
    return (registered ?? DEFAULT_SETTINGS).calendar;
  }

  /** A moment as the clock of the organisation showed it, with its offset. */
  localTime(organisation: string, instant: string): string {
    return localTime(instant as Instant, this.calendarOf(organisation).timeZone);
  }

  /** Keeps the read models near the head between queries; a query catches up by itself. */
  follow(onStopped: (error: unknown) => void): void {
    // What other processes write is not in a file that a thread could read.
    const entry = this.isShared ? undefined : followingEntryOf(this.folder.ledgerFile, this.auditRules);
    const isLost = (cause: Error): void => onStopped(new FollowedHere(cause));
    if (entry) this.projector.following.begin(entry, isLost).catch(onStopped);
    this.#follower = this.#run(onStopped);
    this.seals.follow(onStopped);
  }

  /** Seals the tail, then lets go of everything. Tells how the seals stand; nothing for a ledger that never wrote. */
  async close(): Promise<SealStatus | undefined> {
    this.#stop.abort();
    await this.projector.stop();
    await this.#follower;
    try {
      await this.recorder.close();
      return await this.seals.close();
    } finally {
      this.#snapshots.close();
      await this.store.close();
      await this.access.close();
      await this.#postgres?.close();
      await this.#beside.close();
      this.projector.close();
      this.folder.release();
    }
  }

  /** An event that they cannot take stops the read models alone: they say so, and all else is served. */
  async #catchUpAtStart(): Promise<void> {
    try {
      await this.projector.catchUp();
    } catch (error) {
      if (!(error instanceof ProjectionStopped)) throw error;
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
