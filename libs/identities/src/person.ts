import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { folded } from './names.ts';
import { refuse } from './refusals.ts';

/** The account of a person. Its name stands in events; everything else of it is here alone. */
export interface Person {
  readonly name: string;
  readonly displayName?: string;
  readonly email?: string;
  /** Made by the demonstration. */
  readonly demo?: true;
  readonly closed: boolean;
  readonly erased: boolean;
  readonly createdAt: Instant;
}

export interface PersonRow {
  readonly name: string;
  readonly displayName: string | null;
  readonly email: string | null;
  readonly demo: number;
  readonly state: 'open' | 'closed' | 'erased';
  readonly createdAt: Instant;
  readonly password: string | null;
}

const COLUMNS = 'name, display_name AS displayName, email, demo, state, created_at AS createdAt, password';

/** The row of somebody, however the name is written. */
export const findRow = (database: DatabaseSync, name: string): PersonRow | undefined =>
  database.prepare(`SELECT ${COLUMNS} FROM people WHERE folded = ?`).get(folded(name)) as
    PersonRow | undefined;

export const allRows = (database: DatabaseSync): PersonRow[] =>
  database.prepare(`SELECT ${COLUMNS} FROM people ORDER BY name`).all() as unknown as PersonRow[];

export const personOf = ({ name, displayName, email, demo, state, createdAt }: PersonRow): Person => ({
  name,
  ...(displayName === null ? {} : { displayName }),
  ...(email === null ? {} : { email }),
  ...(demo === 1 ? { demo: true as const } : {}),
  closed: state !== 'open',
  erased: state === 'erased',
  createdAt,
});

/** Refuses with `person-unknown`. */
export function mustBeThere(database: DatabaseSync, name: string): Person {
  const row = findRow(database, name);
  if (row) return personOf(row);
  const shown = name.slice(0, 40);
  throw refuse('person-unknown', `There is no account ${shown}; expected the name of one.`, { name: shown });
}

/** Refuses with `person-unknown` or `account-closed`. */
export function mustBeOpen(database: DatabaseSync, name: string): Person {
  const person = mustBeThere(database, name);
  if (!person.closed) return person;
  throw refuse('account-closed', `The account ${person.name} is closed; expected an open one.`, {
    name: person.name,
  });
}
