import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel/folding';

/** Every refusal of this library: its code, kind and meaning. */
export const auditRulesRefusals = {
  'audit-rules-unusable': {
    kind: 'invalid',
    meaning: 'The file with the parameters of the audit rules cannot be read, or names what no rule knows.',
  },
  'audit-rule-unknown': { kind: 'not-found', meaning: 'There is no audit rule of this name.' },
  'finding-unknown': {
    kind: 'not-found',
    meaning: 'Nothing of this id was found by then, or not in the project that is asked about.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** A refusal as an error. */
export const refuse = (
  code: keyof typeof auditRulesRefusals,
  message: string,
  details?: RefusalDetails,
): RefusalError => new RefusalError(refusal(auditRulesRefusals[code].kind, code, message, details));
