import { RefusalError, type RefusalDetails, type RefusalKind, refusal } from '#kernel';

/** Every refusal of accounts, passwords, factors and codes: its code, kind and meaning. */
export const identityRefusals = {
  'name-malformed': { kind: 'invalid', meaning: 'An account cannot be called so.' },
  'name-taken': { kind: 'conflict', meaning: 'There is, or was, an account of this name.' },
  'person-unknown': { kind: 'not-found', meaning: 'There is no account of this name.' },
  'account-closed': { kind: 'conflict', meaning: 'The account is closed.' },
  'account-not-closed': { kind: 'conflict', meaning: 'The account is open.' },
  'account-erased': { kind: 'conflict', meaning: 'Everything of the account is erased; it stays closed.' },
  'password-too-weak': {
    kind: 'invalid',
    meaning: 'The password is too short, too long, too plain, or the name of the account.',
  },
  'sign-in-refused': {
    kind: 'unauthenticated',
    meaning: 'Name, password or code is wrong, or the account is closed; it is not said which.',
  },
  'sign-in-paused': {
    kind: 'limited',
    meaning: 'Too many wrong attempts on this name; the wait doubles with each.',
  },
  'sign-in-busy': { kind: 'limited', meaning: 'Too many passwords are being checked at this moment.' },
  'one-time-code-wrong': {
    kind: 'unauthenticated',
    meaning: 'The one-time code is wrong, used or expired.',
  },
  'second-factor-not-begun': {
    kind: 'conflict',
    meaning: 'No secret for an authenticator waits to be confirmed.',
  },
  'accounts-unavailable': {
    kind: 'unavailable',
    meaning: 'Accounts, sessions and tokens cannot be read or written now; nobody is let in until they can.',
  },
  'identities-file-unusable': {
    kind: 'unavailable',
    meaning:
      'The file of accounts is damaged, something else, sealed under another key, or written by a newer program.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type IdentityRefusalCode = keyof typeof identityRefusals;

export const refuse = (
  code: IdentityRefusalCode,
  message: string,
  details: RefusalDetails = {},
): RefusalError => new RefusalError(refusal(identityRefusals[code].kind, code, message, details));

export const signInRefused = (): RefusalError =>
  refuse(
    'sign-in-refused',
    'The sign-in is refused: expected the name of an open account, its password, and its code where it has a second factor.',
  );
