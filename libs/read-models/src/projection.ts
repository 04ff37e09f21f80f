import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { RecordedEvent } from '#event-store';
import type { DomainEvent, FiscalCalendar } from '#kernel';

/** One event on its way into the tables. */
export interface ProjectedEvent {
  readonly recorded: RecordedEvent;
  readonly event: DomainEvent;
  /** The position as the tables keep it: only compared, never computed with. */
  readonly position: bigint;
  readonly organisation: string;
  /** Absent only where the organisation itself is registered. */
  readonly calendar: FiscalCalendar | undefined;
}

/**
 * A read model: tables that can be thrown away, and the pure fold that fills them.
 * Live and rebuild run the same code. A new version builds its tables anew.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** The settings that it is built with, where it has any; other settings build the tables anew. */
  readonly variant?: string | undefined;
  /** SQL that creates the tables; all names begin with the projection's prefix. */
  readonly schema: string;
  /** A query of one row of figures that must be the same after a rebuild; SQLite and PostgreSQL both understand it. */
  readonly totals: string;
  /** Binds to a database; what it keeps in memory must equal the tables. */
  open(database: DatabaseSync): ProjectionWriter;
}

export interface ProjectionWriter {
  /** Stream categories that it listens to; nothing means all. */
  readonly categories?: ReadonlySet<string>;
  apply(event: ProjectedEvent): void;
}

/** The figures of the one row of a query, as text; sums may be larger than a number holds. */
export function totalsOf(query: StatementSync): Record<string, string> {
  query.setReadBigInts(true);
  return Object.fromEntries(Object.entries(query.get() ?? {}).map(([name, value]) => [name, String(value)]));
}
