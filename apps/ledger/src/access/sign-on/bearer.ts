import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import type { ReachedProvider } from './provider.ts';
import { tokenRefused } from './refused.ts';

/** Signatures by a key pair. No `none`; no HS*, whose key a verifier that mixes up keys would take from the public one. */
export const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Clocks of provider and ledger may differ so much. */
const TOLERANCE_SECONDS = 30;

/** Claims of tokens that tell something else than "let the bearer in": of ID and of logout tokens. */
const OF_OTHER_TOKENS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

type Verified = JWTPayload & { readonly iss: string; readonly sub: string };

/** What is wrong with a token at first sight, so that rubbish does not make the ledger ask the provider. */
export function refuseAtSight(jwt: string, issuer: string): void {
  const { alg, typ } = headerOf(jwt);
  if (!ALGORITHMS.includes(alg ?? '')) throw tokenRefused('its algorithm is not allowed');
  // RFC 9068 wants at+jwt; many providers still say JWT.
  if (!/^(?:application\/)?(?:at\+)?jwt$/i.test(typ ?? ''))
    throw tokenRefused('its type is not at+jwt or JWT');
  if (withoutSlash(payloadOf(jwt).iss) !== withoutSlash(issuer))
    throw tokenRefused('it is of another issuer');
}

/**
 * The claims of an access token of the provider (RFC 9068), after every check of signature, issuer, audience and time.
 * Throws errors of jose and refusals.
 */
export async function verifiedBearer(
  jwt: string,
  { issuer, keys }: ReachedProvider,
  audience: string,
): Promise<Verified> {
  const { payload } = await jwtVerify(jwt, keys, {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: TOLERANCE_SECONDS,
    requiredClaims: ['exp', 'sub'],
  });
  const other = OF_OTHER_TOKENS.find((claim) => Object.hasOwn(payload, claim));
  if (other !== undefined) throw tokenRefused(`it has ${other} and so is no access token`);
  // Whoever holds a bound token must prove a key of his own, which is not checked here (RFC 9449, RFC 8705).
  if (Object.hasOwn(payload, 'cnf')) throw tokenRefused('it is bound to a key of its holder');
  return named(payload);
}

/** The claims of an ID token whose claims openid-client checked; its signature is checked here, by the same keys. */
export async function verifiedIdToken(
  jwt: string,
  { issuer, keys }: ReachedProvider,
  clientId: string,
): Promise<Verified> {
  const { payload } = await jwtVerify(jwt, keys, {
    issuer,
    audience: clientId,
    algorithms: ALGORITHMS,
    clockTolerance: TOLERANCE_SECONDS,
  });
  return named(payload);
}

function named(payload: JWTPayload): Verified {
  const { iss, sub } = payload;
  if (typeof iss !== 'string' || typeof sub !== 'string' || sub === '' || sub.length > 255) {
    throw new errors.JWTInvalid('no subject of 1 to 255 characters is named');
  }
  return { ...payload, iss, sub };
}

function headerOf(jwt: string) {
  try {
    return decodeProtectedHeader(jwt);
  } catch {
    throw tokenRefused('it is no JWT');
  }
}

function payloadOf(jwt: string): JWTPayload {
  try {
    return decodeJwt(jwt);
  } catch {
    throw tokenRefused('it has no claims');
  }
}

const withoutSlash = (issuer: unknown): unknown =>
  typeof issuer === 'string' ? issuer.replace(/\/$/, '') : undefined;
