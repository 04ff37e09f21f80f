import { type RefusalDetails, RefusalError, type RefusalKind, refusal } from '#kernel';

/** Every refusal of verification, export and import of a log: its code, kind and meaning. */
export const verificationRefusals = {
  'no-ledger-to-verify': {
    kind: 'not-found',
    meaning: 'The folder holds neither a bundle nor a ledger that could be verified.',
  },
  'ledger-moved-on': {
    kind: 'unavailable',
    meaning: 'Somebody opened the ledger while its files were read: verify again.',
  },
  'log-not-exportable': {
    kind: 'invalid',
    meaning: 'A file of the log is missing or so damaged that it cannot be exported.',
  },
  'bundle-in-data-folder': {
    kind: 'invalid',
    meaning: 'A bundle does not go into the data folder that it is exported from.',
  },
  'read-models-behind': {
    kind: 'unavailable',
    meaning: 'The read models have not read all that is to be exported: try again.',
  },
  'folder-not-empty': {
    kind: 'conflict',
    meaning: 'A log is imported into a new or empty folder, and this one holds something.',
  },
} as const satisfies Readonly<Record<string, { readonly kind: RefusalKind; readonly meaning: string }>>;

export function refuse(
  code: keyof typeof verificationRefusals,
  message: string,
  details: RefusalDetails = {},
): RefusalError {
  return new RefusalError(refusal(verificationRefusals[code].kind, code, message, details));
}
