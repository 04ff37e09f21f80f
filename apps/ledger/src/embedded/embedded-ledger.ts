import { setTimeout as pause } from 'node:timers/promises';
import { type DataFolder, type EventStore, openDataFolder, openSqliteEventStore } from '#event-store';
import { type Instant, localTime } from '#kernel';
import { DEFAULT_SETTINGS } from '#organisation';
import { Recorder } from '#posting';
import {
  ControlPolicyQueries,
  DisbursementMonthsQueries,
  DocumentQueries,
  ApprovalQueries,
  JournalQueries,
  KpiScoreboardQueries,
  OrganisationQueries,
  OutstandingCommitmentsQueries,
  PlanVersusActualQueries,
  Projector,
  projections,
  PublishedReportsQueries,
} from '#read-models';
import { catalogue } from './catalogue.ts';

export interface EmbeddedOptions {
  readonly data: string;
  /** Makes the ledger when there is none. */
  readonly create: boolean;
  /** What the owner of the folder is doing, told to those who come second. */
  readonly purpose: string;
  /** What time it is; the clock of the machine when absent. */
  readonly clock?: () => Instant;
}

const tablesOf = ({ database }: Projector) => ({
  planVersusActual: new PlanVersusActualQueries(database),
  commitments: new OutstandingCommitmentsQueries(database),
  documents: new DocumentQueries(database),
  months: new DisbursementMonthsQueries(database),
  policies: new ControlPolicyQueries(database),
  kpis: new KpiScoreboardQueries(database),
  reports: new PublishedReportsQueries(database),
  approvals: new ApprovalQueries(database),
  journal: new JournalQueries(database),
  organisations: new OrganisationQueries(database),
});

type Tables = ReturnType<typeof tablesOf>;

/** Between two looks at a log that grows; a query does not wait for it. */
const PAUSE_MS = 50;

/** Tells how far the log has come without reading it: the projector reads from its own checkpoint. */
const NO_EVENT = { types: ['—'] } as const;

/** The ledger of one folder: its log, the recorder that writes it, and the read models that follow it. */
export class EmbeddedLedger {
  readonly folder: DataFolder;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly projector: Projector;
  #tables: Tables;
  #follower: Promise<void> | undefined;
  readonly #stop = new AbortController();

  /** What time it is, for decisions and for questions about today. */
  readonly clock: () => Instant;

  private constructor(folder: DataFolder, store: EventStore, clock: () => Instant) {
    this.clock = clock;
    this.folder = folder;
    this.store = store;
    this.recorder = new Recorder({ store, catalogue, clock });
    this.projector = new Projector({ store, catalogue, projections, path: folder.projectionsFile });
    this.#tables = tablesOf(this.projector);
    this.projector.onReplaced(() => {
      this.#tables = tablesOf(this.projector);
    });
  }

  static async open({
    data,
    create,
    purpose,
    clock = () => new Date().toISOString() as Instant,
  }: EmbeddedOptions): Promise<EmbeddedLedger> {
    const folder = openDataFolder(data, { create, purpose });
    try {
      const store = openSqliteEventStore({ file: folder.ledgerFile, clock: () => Date.parse(clock()) });
      const ledger = new EmbeddedLedger(folder, store, clock);
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

  /** A moment as the clock of the organisation showed it, with its offset. */
  localTime(organisation: string, instant: string): string {
    const registered = this.tables.organisations.list().find((row) => row.organisation === organisation);
    return localTime(instant as Instant, (registered ?? DEFAULT_SETTINGS).calendar.timeZone);
  }

  /** Keeps the read models near the head between queries; a query catches up by itself. */
  follow(onStopped: (error: unknown) => void): void {
    this.#follower = this.#run(onStopped);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#follower;
    await this.store.close();
    this.projector.close();
    this.folder.release();
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
