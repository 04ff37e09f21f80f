import { RefusalError } from '#kernel';
import { errors } from 'jose';
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { signOnRefused, signOnUnavailable, tokenRefused } from './refused.ts';

/** What failed while an access token was checked, as a refusal. */
export function tokenFailure(error: unknown): RefusalError {
  if (error instanceof RefusalError) return error;
  return isAboutToken(error) ? tokenRefused(reasonOf(error)) : signOnUnavailable(reasonOf(error));
}

/** What failed between the callback and the account, as a refusal. */
export function signInFailure(error: unknown): RefusalError {
  if (error instanceof RefusalError) return error;
  const isRefused =
    error instanceof AuthorizationResponseError
      ? !TROUBLE.includes(error.error)
      : error instanceof ResponseBodyError
        ? error.error === 'invalid_grant'
        : isAboutToken(error) || (error instanceof ClientError && ABOUT_ANSWER.includes(error.code ?? ''));
  return isRefused ? signOnRefused(reasonOf(error)) : signOnUnavailable(reasonOf(error));
}

/** The provider says that it is its own fault (RFC 6749, 4.1.2.1). */
const TROUBLE = ['server_error', 'temporarily_unavailable'];

/** The answer is whole, but not one to this beginning. */
const ABOUT_ANSWER = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
];

/** Faults of the token, as opposed to those of the keys it is checked by or of the way to them. */
const isAboutToken = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys;

/** Name, code and message of an error and what caused it; never its data, which may hold the token. */
export function reasonOf(error: unknown): string {
  if (!isError(error)) return 'a failure without a name';
  const { name, message, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const said = saidIn(error);
  return [
    `${name}${code}: ${message}${said === undefined ? '' : ` (${plain(said)})`}`,
    ...(isError(cause) ? [reasonOf(cause)] : []),
  ].join('; ');
}

/** Errors of fetch may be of another realm, which instanceof does not know. */
const isError = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';

/** The error code by which the provider answered (RFC 6749, 5.2), such as `invalid_client`. */
function saidIn(error: Error): string | undefined {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return error.error;
  if (!(error instanceof WWWAuthenticateChallengeError)) return undefined;
  return error.cause.map(({ parameters }) => parameters.error).find((said) => said !== undefined);
}

/** What came through the browser of whoever tries, fit for one line of a log. */
const plain = (text: string): string => text.replace(/[^\w.-]+/g, ' ').slice(0, 60);
