/**
 * The words that everything else is written in: money, fiscal calendar, identities, refusals,
 * and the forms of events and deciders. Pure; knows no framework and no store.
 */
export * from './calendar.ts';
export * from './catalogue.ts';
export * from './command-json.ts';
export * from './decider.ts';
export * from './event.ts';
export * from './identity.ts';
export * from './money.ts';
export * from './quantity.ts';
export * from './refusal.ts';
export * from './text.ts';
export * from './upcaster.ts';
