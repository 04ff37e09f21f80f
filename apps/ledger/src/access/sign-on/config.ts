import { readFile } from 'node:fs/promises';
import { type Limits, limitsSchema, type Role, ROLES, UNLIMITED } from '#access';
import { RefusalError, refusal } from '#kernel';
import { z } from 'zod';

/** Which identity provider signs people in, and what its claims mean here. */
export interface SignOnConfig {
  /** Issuer as the provider names itself: https, or http on loopback. */
  readonly issuer: string;
  /** How the ledger is registered there. */
  readonly clientId: string;
  /** Absent for a public client, which PKCE alone protects. */
  readonly clientSecret?: string | undefined;
  /** Whom access tokens must be for; without it none is accepted. Not the client: its ID tokens are no access tokens. */
  readonly audience?: string | undefined;
  /** Claim that becomes the name of the account; `preferred_username` when absent. */
  readonly nameClaim?: string | undefined;
  /** Claim that is shown as the name of the person; `name` when absent. */
  readonly displayClaim?: string | undefined;
  /** What is asked of the provider; `openid profile` when absent. Some give groups for a scope of their own. */
  readonly scope?: string | undefined;
  /** The provider lets nobody in without a second factor, although its tokens do not say so. */
  readonly assuresSecondFactor?: boolean | undefined;
  /** JSON file: which value of which claim gives which role. */
  readonly rolesFile: string;
}

/** A person whose `claim` is, or contains, `value` has `role`, within `limits`. */
export interface RoleClaim {
  /** Name of a claim, or a path with dots, such as `realm_access.roles`. */
  readonly claim: string;
  readonly value: string;
  readonly role: Role;
  readonly limits?: Limits | undefined;
}

const text = z.string().min(1).max(256);

const limits = limitsSchema.refine(
  ({ first, last }) => first === undefined || last === undefined || first <= last,
  'expected a first day that is not after the last',
);

const roleClaims = z
  .array(
    z
      .strictObject({ claim: text, value: text, role: z.enum(ROLES), limits: limits.optional() })
      .refine(({ role, limits = {} }) => !UNLIMITED.includes(role) || onlyDays(limits), {
        path: ['limits'],
        error: 'expected no limit but days: the role is over the whole ledger',
      }),
  )
  .max(1_000);

const onlyDays = (given: Limits): boolean =>
  Object.keys(given).every((limit) => limit === 'first' || limit === 'last');

/** The roles file; refuses with every fault named. */
export async function readRoleClaims(file: string): Promise<readonly RoleClaim[]> {
  const json = await readFile(file, 'utf8').catch((error: unknown) => {
    throw wrong([`${file} cannot be read (${String((error as NodeJS.ErrnoException).code)})`]);
  });
  const read = roleClaims.safeParse(parsed(json, file));
  if (read.success) return read.data;
  throw wrong(
    read.error.issues.map(
      ({ path, message }) => `${file}, ${path.map(String).join('.') || 'list'}: ${message}`,
    ),
  );
}

function parsed(json: string, file: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw wrong([`${file} is not JSON`]);
  }
}

/** Refuses settings under which signing in would not be safe or could not work; asks nobody. */
export function checkSignOn({ issuer, clientId, audience, scope = 'openid' }: SignOnConfig): void {
  const faults = [
    ...issuerFaults(issuer),
    ...(clientId === '' ? ['the client id is empty'] : []),
    ...(audience === '' ? ['the audience is empty'] : []),
    ...(audience !== undefined && audience === clientId
      ? ['the audience is the client id; expected one of its own, or ID tokens would pass for access tokens']
      : []),
    ...(scope.split(' ').includes('openid') ? [] : [`the scope "${scope}" lacks openid`]),
  ];
  if (faults.length > 0) throw wrong(faults);
}

function issuerFaults(issuer: string): string[] {
  if (!URL.canParse(issuer)) return [`the issuer "${issuer}" is not an address`];
  const { search, hash, username, password } = new URL(issuer);
  return [
    ...(isSafeAddress(issuer)
      ? []
      : [`the issuer "${issuer}" is not safe: expected https, or http on loopback`]),
    ...(`${search}${hash}` === '' ? [] : ['the issuer has a query or a fragment']),
    ...(`${username}${password}` === '' ? [] : ['the issuer has a user or a password in it']),
  ];
}

/** Names and addresses of this very machine. */
export const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether what is said to an address stays unread on the way: https, or a socket of this machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

const wrong = (faults: readonly string[]): RefusalError =>
  new RefusalError(
    refusal('invalid', 'configuration-wrong', `Single sign-on is not usable: ${faults.join('; ')}.`, {
      faults,
    }),
  );
