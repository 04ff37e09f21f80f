import type { DatabaseSync } from 'node:sqlite';

/** What rows of the journal name over and over. */
export type NameKind = 'organisation' | 'project' | 'type' | 'actor';

/** Names that are kept at hand: those of some hundred organisations. */
const AT_HAND = 65_536;

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
  /** By kind in each organisation: no name is put together for a look-up. */
  #atHand = new Map<string, Record<NameKind, Map<string, number>>>();
  #count = 0;
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
    const known = this.#atHand.get(organisation)?.[kind].get(name);
    if (known !== undefined) return known;
    const stored = this.#find.get(organisation, kind, name)?.['id'] as number | undefined;
    return stored === undefined ? undefined : this.#kept(organisation, kind, name, stored);
  }

  /** The number of a name, which gets one where it has none. */
  take(organisation: string, kind: NameKind, name: string): number {
    const known = this.find(organisation, kind, name);
    if (known !== undefined) return known;
    const { lastInsertRowid } = this.#insert.run(organisation, kind, name);
    return this.#kept(organisation, kind, name, Number(lastInsertRowid));
  }

  #kept(organisation: string, kind: NameKind, name: string, id: number): number {
    if (this.#count === AT_HAND) {
      this.#atHand = new Map();
      this.#count = 0;
    }
    let names = this.#atHand.get(organisation);
    if (!names) {
      names = { organisation: new Map(), project: new Map(), type: new Map(), actor: new Map() };
      this.#atHand.set(organisation, names);
    }
    names[kind].set(name, id);
    this.#count += 1;
    return id;
  }
}
