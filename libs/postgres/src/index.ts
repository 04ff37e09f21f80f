/** What every user of PostgreSQL here shares: connections, transactions, schema steps, bulk copies, kinds of errors. */
export { backOff, delayBefore } from './back-off.ts';
export { type Cell, copyInto, type CopyTarget } from './copy-into.ts';
export { codeOf, isConflict, isUnavailable, messageOf, UnknownCommit } from './errors.ts';
export { quoted } from './identifier.ts';
export { migrate, type Migration, NewerSchema } from './migrate.ts';
export { type Client, openPool, type Pool, type PoolOptions, type Queryable } from './pool.ts';
export { inTransaction, type Isolation } from './transaction.ts';
