import { BookedAtGoesBack, Busy, StorageFailed, TooLarge, UnknownOutcome } from '#event-store';
import { refuse } from './refusals.ts';

/** What a failed append means for the caller: a refusal where the store says one, else the failure itself. */
export function failureOf(error: unknown): unknown {
  if (error instanceof Busy) {
    return refuse('ledger-busy', 'Too many postings are waiting; nothing was recorded.', {
      retryAfterMs: error.retryAfterMs,
    });
  }
  if (error instanceof TooLarge) return refuse('posting-too-large', error.message);
  if (error instanceof UnknownOutcome) {
    return refuse(
      'outcome-unknown',
      'The store did not say whether the posting is recorded; ask again with the same key.',
    );
  }
  if (error instanceof StorageFailed) {
    return refuse('storage-failed', `The store could not write; nothing was recorded: ${error.message}.`);
  }
  if (error instanceof BookedAtGoesBack) {
    return refuse(
      'booked-at-goes-back',
      `History booked at ${error.given} cannot follow what was booked at ${error.last}: expected history before newer postings, in its order.`,
      { given: error.given, last: error.last },
    );
  }
  return error;
}
