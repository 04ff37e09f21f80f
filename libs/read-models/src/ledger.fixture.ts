import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import {
  type AccountCommand,
  accountEvents,
  type AccountState,
  broughtForward,
  budgetAccount,
  type Line,
  takeBack,
} from '#budget';
import { controlPolicy, controlPolicyEvents } from '#control';
import {
  createMemoryEventStore,
  type EventStore,
  openSqliteEventStore,
  type RecordedEvent,
} from '#event-store';
import {
  type CivilDate,
  EventCatalogue,
  eventIdOf,
  type FiscalYear,
  formatBaht,
  orThrow,
  parseBaht,
  parseInstant,
  RefusalError,
  streams,
  THAI_CALENDAR,
} from '#kernel';
import { organisationEvents } from '#organisation';
import {
  kpi,
  type KpiCommand,
  kpiEvents,
  quarterlyReport,
  type QuarterlyReportCommand,
  quarterlyReportEvents,
} from '#performance';
import { type Posting, posting, Recorder } from '#posting';
import { projections } from './index.ts';
import { Projector } from './projector.ts';

export const catalogue = new EventCatalogue([
  ...organisationEvents,
  ...accountEvents,
  ...controlPolicyEvents,
  ...kpiEvents,
  ...quarterlyReportEvents,
]);
export const YEAR = 2569 as FiscalYear;
export const operating: Line = { fundSource: 'annual-appropriation', category: 'operating' };
export const capital: Line = { fundSource: 'annual-appropriation', category: 'capital' };
export const day = (text: string): CivilDate => text as CivilDate;
export const baht = parseBaht;

/** The first three quarters of 2569 have ended. */
const NOW = parseInstant('2026-07-01T09:00:00+07:00');

/** A log with its read models, in a folder that lives for one test. */
export class Ledger {
  readonly folder = mkdtempSync(join(tmpdir(), 'obligo-read-models-'));
  readonly path = join(this.folder, 'projections.sqlite');
  readonly store: EventStore;
  readonly recorder: Recorder;
  readonly #projectors: Projector[] = [];
  #keys = 0;

  constructor(kind: 'in memory' | 'in a file' = 'in memory') {
    const clock = () => Date.parse(NOW);
    this.store =
      kind === 'in memory'
        ? createMemoryEventStore({ clock })
        : openSqliteEventStore({ file: join(this.folder, 'ledger.sqlite'), clock });
    this.recorder = new Recorder({ store: this.store, catalogue, clock: () => NOW });
  }

  /** Opens the read models again, as a restart does. */
  projector(options: Partial<ConstructorParameters<typeof Projector>[0]> = {}): Projector {
    const projector = new Projector({
      store: this.store,
      catalogue,
      projections,
      path: this.path,
      ...options,
    });
    this.#projectors.push(projector);
    return projector;
  }

  account(
    project: string,
    command: AccountCommand,
    organisation = 'etda',
    fiscalYear: FiscalYear = YEAR,
  ): Promise<boolean> {
    return this.#post(
      posting(budgetAccount, streams.budgetAccount(organisation, fiscalYear, project), command),
      organisation,
    );
  }

  /** Closes the year of a project, or takes that back, together with what it means for the next year. */
  async yearEnd(project: string, command: AccountCommand): Promise<void> {
    const stream = streams.budgetAccount('etda', YEAR, project);
    const state = await this.recorder.stateOf(budgetAccount, stream);
    const context = { calendar: THAI_CALENDAR, bookedOn: day('2026-10-10') };
    const events = orThrow(budgetAccount.decide(state as AccountState, command, context));
    const next = [
      ...broughtForward(events, THAI_CALENDAR),
      ...takeBack(events, THAI_CALENDAR, command.reason ?? 'ปิดบัญชี'),
    ];
    const other = streams.budgetAccount('etda', (YEAR + 1) as FiscalYear, project);
    await this.recorder.postAll(
      [posting(budgetAccount, stream, command), ...next.map((each) => posting(budgetAccount, other, each))],
      { organisation: 'etda', actor: 'officer-1', idempotencyKey: `key-${(this.#keys += 1)}` },
    );
  }

  policy(policy: object): Promise<boolean> {
    const command = { type: 'set-policy', policy, effectiveOn: day('2025-10-01') } as const;
    return this.#post(posting(controlPolicy, streams.controlPolicy('etda'), command), 'etda');
  }

  kpi(code: string, command: KpiCommand, organisation = 'etda'): Promise<boolean> {
    return this.#post(posting(kpi, streams.kpi(organisation, YEAR, code), command), organisation);
  }

  report(code: string, command: QuarterlyReportCommand, organisation = 'etda'): Promise<boolean> {
    const stream = streams.quarterlyReport(organisation, YEAR, code);
    return this.#post(posting(quarterlyReport, stream, command), organisation);
  }

  /** Puts an event into the log that nobody decided. */
  async smuggle(stream: string, type: string, data: object, schemaVersion = 1): Promise<string> {
    const last = await this.#lastOf(stream);
    const commandId = eventIdOf(`smuggled-${(this.#keys += 1)}`, -1);
    const metadata = { actor: 'nobody', commandId, correlationId: commandId, causationId: commandId };
    const event = {
      id: eventIdOf(commandId, 0),
      type,
      schemaVersion,
      data,
      metadata: { ...metadata, effectiveOn: '2026-01-15' },
    };
    const { position } = await this.store.append({
      stream,
      expected: last?.revision ?? 'none',
      events: [event],
    });
    return position;
  }

  /** Makes the log so many events longer that nobody decided. */
  async long(stream: string, events: number): Promise<void> {
    const last = await this.#lastOf(stream);
    const { type, schemaVersion, data, metadata, revision } = last as RecordedEvent;
    const more = Array.from({ length: events }, (_, index) => ({
      id: eventIdOf(`long-${(this.#keys += 1)}`, index),
      type,
      schemaVersion,
      data,
      metadata,
    }));
    await this.store.append({ stream, expected: revision, events: more });
  }

  async log(): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readAll()) events.push(event);
    return events;
  }

  async close(): Promise<void> {
    for (const projector of this.#projectors) projector.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #lastOf(stream: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.store.readStream(stream, { direction: 'backwards', limit: 1 }))
      return event;
    return undefined;
  }

  /** False where the command was refused; then nothing was recorded. */
  async #post(what: Posting, organisation: string): Promise<boolean> {
    const { reason } = what.command;
    const idempotencyKey = `key-${(this.#keys += 1)}`;
    const context = {
      organisation,
      actor: 'officer-1',
      idempotencyKey,
      ...(reason === undefined ? {} : { reason }),
    };
    try {
      await this.recorder.post(what, context);
      return true;
    } catch (error) {
      if (error instanceof RefusalError) return false;
      throw error;
    }
  }
}

export const open = (project: string, organisation = 'etda'): AccountCommand => ({
  type: 'open-account',
  organisation,
  fiscalYear: YEAR,
  project,
  name: `โครงการ ${project}`,
  effectiveOn: day('2025-10-01'),
});

export const allocate = (amount: string, line = operating): AccountCommand => ({
  type: 'allocate',
  line,
  amount: baht(amount),
  effectiveOn: day('2025-10-01'),
});

export const commit = (commitment: string, amount: string, effectiveOn = '2025-11-15'): AccountCommand => ({
  type: 'commit',
  commitment,
  line: operating,
  amount: baht(amount),
  effectiveOn: day(effectiveOn),
});

/** Against a commitment where one is named, else directly from the operating line. */
export const pay = (
  disbursement: string,
  amount: string,
  { commitment, effectiveOn = '2025-12-15' }: { commitment?: string; effectiveOn?: string } = {},
): AccountCommand => ({
  type: 'disburse',
  disbursement,
  amount: baht(amount),
  ...(commitment === undefined ? { line: operating } : { commitment }),
  effectiveOn: day(effectiveOn),
});

export const correct = (
  correction: string,
  {
    disbursed = '0.00',
    committed = '0.00',
    commitment,
  }: { disbursed?: string; committed?: string; commitment?: string },
): AccountCommand => ({
  type: 'correct-quarter',
  correction,
  quarter: 'Q1',
  ...(commitment === undefined ? { line: operating } : { commitment }),
  disbursed: baht(disbursed),
  committed: baht(committed),
  reason: 'ตรวจทานแล้ว',
});

export const printed = (amount: number): string => formatBaht(amount as Parameters<typeof formatBaht>[0]);

/** Every row of every table, in one order whatever the order of insertion. */
export function dump({ database }: Projector): Record<string, string[]> {
  // The pieces in which the words of the journal are stored differ; the words do not.
  database.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'journal_words', 'row')",
  );
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal\\_words%' ESCAPE '\\'
        UNION SELECT 'temp.words' ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const rows = database.prepare(`SELECT * FROM ${String(name)}`);
      rows.setReadBigInts(true);
      return [
        String(name),
        rows
          .all()
          .map((row) => Object.values(row).map(String).join('|'))
          .sort(),
      ];
    }),
  );
}
