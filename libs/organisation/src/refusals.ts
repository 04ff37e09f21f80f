import { type Refusal, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const organisationRefusals = {
  'organisation-code-malformed': {
    kind: 'invalid',
    meaning: 'The code of the organisation has characters that a name cannot hold.',
  },
  'organisation-already-registered': {
    kind: 'conflict',
    meaning: 'The organisation has its settings already.',
  },
  'calendar-malformed': { kind: 'invalid', meaning: 'The first month of the fiscal year is not 1 to 12.' },
  'time-zone-unknown': { kind: 'invalid', meaning: 'The time zone is not one of the IANA names.' },
  'currency-unsupported': { kind: 'invalid', meaning: 'The ledger keeps accounts in another currency only.' },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export function refuse(
  code: keyof typeof organisationRefusals,
  message: string,
  details?: RefusalDetails,
): Refusal {
  return refusal(organisationRefusals[code].kind, code, message, details);
}
