/**
 * Takes commands to the log: loads the state of the account, decides, appends once.
 * Knows every store through the port, and no business rule.
 */
export {
  type Command,
  type Following,
  type Look,
  type Posting,
  type PostingContext,
  type PostedEvent,
  posting,
  type Prepared,
  type Read,
  read,
  type Receipt,
} from './posting.ts';
export type { PostingObserver, PostingStep, RetryReason, StepFacts } from './observer.ts';
export { Recorder, type RecorderOptions } from './recorder.ts';
export { postingRefusals } from './refusals.ts';
export type { Snapshot, Snapshots } from './snapshots.ts';
export type { OtherWriters } from './tries.ts';
export { commandIdOf } from './submission.ts';
export { eventUnreadable } from './unreadable-events.ts';
