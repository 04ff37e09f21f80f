/**
 * The desk: what people keep while they work (drafts, preferences, when they last looked), and the postings that the
 * ledger refused them. In a file of its own beside the ledger; nothing in it is a fact of the ledger.
 */
export type { Attempt, AttemptFilter, AttemptPage, RecordedAttempt } from './attempts/attempt.ts';
export { Desk, type DeskOptions } from './desk.ts';
export type { Draft, DraftSummary, NewDraft } from './drafts/draft.ts';
export { deskRefusals } from './refusals.ts';
export { SHAPE as deskTables } from './schema.ts';
export type { LastVisit, Visitor } from './visits.ts';
