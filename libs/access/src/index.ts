/**
 * Who may do what: roles, the rule table, grants with limits, and the guard that every decider stands behind.
 * Pure; the rule table has a log of its own beside the ledger's.
 */
export { accessRules, isMatched, SET_UP, SIGN_ON } from './access-rules.ts';
export type { AccessCommand } from './commands.ts';
export { type AccessEvent, accessEvents } from './events.ts';
export { isSubject } from './grant.ts';
export { guarded, type GuardedContext } from './guarded.ts';
export { couldRecord, may, mayRecord, type Place, placeOf } from './may.ts';
export { type AccessRefusalCode, accessRefusals } from './refusals.ts';
export { type Rights, rightsOf } from './rights.ts';
export * from './roles.ts';
export { limitsSchema, rulesSchema } from './schema.ts';
export * from './state.ts';
