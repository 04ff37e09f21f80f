import type { DatabaseSync } from 'node:sqlite';
import type { AccountEvent } from '#budget';
import { add, ZERO } from '#kernel/folding';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';
import type { AccountPlace } from '../stream-place.ts';
import { type DocumentName, type Held, type Made, type Moved, type Moves, NOTHING_HELD } from './change.ts';
import { documentChanges } from './changes.ts';
import type { Account } from './named-rows.ts';
import { DocumentRows, type Running } from './rows.ts';
import { indexes, schema } from './tables.ts';

/** The documents of every stage with what is outstanding of each, by position. */
export const documents: Projection = {
  name: 'documents',
  version: 5,
  cost: 10,
  schema,
  indexes,
  totals: `SELECT (SELECT count(*) FROM doc_document) AS documents, count(*) AS entries,
                coalesce(sum(amount_by), 0) AS amount, coalesce(sum(accepted_by), 0) AS accepted,
                coalesce(sum(used_by), 0) AS used, count(until) AS reserved,
                (SELECT count(*) FROM doc_settled) AS settled,
                coalesce(max(position), 0) AS position FROM doc_entry`,
  open: (database) => new Writer(database),
};

/** Where an event stands, and when it takes effect. */
interface Place {
  readonly account: Account;
  readonly position: bigint;
  readonly effectiveOn: string;
}

class Writer implements ProjectionWriter {
  readonly categories = new Set(['budgetaccount']);
  readonly #rows: DocumentRows;

  constructor(database: DatabaseSync) {
    this.#rows = new DocumentRows(database);
  }

  apply({ event, account, position, organisation }: ProjectedEvent): void {
    const { fiscalYear, project } = account as AccountPlace;
    const { effectiveOn } = event;
    const place: Place = { account: [organisation, fiscalYear, project], position, effectiveOn };
    const heldOf = (name: DocumentName): Held => this.#rows.find(place.account, name) ?? NOTHING_HELD;
    for (const change of documentChanges(event as AccountEvent, heldOf)) {
      if ('made' in change) this.#make(place, change);
      else this.#move(place, change);
    }
  }

  /** A document that was taken back at a year-end may come again under its number. */
  #make(place: Place, made: Made): void {
    const { account, position, effectiveOn } = place;
    const drawnOn = made.previous && this.#rows.find(account, made.previous)?.id;
    const previous = drawnOn ?? this.#previousYear(account, made);
    const making = { position, madeOn: made.since ?? effectiveOn, previous };
    const running = this.#rows.insert(account, made, making) ?? this.#rows.find(account, made.made);
    if (!running) throw new Error(`the ${made.made.stage} ${made.made.number} of ${account[2]} was lost`);
    this.#write(place, running, { amount: made.amount });
  }

  /** What a document drew on in its first year, so that its whole chain can be followed. */
  #previousYear([organisation, , project]: Place['account'], { made, broughtFrom }: Made): number | null {
    if (broughtFrom === undefined) return null;
    return this.#rows.find([organisation, broughtFrom, project], made)?.previous ?? null;
  }

  #move(place: Place, { moved, until, behind, ...moves }: Moved): void {
    const running = this.#rows.find(place.account, moved);
    if (!running) throw new Error(`the ${moved.stage} ${moved.number} of ${place.account[2]} was never made`);
    this.#write(place, { ...running, until: until === undefined ? running.until : until }, moves);
    const previous = behind && running.previous !== null && this.#rows.at(running.previous);
    if (previous) this.#write(place, previous, behind);
  }

  #write({ position, effectiveOn }: Place, running: Running, by: Moves): void {
    const { until } = running;
    const moves = { amount: by.amount ?? ZERO, accepted: by.accepted ?? ZERO, used: by.used ?? ZERO };
    const after: Held = {
      amount: add(running.amount, moves.amount),
      accepted: add(running.accepted, moves.accepted),
      used: add(running.used, moves.used),
    };
    this.#rows.append(running, { position, effectiveOn, after, moves, until });
  }
}
