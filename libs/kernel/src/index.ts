/**
 * The words that everything else is written in: money, fiscal calendar, identities, refusals,
 * and the forms of events and deciders. Pure; knows no framework and no store.
 */
export * from './calendar.ts';
export * from './catalogue.ts';
export * from './command-json.ts';
export * from './decider.ts';
export * from './event.ts';
export * from './evidence.ts';
export * from './identity.ts';
export {
  MAX_SATANG,
  ZERO,
  add,
  formatBaht,
  formatMillionBaht,
  negate,
  parseBaht,
  parseMillionBaht,
  type Satang,
  satang,
  subtract,
  sum,
} from './money.ts';
export * from './overlay.ts';
export * from './percent.ts';
export * from './plain-json.ts';
export * from './quantity.ts';
export * from './ratio.ts';
export * from './refusal.ts';
export * from './text.ts';
export * from './typed-amount.ts';
export * from './typed-date.ts';
export * from './upcaster.ts';
