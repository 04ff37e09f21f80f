import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AccountCommand,
  accountEvents,
  type AccountState,
  available,
  budgetAccount,
  type Line,
} from '#budget';
import {
  createMemoryEventStore,
  type EventStore,
  openSqliteEventStore,
  type RecordedEvent,
} from '#event-store';
import { collect } from '#event-store/testing';
import {
  EventCatalogue,
  type FiscalYear,
  formatBaht,
  type Instant,
  parseBaht,
  parseCivilDate,
  parseInstant,
  type Refusal,
  RefusalError,
  streams,
} from '#kernel';
import { organisationEvents } from '#organisation';
import { type Posting, posting, type PostingContext } from './posting.ts';
import { Recorder } from './recorder.ts';

export const catalogue = new EventCatalogue([...organisationEvents, ...accountEvents]);
export const line: Line = { fundSource: 'annual-appropriation', category: 'operating' };
export const NOW = parseInstant('2026-04-01T09:00:00+07:00');

/** A log that lives for one test, and a recorder in front of it. The clock stands still. */
export interface Ledger {
  readonly store: EventStore;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

/** Opens a ledger on a new store; `wrap` may put something between the recorder and the log. */
export type OpenLedger = (wrap?: (store: EventStore) => EventStore) => Ledger;

const clock = (): number => Date.parse(NOW);

export const ledgers: readonly (readonly [name: string, open: OpenLedger])[] = [
  ['in memory', (wrap) => ledgerOn(createMemoryEventStore({ clock }), wrap)],
  [
    'in a SQLite file',
    (wrap) => {
      const folder = mkdtempSync(join(tmpdir(), 'obligo-posting-'));
      const store = openSqliteEventStore({ file: join(folder, 'ledger.sqlite'), clock });
      return ledgerOn(store, wrap, () => rmSync(folder, { recursive: true, force: true }));
    },
  ],
];

function ledgerOn(
  store: EventStore,
  wrap: (store: EventStore) => EventStore = (inner) => inner,
  remove: () => void = () => undefined,
): Ledger {
  return {
    store,
    recorder: recorderOn(wrap(store)),
    async close() {
      await store.close();
      remove();
    },
  };
}

export const recorderOn = (store: EventStore): Recorder =>
  new Recorder({ store, catalogue, clock: () => NOW });

export const accountOf = (project: string, organisation = 'etda'): string =>
  streams.budgetAccount(organisation, 2569 as FiscalYear, project);

const effectiveOn = parseCivilDate('2025-11-15');

export const open = (project: string): AccountCommand => ({
  type: 'open-account',
  organisation: 'etda',
  fiscalYear: 2569,
  project,
  name: project,
  effectiveOn,
});

export const allocate = (amount: string): AccountCommand => ({
  type: 'allocate',
  line,
  amount: parseBaht(amount),
  effectiveOn,
});

export const commit = (commitment: string, amount: string): AccountCommand => ({
  type: 'commit',
  commitment,
  line,
  amount: parseBaht(amount),
  effectiveOn,
});

/** A command on its way to a project; its answer says what was available before. */
export const to = (project: string, command: AccountCommand, bookedAt?: Instant): Posting =>
  posting(budgetAccount, accountOf(project), command, {
    bookedAt,
    outcome: (state: AccountState) => ({ before: formatBaht(available(state, line)) }),
  });

export const under = (idempotencyKey: string, more: Partial<PostingContext> = {}): PostingContext => ({
  organisation: 'etda',
  actor: 'officer-1',
  idempotencyKey,
  ...more,
});

/** Gives a project an account with budget. */
export async function fund(
  { recorder }: Pick<Ledger, 'recorder'>,
  project: string,
  amount: string,
): Promise<void> {
  await recorder.post(to(project, open(project)), under(`open-${project}`));
  await recorder.post(to(project, allocate(amount)), under(`allocate-${project}`));
}

export const wholeLog = (store: EventStore): Promise<RecordedEvent[]> => collect(store.readAll());

/** The refusal of something that must be refused; a failure of another sort goes through. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('nothing was refused');
}
