/** The databases that a suite of tables runs against: a SQLite file and a real PostgreSQL. */
export { DATABASES, POSTGRES, SQLITE, type TestDatabase, type TestDatabaseKind } from './test-databases.ts';
