/**
 * The words that everything else is written in: money, fiscal calendar, identities, refusals,
 * and the forms of events and deciders. Pure; knows no framework and no store.
 */
export * from './folding.ts';
export * from './event.ts';
export * from './evidence.ts';
