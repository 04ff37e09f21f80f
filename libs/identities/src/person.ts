import type { Database } from '#database';
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

const COLUMNS =
  'name, display_name AS "displayName", email, demo, state, created_at AS "createdAt", password';

/** The row of somebody, however the name is written. */
export const findRow = async (database: Database, name: string): Promise<PersonRow | undefined> =>
  (await database.get(`SELECT ${COLUMNS} FROM people WHERE folded = ?`, folded(name))) as
    PersonRow | undefined;

export const allRows = async (database: Database): Promise<PersonRow[]> =>
  (await database.all(`SELECT ${COLUMNS} FROM people ORDER BY name`)) as unknown as PersonRow[];

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
export async function mustBeThere(database: Database, name: string): Promise<Person> {
  const row = await findRow(database, name);
  if (row) return personOf(row);
  const shown = name.slice(0, 40);
  throw refuse('person-unknown', `There is no account ${shown}; expected the name of one.`, { name: shown });
}

/** Refuses with `person-unknown` or `account-closed`. */
export async function mustBeOpen(database: Database, name: string): Promise<Person> {
  const person = await mustBeThere(database, name);
  if (!person.closed) return person;
  throw refuse('account-closed', `The account ${person.name} is closed; expected an open one.`, {
    name: person.name,
  });
}
