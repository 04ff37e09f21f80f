import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const readingsRefusals = {
  'readings-unavailable': {
    kind: 'unavailable',
    meaning: 'The reading log cannot be written or read now; what is not recorded is not shown.',
  },
  'readings-file-unusable': {
    kind: 'invalid',
    meaning: 'The file of the reading log is damaged, was changed by another program, or is something else.',
  },
  'readings-newer-than-program': {
    kind: 'invalid',
    meaning: 'The reading log was written by a newer program.',
  },
  'readings-retention-wrong': {
    kind: 'invalid',
    meaning: 'The number of days for which readings are kept is not a whole number of 1 or more.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** A refusal as an error; the cause is for the operator's log, never for the answer. */
export function refuse(
  code: keyof typeof readingsRefusals,
  message: string,
  { details, cause }: { readonly details?: RefusalDetails; readonly cause?: unknown } = {},
): RefusalError {
  const error = new RefusalError(refusal(readingsRefusals[code].kind, code, message, details));
  if (cause !== undefined) error.cause = cause;
  return error;
}
