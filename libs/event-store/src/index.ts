/**
 * Where the log lives: the port, its errors, and one folder per store.
 * Every store passes the contract suite in `testing/`.
 */
export { decodeCanonical, encodeAsJson, encodeCanonical, encodeForAppend } from './canonical.ts';
export * from './data-folder/data-folder.ts';
export * from './errors.ts';
export * from './event-store.ts';
export * from './folding.ts';
export { type LogName, openEventStore, type OpenEventStoreOptions } from './home/open-event-store.ts';
export { openRestoration, type OpenRestorationOptions, type Restoration } from './home/restoration.ts';
export { type LocalHome, parseStoreHome, type RemoteHome, type StoreHome } from './home/store-home.ts';
export { createMemoryEventStore, type MemoryEventStoreOptions } from './memory/memory-event-store.ts';
export { type AppendFacts, observedAppend, type StoreObserver } from './observer.ts';
export { LogRestoration } from './sqlite/restore-log.ts';
export { isBusy, isDamage, isRowRefused, storageFailure } from './sqlite/sqlite-errors.ts';
export { ledgerSchemaFault } from './sqlite/schema.ts';
export {
  openSqliteEventStore,
  SqliteEventStore,
  type SqliteEventStoreOptions,
} from './sqlite/sqlite-event-store.ts';
