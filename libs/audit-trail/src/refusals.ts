import { type Refusal, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of keys, notes, checkpoints and bundles: its code, kind and meaning. */
export const auditTrailRefusals = {
  'key-malformed': { kind: 'invalid', meaning: 'The text is no key of a signed note.' },
  'key-file-open-to-others': {
    kind: 'rule',
    meaning: 'Others than its owner may read or write the file of the signing key.',
  },
  'note-malformed': { kind: 'invalid', meaning: 'The text is no signed note, or cannot be signed.' },
  'checkpoint-malformed': { kind: 'invalid', meaning: 'The text is no checkpoint of a ledger.' },
  'bundle-folder-not-empty': {
    kind: 'conflict',
    meaning: 'The folder for the bundle holds something already.',
  },
  'bundle-not-writable': {
    kind: 'invalid',
    meaning: 'The folder for the bundle cannot be written, or has no room for it.',
  },
  'bundle-not-sealed': {
    kind: 'rule',
    meaning: 'The last checkpoint does not cover all that is to be exported: seal first.',
  },
  'bundle-unreadable': {
    kind: 'not-found',
    meaning: 'There is no folder that could be verified as a bundle, or it cannot be read.',
  },
} as const satisfies Readonly<Record<string, { readonly kind: RefusalKind; readonly meaning: string }>>;

export function refuse(
  code: keyof typeof auditTrailRefusals,
  message: string,
  details: RefusalDetails = {},
): Refusal {
  return refusal(auditTrailRefusals[code].kind, code, message, details);
}
