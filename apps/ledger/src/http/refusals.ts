import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of the service itself: its code, kind and meaning. */
export const serviceRefusals = {
  'input-invalid': {
    kind: 'invalid',
    meaning: 'A field is missing, unknown or not of the expected form; every one is listed.',
  },
  'body-malformed': {
    kind: 'invalid',
    meaning: 'The body is not JSON, or not of the content type that it claims.',
  },
  'body-too-large': { kind: 'invalid', meaning: 'The body is larger than the service takes.' },
  'actor-malformed': { kind: 'invalid', meaning: 'The header Obligo-Actor does not name an author.' },
  'route-unknown': { kind: 'not-found', meaning: 'There is no such address.' },
  'organisation-ambiguous': {
    kind: 'invalid',
    meaning: 'The ledger has several organisations and none was named.',
  },
  'organisation-unknown': { kind: 'not-found', meaning: 'The ledger has no organisation of this code.' },
  'known-at-malformed': {
    kind: 'invalid',
    meaning: 'The moment is neither a date, an instant, a position nor the code of a quarterly report.',
  },
  'known-at-unknown': { kind: 'not-found', meaning: 'The log has no such position.' },
  'known-at-order': { kind: 'invalid', meaning: 'The first of two moments lies after the second.' },
  'position-not-reached': {
    kind: 'unavailable',
    meaning: 'The read models have not reached the position asked for.',
  },
  'project-unknown': {
    kind: 'not-found',
    meaning: 'The fiscal year has no account of this project, as known at the moment asked about.',
  },
  'transfer-not-made': { kind: 'not-found', meaning: 'The project has given no transfer of this number.' },
  'approval-unknown': {
    kind: 'not-found',
    meaning: 'No document of this number was submitted for approval.',
  },
  'report-unknown': { kind: 'not-found', meaning: 'No quarterly report of this code is entered.' },
  'comparison-not-said': {
    kind: 'invalid',
    meaning: 'It is not said which fiscal year and quarter a table is compared with.',
  },
  'event-unknown': { kind: 'not-found', meaning: 'The log has no event at this position.' },
  'read-models-stopped': {
    kind: 'unavailable',
    meaning: 'The read models met an event that they cannot handle and stand still there.',
  },
  'shutting-down': { kind: 'unavailable', meaning: 'The service is stopping.' },
  internal: {
    kind: 'defect',
    meaning: 'A defect of the service; nothing more is known, the log names it.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export function refuse(
  code: keyof typeof serviceRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError {
  return new RefusalError(refusal(serviceRefusals[code].kind, code, message, details));
}
