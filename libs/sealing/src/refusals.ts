import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const sealingRefusals = {
  'seals-file-unusable': {
    kind: 'unavailable',
    meaning:
      'The file of the seals is damaged, was changed by another program, or is something else; postings go on, unsealed.',
  },
  'seals-newer-than-program': { kind: 'invalid', meaning: 'The seals were written by a newer program.' },
  'seals-not-empty': {
    kind: 'conflict',
    meaning: 'Checkpoints of another ledger are taken over only where nothing was sealed.',
  },
  'seal-broken': {
    kind: 'conflict',
    meaning: 'The log is not the one that was sealed, or seals are missing: nothing more is signed.',
  },
  'seal-key-missing': {
    kind: 'unavailable',
    meaning: 'The signing key cannot be read or made; postings go on, unsealed.',
  },
  'seal-keys-denied': {
    kind: 'unavailable',
    meaning: 'This user may not read or write the folder of the signing keys; postings go on, unsealed.',
  },
  'seal-keys-in-data-folder': {
    kind: 'invalid',
    meaning: 'Signing keys are kept outside the data folder, so that who copies the folder cannot sign.',
  },
  'seal-origin-wrong': {
    kind: 'invalid',
    meaning: 'The origin is no name that a ledger can be sealed under.',
  },
  'seal-origin-differs': {
    kind: 'conflict',
    meaning: 'The ledger was sealed under another origin, which never changes.',
  },
  'checkpoint-unknown': { kind: 'not-found', meaning: 'No checkpoint was signed at this size.' },
  'checkpoint-order': { kind: 'invalid', meaning: 'The first of two sizes is larger than the second.' },
} as const satisfies Readonly<Record<string, { readonly kind: RefusalKind; readonly meaning: string }>>;

export type SealingRefusalCode = keyof typeof sealingRefusals;

/** A refusal as an error; the cause is for the operator's log, never for the answer. */
export function refuse(
  code: SealingRefusalCode,
  message: string,
  details: RefusalDetails = {},
  cause?: unknown,
): RefusalError {
  const error = new RefusalError(refusal(sealingRefusals[code].kind, code, message, details));
  if (cause !== undefined) error.cause = cause;
  return error;
}
