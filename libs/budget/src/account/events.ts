import { type AuthorityEvent, authorityEvents } from './authority/events.ts';
import { type CashEvent, cashEvents } from './cash/events.ts';
import { QuarterCorrected } from './chain/correct.ts';
import { type ChainEvent, chainEvents } from './chain/events.ts';
import { type YearEndEvent, yearEndEvents } from './year-end/events.ts';

/** Every event of a budget account, in the order of its life. */
export const accountEvents = [
  ...authorityEvents,
  ...chainEvents,
  ...cashEvents,
  QuarterCorrected,
  ...yearEndEvents,
] as const;

export type AccountEvent = AuthorityEvent | ChainEvent | CashEvent | QuarterCorrected | YearEndEvent;
