import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const deskRefusals = {
  'desk-unavailable': {
    kind: 'unavailable',
    meaning: 'Drafts, preferences and refused attempts cannot be read or written now.',
  },
  'desk-file-unusable': {
    kind: 'invalid',
    meaning: 'The file of the desk is damaged, was changed by another program, or is something else.',
  },
  'desk-newer-than-program': {
    kind: 'invalid',
    meaning: 'The file of the desk was written by a newer program.',
  },
  'draft-unknown': { kind: 'not-found', meaning: 'The one who asks has no draft of this identity.' },
  'draft-changed-elsewhere': {
    kind: 'conflict',
    meaning: 'The draft was changed or removed meanwhile, in another window or on another machine.',
  },
  'drafts-too-many': {
    kind: 'limited',
    meaning: 'One person keeps no more drafts, or no larger ones, than the desk holds.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** A refusal as an error; the cause is for the operator's log, never for the answer. */
export function refuse(
  code: keyof typeof deskRefusals,
  message: string,
  { details, cause }: { readonly details?: RefusalDetails; readonly cause?: unknown } = {},
): RefusalError {
  const error = new RefusalError(refusal(deskRefusals[code].kind, code, message, details));
  if (cause !== undefined) error.cause = cause;
  return error;
}
