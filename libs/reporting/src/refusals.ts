import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const reportingRefusals = {
  'published-table-faulty': {
    kind: 'invalid',
    meaning: 'The published table cannot be compared; every fault is listed with line and column.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export function refuse(
  code: keyof typeof reportingRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError {
  return new RefusalError(refusal(reportingRefusals[code].kind, code, message, details));
}
