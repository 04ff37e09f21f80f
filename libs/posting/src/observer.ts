import { CommandAlreadyRecorded, UnknownOutcome } from '#event-store';
import type { Submission } from './submission.ts';

/** One step of a command: all of it, one decision, one append. */
export type PostingStep = 'posting.command' | 'posting.decide' | 'posting.append';

/** What a step is about; never an amount or a name of a person. */
export interface StepFacts {
  /** Type of the command, or of the first of several. */
  readonly command?: string;
  readonly commandId?: string;
  readonly organisation?: string;
  /** How many commands, or events. */
  readonly count?: number;
  readonly dryRun?: boolean;
}

/** Why a command is decided again. */
export type RetryReason = 'conflict' | 'already-recorded' | 'outcome-unknown' | 'neighbour-failed';

/** Hears what becomes of commands, for metrics and traces. It must not throw. */
export interface PostingObserver {
  /** Runs a step, and gives what it gives. */
  step<T>(name: PostingStep, facts: StepFacts, run: () => T): T;
  /** The command is decided again; called within its step. */
  again(reason: RetryReason): void;
}

/** What a step of a whole submission is about. */
export const factsOf = ({ postings, context, commandId }: Submission): StepFacts => ({
  commandId,
  organisation: context.organisation,
  count: postings.length,
  dryRun: context.dryRun ?? false,
  ...(postings[0] ? { command: postings[0].command.type } : {}),
});

/** Why an append that failed makes the command be decided again. */
export function reasonOf(error: unknown): RetryReason {
  if (error instanceof UnknownOutcome) return 'outcome-unknown';
  return error instanceof CommandAlreadyRecorded ? 'already-recorded' : 'conflict';
}
