/**
 * The reading log: who looked at or exported what, in a file of its own outside the ledger. It is kept for a
 * number of days, then forgotten.
 */
export type { Reading, ReadingFilter, ReadingPage, RecordedReading } from './reading.ts';
export { Readings, type ReadingsOptions, type Retention } from './readings.ts';
export { readingsRefusals } from './refusals.ts';
export { SHAPE as readingTables } from './schema.ts';
