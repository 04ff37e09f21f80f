import { RefusalError } from '#kernel';
import type { Posting } from './posting.ts';
import { refuse } from './refusals.ts';
import type { StreamState } from './streams-in-memory.ts';

/** What depends on the state that somebody looked at is not decided on another. */
export function mustStandAt({ at, stream }: Posting, { revision }: StreamState): void {
  if (at === undefined || at === String(revision)) return;
  throw refuse('account-contended', `${stream} moved on while the posting was prepared; try again.`);
}

/** The refusal of one posting of a list, with its place there. */
export function atPlace({ refusal }: RefusalError, place: number): RefusalError {
  return new RefusalError({ ...refusal, details: { ...refusal.details, place } });
}
