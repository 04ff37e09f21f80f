import { createHash } from 'node:crypto';
import { isSubject, type Limits, type Role } from '#access';
import { looksLikeAnother } from '#identities';
import type { RoleClaim, SignOnConfig } from './config.ts';

/** What a token or the provider says of somebody; checked before it gets here, but of any form. */
export type Claims = Readonly<Record<string, unknown>>;

export interface ClaimedRole {
  readonly role: Role;
  readonly limits?: Limits | undefined;
}

/** Who somebody is by the word of the identity provider. */
export interface Claimed {
  readonly issuer: string;
  /** Unique and lasting at the issuer; the only thing that an account is linked by. */
  readonly subject: string;
  /** Name that the account should have; well-formed, perhaps taken. */
  readonly wanted: string;
  readonly displayName?: string;
  /** A service got its token in its own name, with no person behind it. */
  readonly kind: 'person' | 'service';
  readonly secondFactor: boolean;
  readonly roles: readonly ClaimedRole[];
  /** When the provider said it, in seconds since 1970. */
  readonly issuedAt?: number;
}

/** Methods that take more than a password (RFC 8176). */
const SECOND_FACTORS = ['mfa', 'otp', 'hwk'];
const NAME_LENGTH = 32;
const DISPLAY_LENGTH = 100;

/**
 * Reads who somebody is from checked claims.
 * @param amr how the person signed in, from the signed token alone
 */
export function claimedFrom(
  claims: Claims & { readonly iss: string; readonly sub: string },
  amr: unknown,
  config: SignOnConfig,
  rules: readonly RoleClaim[],
): Claimed {
  const { iss, sub } = claims;
  const displayName = displayNameOf(claims[config.displayClaim ?? 'name']);
  const kind = isService(claims, sub) ? 'service' : 'person';
  const methods = texts(amr);
  return {
    issuer: iss,
    subject: sub,
    wanted: nameFrom(claims[config.nameClaim ?? 'preferred_username'], `${iss} ${sub}`),
    ...(displayName === undefined ? {} : { displayName }),
    kind,
    secondFactor:
      kind === 'person' &&
      (config.assuresSecondFactor === true || SECOND_FACTORS.some((method) => methods.includes(method))),
    roles: rolesFrom(claims, rules),
    ...(typeof claims['iat'] === 'number' ? { issuedAt: claims['iat'] } : {}),
  };
}

/** The roles that claims give, each once; none for claims that no rule names. */
export function rolesFrom(claims: Claims, rules: readonly RoleClaim[]): ClaimedRole[] {
  const roles = rules
    .filter(({ claim, value }) => texts(at(claims, claim)).includes(value))
    .map(({ role, limits }) => (limits === undefined ? { role } : { role, limits }));
  return [...new Map(roles.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * A name for an account: what stands before the `@` of an address, other characters replaced.
 * Where nothing is left, or what could be taken for another name, a name that tells nothing of the person but is always the same.
 */
export function nameFrom(claim: unknown, identity: string): string {
  const [said = ''] = (typeof claim === 'string' ? claim : '').normalize('NFC').split('@');
  const plain = said.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '');
  const name = Array.from(plain)
    .slice(0, NAME_LENGTH)
    .join('')
    .replace(/[._-]+$/, '');
  if (isSubject(name) && !looksLikeAnother(name)) return name;
  return `person-${createHash('sha256').update(identity).digest('hex').slice(0, 10)}`;
}

function displayNameOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const shown = claim
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .trim();
  return Array.from(shown).slice(0, DISPLAY_LENGTH).join('') || undefined;
}

/** RFC 9068: a client's own token has the client as its subject; Entra ID says `idtyp`. */
const isService = ({ client_id, azp, idtyp }: Claims, sub: string): boolean =>
  client_id === sub || azp === sub || idtyp === 'app';

/** A claim by its name or, where none is called so, by a path with dots. */
function at(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Claims)[part]
          : undefined,
      claims,
    );
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
