import type { DatabaseSync } from 'node:sqlite';
import { DOCUMENT_STAGES } from './change.ts';
import { DOCUMENTS } from './tables.ts';

/** The account that a document belongs to. */
export interface DocumentAccount {
  readonly organisation: string;
  readonly fiscalYear: number;
  readonly project: string;
}

/** Which documents stand before and behind a document, in earlier fiscal years too. */
export class Chain {
  readonly #numbered;
  readonly #previous;
  readonly #later;

  constructor(database: DatabaseSync) {
    this.#numbered = database.prepare(
      `SELECT id FROM ${DOCUMENTS} WHERE organisation = ? AND fiscal_year = ?
          AND stage IN (SELECT value FROM json_each(?)) AND project = ? AND number = ?`,
    );
    this.#previous = database.prepare('SELECT previous AS id FROM doc_document WHERE id = ?');
    this.#later = database.prepare('SELECT id FROM doc_document WHERE previous = ?');
  }

  /** The documents of a number, of whatever stage, with all that they draw on and all that draw on them, oldest first. */
  of({ organisation, fiscalYear, project }: DocumentAccount, number: string): number[] {
    const stages = JSON.stringify(DOCUMENT_STAGES);
    const own = idsOf(this.#numbered.all(organisation, fiscalYear, stages, project, number));
    const before = this.#reach(own, (id) => idsOf(this.#previous.all(id)));
    const behind = this.#reach(own, (id) => idsOf(this.#later.all(id)));
    return [...new Set([...before, ...behind])].sort((a, b) => a - b);
  }

  #reach(from: readonly number[], next: (id: number) => readonly number[]): Set<number> {
    const reached = new Set(from);
    // A set goes on through what is added while it is walked.
    for (const id of reached) for (const other of next(id)) reached.add(other);
    return reached;
  }
}

const idsOf = (rows: readonly Readonly<Record<string, unknown>>[]): number[] =>
  rows.flatMap(({ id }) => (typeof id === 'number' ? [id] : []));
