import { type DataFolder, type EventStore, openDataFolder, openSqliteEventStore } from '#event-store';
import type { Instant } from '#kernel';
import { Recorder } from '#posting';
import {
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
}

const tablesOf = ({ database }: Projector) => ({
  planVersusActual: new PlanVersusActualQueries(database),
  commitments: new OutstandingCommitmentsQueries(database),
  kpis: new KpiScoreboardQueries(database),
  reports: new PublishedReportsQueries(database),
  journal: new JournalQueries(database),
  organisations: new OrganisationQueries(database),
});

type Tables = ReturnType<typeof tablesOf>;

/** The ledger of one folder: its log, the recorder that writes it, and the read models that follow it. */
export class EmbeddedLedger {
  readonly folder: DataFolder;
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly projector: Projector;
  #tables: Tables;
  #follower: Promise<void> | undefined;
  readonly #stop = new AbortController();

  private constructor(folder: DataFolder, store: EventStore) {
    this.folder = folder;
    this.store = store;
    this.recorder = new Recorder({ store, catalogue, clock: () => new Date().toISOString() as Instant });
    this.projector = new Projector({ store, catalogue, projections, path: folder.projectionsFile });
    this.#tables = tablesOf(this.projector);
    this.projector.onReplaced(() => {
      this.#tables = tablesOf(this.projector);
    });
  }

  static async open({ data, create, purpose }: EmbeddedOptions): Promise<EmbeddedLedger> {
    const folder = openDataFolder(data, { create, purpose });
    try {
      const store = openSqliteEventStore({ file: folder.ledgerFile });
      const ledger = new EmbeddedLedger(folder, store);
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
      for await (const message of this.store.subscribe({ ...(from ? { after: from } : {}), signal })) {
        // Whole batches at once: the projector reads on from its own checkpoint.
        if (message.kind === 'caught-up') await this.projector.catchUp();
      }
    } catch (error) {
      onStopped(error);
    }
  }
}
