/**
 * All words but the forms of events: what it takes to fold events that were checked when they were written. Threads that live
 * for one piece of work enter here, since a library of schemas costs more than all else that they load.
 */
export * from './calendar.ts';
export * from './catalogue.ts';
export * from './command-json.ts';
export * from './decider.ts';
export * from './evolve-stored.ts';
export * from './fnv1a.ts';
export * from './identity.ts';
export * from './message-of.ts';
export {
  MAX_SATANG,
  ZERO,
  add,
  formatBaht,
  formatLargeBaht,
  formatMillionBaht,
  negate,
  parseBaht,
  parseMillionBaht,
  type Satang,
  satang,
  subtract,
  sum,
} from './money.ts';
export * from './newest-forms.ts';
export * from './overlay.ts';
export * from './path-denied.ts';
export * from './percent.ts';
export * from './plain-json.ts';
export * from './printed-amount.ts';
export * from './printed-day.ts';
export * from './quantity.ts';
export * from './ratio.ts';
export * from './recent.ts';
export * from './refusal.ts';
export * from './spelling.ts';
export * from './text.ts';
export * from './typed-amount.ts';
export * from './typed-date.ts';
export * from './upcaster.ts';
