/**
 * Where the log lives: the port, its errors, and one folder per store.
 * Every store passes the contract suite in `testing/`.
 */
export * from './errors.ts';
export * from './event-store.ts';
