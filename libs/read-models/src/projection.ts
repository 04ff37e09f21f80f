import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ProjectedEvent } from './projected-event.ts';

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
  /**
   * SQL that creates the indexes that only questions need, not the fold: a build makes them at its end, out of sorted
   * rows, which costs a part of what it costs row by row.
   */
  readonly indexes?: string | undefined;
  /** The others read its tables while they fold: every thread of a build folds it. */
  readonly isShared?: boolean;
  /** What an event costs it in a build, its indexes included, in microseconds; threads of a build are given equal shares. */
  readonly cost?: number;
  /** Binds to a database; what it keeps in memory must equal the tables. A build begins with empty tables. */
  open(database: DatabaseSync, isBuild?: boolean): ProjectionWriter;
}

export interface ProjectionWriter {
  /** Stream categories that it listens to; nothing means all. */
  readonly categories?: ReadonlySet<string>;
  apply(event: ProjectedEvent): void;
  /** Writes what it holds back; called at the end of every page of events. */
  settle?(): void;
  /** What a build could not do before it had the indexes, in steps of some milliseconds. */
  finish?(): Iterable<unknown>;
}

/** A projection that is bound to a database. */
export interface OpenProjection {
  readonly projection: Projection;
  readonly writer: ProjectionWriter;
}

/** The figures of the one row of a query, as text; sums may be larger than a number holds. */
export function totalsOf(query: StatementSync): Record<string, string> {
  query.setReadBigInts(true);
  return Object.fromEntries(Object.entries(query.get() ?? {}).map(([name, value]) => [name, String(value)]));
}
