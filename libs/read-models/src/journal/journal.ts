import { parseBaht } from '#kernel/folding';
import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent } from '#budget';
import { documentOf } from '#budget/folding';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';
import type { AccountPlace } from '../stream-place.ts';
import { DeferredReversals } from './deferred-reversals.ts';
import { JournalNames } from './names.ts';
import { Reversals, takenBackBy } from './reversals.ts';
import { indexes, schema } from './tables.ts';
import { WordRows } from './words.ts';

/** Every event in the order of the log, with what people look for: project, document, amount, author, words. */
export const journal: Projection = {
  name: 'journal',
  version: 6,
  cost: 13,
  schema,
  indexes,
  totals: `SELECT count(*) AS rows, coalesce(max(position), 0) AS position, count(reversed_by) AS reversed,
                coalesce(sum(satang / 100), 0) AS baht FROM journal_row`,
  open: (database, isBuild) => new Writer(database, isBuild === true),
};

type Data = Readonly<Record<string, unknown>>;

/** What the event of a budget account is about. */
interface Account {
  readonly fiscalYear?: number;
  readonly project?: string;
  readonly document?: string | undefined;
  readonly reverses?: number | null;
}

/** Of the 21 columns; the identity takes the 16 bytes of its UUID. */
const VALUES = [...Array<string>(19).fill('?'), "unhex(?, '-')", '?'].join(', ');

class Writer implements ProjectionWriter {
  readonly #insert;
  readonly #names: JournalNames;
  readonly #words: WordRows;
  readonly #reversals: Reversals | DeferredReversals;

  constructor(database: DatabaseSync, isBuild: boolean) {
    this.#insert = database.prepare(`INSERT INTO journal_row VALUES (${VALUES})`);
    this.#names = new JournalNames(database);
    this.#words = new WordRows(database);
    this.#reversals = isBuild
      ? new DeferredReversals(database, this.#names)
      : new Reversals(database, this.#names);
  }

  apply(projected: ProjectedEvent): void {
    const { recorded, event, position, organisation } = projected;
    const { metadata } = recorded;
    const data = event.data as Data;
    const account = projected.account === undefined ? {} : this.#account(projected);
    const document = account.document ?? null;
    const project = account.project ?? text(data['project']);
    const amount = amountOf(data);
    const [reason, source] = [metadata.reason ?? null, metadata.source ?? null];
    const [counterparty, description] = [text(data['counterparty']), text(data['description'])];
    this.#insert.run(
      position,
      this.#names.take(organisation, 'organisation', organisation),
      account.fiscalYear ?? number(data['fiscalYear']),
      project === null ? null : this.#names.take(organisation, 'project', project),
      this.#names.take(organisation, 'type', event.type),
      document,
      text(data['item']) ?? text(data['clearing']),
      amount === null ? null : parseBaht(amount),
      event.effectiveOn,
      Date.parse(recorded.recordedAt),
      recorded.bookedAt === recorded.recordedAt ? null : Date.parse(recorded.bookedAt),
      this.#names.take(organisation, 'actor', metadata.actor),
      reason,
      source,
      counterparty,
      description,
      metadata.imported === true ? 1 : 0,
      account.reverses ?? null,
      null,
      recorded.id,
      projected.account === undefined ? recorded.stream : null,
    );
    this.#words.add([document, reason, source, counterparty, description], position);
  }

  finish(): Iterable<unknown> {
    return this.#reversals instanceof DeferredReversals ? this.#reversals.finish() : [];
  }

  #account({ event, account, position, organisation }: ProjectedEvent): Account {
    const of = event as AccountEvent;
    const document = documentOf(of)?.number;
    const taken = takenBackBy(of, document);
    const reverses =
      taken === undefined
        ? null
        : this.#reversals.take(taken, { organisation, ...(account as AccountPlace), position });
    return { ...account, document, reverses };
  }
}

/** The amount that the event is about, as written in it. */
function amountOf(data: Data): string | null {
  return text(data['amount']) ?? text(data['change']) ?? null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
