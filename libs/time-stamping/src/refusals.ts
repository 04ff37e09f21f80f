import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const timeStampRefusals = {
  'time-stamp-malformed': {
    kind: 'invalid',
    meaning: 'The bytes are no answer of a time-stamping authority as RFC 3161 describes it.',
  },
  'time-stamp-wrong': {
    kind: 'conflict',
    meaning:
      'The time-stamp does not prove that its message existed at its time; the sentence says which check failed.',
  },
  'time-stamp-untrusted': {
    kind: 'conflict',
    meaning: 'The certificate of the time-stamp does not lead to one that is trusted.',
  },
  'time-stamp-not-granted': {
    kind: 'unavailable',
    meaning: 'The time-stamping authority answered that it gives no time-stamp.',
  },
  'time-stamp-unavailable': {
    kind: 'unavailable',
    meaning: 'The time-stamping authority gave no usable answer in time; it is asked again later.',
  },
  'time-stamp-authorities-unusable': {
    kind: 'invalid',
    meaning: 'The file of trusted authorities holds no certificate in PEM form, or a damaged one.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** A refusal as an error, for code that cannot return it. */
export function refuse(
  code: keyof typeof timeStampRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError {
  return new RefusalError(refusal(timeStampRefusals[code].kind, code, message, details));
}

/** What is wrong with a time-stamp that is well-formed. */
export const wrong = (message: string): RefusalError =>
  refuse('time-stamp-wrong', `The time-stamp is wrong: ${message}.`);
