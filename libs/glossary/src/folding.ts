/** What it takes to name events, without the terms and what they mean. */
export { EVENT_NAMES, eventName, type EventType } from './event-names.ts';
export type { Bilingual } from './term.ts';
