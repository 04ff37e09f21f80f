import { type RefusalError } from '#kernel';
import { refuse } from '../../http/refusals.ts';

/**
 * Refusals of single sign-on say the same to whoever tries, and nothing of why. The reason is for the operator: it is
 * the `cause`, an error whose message holds no token, code or secret.
 */

export const tokenRefused = (reason: string): RefusalError =>
  because(
    reason,
    refuse(
      'token-refused',
      'The access token is not accepted; expected a valid one that the identity provider issued for this ledger.',
    ),
  );

export const signOnRefused = (reason: string): RefusalError =>
  because(
    reason,
    refuse(
      'sign-on-refused',
      'The sign-in by the identity provider was not completed; expected its answer to a sign-in that was begun here. Begin again.',
    ),
  );

export const signOnUnavailable = (reason: string): RefusalError =>
  because(
    reason,
    refuse(
      'sign-on-unavailable',
      'The identity provider does not answer as expected; try again later, or sign in by a password.',
    ),
  );

function because(reason: string, error: RefusalError): RefusalError {
  error.cause = new Error(reason);
  return error;
}
