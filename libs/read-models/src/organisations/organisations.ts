import type { DatabaseSync } from 'node:sqlite';
import type { FiscalCalendar } from '#kernel';
import type { OrganisationRegistered, OrganisationSettings } from '#organisation';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';

/** The organisations of the ledger and their settings. */
export const organisations: Projection = {
  name: 'organisations',
  version: 1,
  isShared: true,
  schema: `
CREATE TABLE organisation (
  organisation TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_en TEXT,
  start_month INTEGER NOT NULL,
  era TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  currency TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`,
  totals: `SELECT count(*) AS organisations FROM organisation`,
  open: (database) => new Writer(database),
};

export interface OrganisationRow extends OrganisationSettings {
  readonly organisation: string;
}

export class OrganisationQueries {
  readonly #list;
  readonly #find;
  readonly #found = new Map<string, OrganisationRow>();

  constructor(database: DatabaseSync) {
    this.#find = database.prepare('SELECT * FROM organisation WHERE organisation = ?');
    this.#list = database.prepare('SELECT * FROM organisation ORDER BY organisation');
  }

  list(): OrganisationRow[] {
    return this.#list.all().map(organisationRow);
  }

  /** One organisation; what is recorded of it once never changes, so that it is read once. */
  find(organisation: string): OrganisationRow | undefined {
    const known = this.#found.get(organisation);
    if (known) return known;
    const row = this.#find.get(organisation);
    if (!row) return undefined;
    const found = organisationRow(row);
    this.#found.set(organisation, found);
    return found;
  }
}

const organisationRow = (row: Readonly<Record<string, unknown>>): OrganisationRow => ({
  organisation: row['organisation'] as string,
  name: row['name'] as string,
  nameEn: (row['name_en'] as string | null) ?? undefined,
  calendar: {
    startMonth: row['start_month'] as number,
    era: row['era'] as FiscalCalendar['era'],
    timeZone: row['time_zone'] as string,
  },
  currency: row['currency'] as string,
  language: row['language'] as OrganisationSettings['language'],
});

class Writer implements ProjectionWriter {
  readonly categories = new Set(['organisation']);
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO organisation VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  apply({ event, organisation }: ProjectedEvent): void {
    const { name, nameEn, startMonth, era, timeZone, currency, language } = (event as OrganisationRegistered)
      .data;
    this.#insert.run(organisation, name, nameEn ?? null, startMonth, era, timeZone, currency, language);
  }
}
