/**
 * Tables that are changed in place, beside the log: in a SQLite file of one process, or in PostgreSQL for several
 * processes that share them. One asynchronous interface, one text of each statement.
 */
export { type CarriedTable, carryTables, TableTaken } from './carry-tables.ts';
export { type Database, DatabaseUnavailable, type Row, type Value } from './database.ts';
export { deferred } from './deferred.ts';
export { type DatabaseHome, type DatabaseShape, homeName, openDatabase } from './open-database.ts';
export { type ExpectedHome, openingTrouble, type OpeningTrouble } from './opening-trouble.ts';
export { openSchema, type SchemaShape } from './postgres/open-schema.ts';
export { DatabaseUnusable, type Unusable } from './unusable.ts';
