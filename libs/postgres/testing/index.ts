/** A real PostgreSQL for tests: named by the environment, in a container, or from the packages. */
export { postgresForTests, type TestPostgres, type TestPostgresOptions } from './postgres-for-tests.ts';
