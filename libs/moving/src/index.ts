/**
 * Moves a ledger to another store: copies both logs as they were recorded, goes on where it was interrupted, and proves
 * that the copy is the log.
 */
export type { Carried } from './carry-files.ts';
export { compareStores, type Compared } from './compare-stores.ts';
export type { LogSummary } from './log-inspection.ts';
export { move, type Moved, type MovedLog, type MoveOptions } from './move.ts';
export { movingRefusals } from './refusals.ts';
export { type StorePlace, storePlace } from './store-place.ts';
export type { MoveStep, Telling } from './telling.ts';
