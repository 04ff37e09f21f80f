import type { DatabaseSync } from 'node:sqlite';
import { Recent } from '../recent.ts';

/** What rows of the journal name over and over. */
export type NameKind = 'organisation' | 'project' | 'type' | 'actor';

/** Names that are kept at hand: those of some hundred organisations. */
const AT_HAND = 32_768;

/** SQL of the number of a name; asks for the organisation and the name. */
export const numberOf = (kind: Exclude<NameKind, 'organisation'>): string =>
  `(SELECT id FROM journal_name WHERE organisation = ? AND kind = '${kind}' AND name = ?)`;

/** The same of any name of a list in JSON. */
export const numbersOf = (kind: Exclude<NameKind, 'organisation'>): string =>
  `(SELECT id FROM journal_name WHERE organisation = ? AND kind = '${kind}' AND name IN (SELECT value FROM json_each(?)))`;

/** SQL of the number of an organisation; asks for its name. */
export const ORGANISATION = `(SELECT id FROM journal_name WHERE organisation = ? AND kind = 'organisation')`;

/** SQL of the name behind a number. */
export const nameBehind = (number: string): string =>
  `(SELECT n.name FROM journal_name n WHERE n.id = ${number})`;

/**
 * Short numbers for names, in the order in which the log first has them. Each belongs to one organisation, so that an
 * index over the number alone leads to the rows of that organisation.
 */
export class JournalNames {
  readonly #atHand = new Recent<string, number>(AT_HAND);
  readonly #find;
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#find = database.prepare(
      'SELECT id FROM journal_name WHERE organisation = ? AND kind = ? AND name = ?',
    );
    this.#insert = database.prepare('INSERT INTO journal_name (organisation, kind, name) VALUES (?, ?, ?)');
  }

  /** The number of a name; nothing where no row has it. */
  find(organisation: string, kind: NameKind, name: string): number | undefined {
    return this.#look(organisation, kind, name, () => undefined);
  }

  /** The number of a name, which gets one where it has none. */
  take(organisation: string, kind: NameKind, name: string): number {
    return this.#look(organisation, kind, name, () =>
      Number(this.#insert.run(organisation, kind, name).lastInsertRowid),
    );
  }

  #look<None>(organisation: string, kind: NameKind, name: string, none: () => None): number | None {
    const key = `${organisation} ${kind} ${name}`;
    const known = this.#atHand.get(key);
    if (known !== undefined) return known;
    const stored = this.#find.get(organisation, kind, name)?.['id'];
    const id = typeof stored === 'number' ? stored : none();
    if (typeof id === 'number') this.#atHand.set(key, id);
    return id;
  }
}
