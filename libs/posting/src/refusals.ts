import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const postingRefusals = {
  'idempotency-key-reused': { kind: 'conflict', meaning: 'The idempotency key was used for another input.' },
  'idempotency-key-malformed': {
    kind: 'invalid',
    meaning:
      'The idempotency key is empty, longer than 200 characters or has characters outside printable ASCII.',
  },
  'account-contended': {
    kind: 'unavailable',
    meaning: 'Others wrote the same account again and again; nothing was recorded.',
  },
  'ledger-busy': { kind: 'unavailable', meaning: 'Too many postings are waiting; nothing was recorded.' },
  'storage-failed': {
    kind: 'unavailable',
    meaning: 'The store could not write, such as on a full disk; nothing was recorded.',
  },
  'outcome-unknown': {
    kind: 'unavailable',
    meaning: 'The store did not say whether it recorded the posting; ask again with the same key.',
  },
  'log-unreachable': {
    kind: 'unavailable',
    meaning:
      'The event database that keeps the log does not answer; asked again with the same key, the posting is recorded once.',
  },
  'event-unreadable': {
    kind: 'unavailable',
    meaning:
      'The log holds an event that cannot be read: of a type or version that a newer program wrote, or damaged. What needs it is refused, all else goes on.',
  },
  'posting-too-large': { kind: 'invalid', meaning: 'The posting is larger than the store takes.' },
  'event-malformed': {
    kind: 'invalid',
    meaning: 'A field does not fit the event that it would be recorded in; docs/events.md says what fits.',
  },
  'booked-at-in-future': {
    kind: 'rule',
    meaning: 'History that is taken over cannot have been booked later than now.',
  },
  'booked-at-goes-back': {
    kind: 'rule',
    meaning:
      'History can only be taken over in the order in which it was booked, before anything newer is posted.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export function refuse(
  code: keyof typeof postingRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError {
  return new RefusalError(refusal(postingRefusals[code].kind, code, message, details));
}
