import { type CivilDate, isRefusal, type Refusal } from '#kernel';
import type { AccessEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { APART, POSTING_ROLES, type Role, ROLES, UNLIMITED } from './roles.ts';
import { limitsSchema, limitsText } from './schema.ts';
import type { AccessState, Limits, Origin } from './state.ts';

type Granted = Extract<AccessEvent, { type: 'RoleGranted' }>['data'];

/** Name of an account, or of a service token behind `service:`; no e-mail address, since it stands in events. */
const SUBJECT = /^(?:service:)?[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,31}$/u;
const RESERVED = new Set(['set-up', 'sign-on', 'local', 'operator', 'nobody', 'ledger']);

/** Whether somebody can be called so. */
export const isSubject = (name: string): boolean => SUBJECT.test(name) && !RESERVED.has(name.toLowerCase());

const isService = (subject: string): boolean => subject.startsWith('service:');

export interface Asked {
  readonly subject: string;
  readonly role: string;
  readonly limits?: Limits | undefined;
  readonly origin: Origin;
}

/** The grant that is recorded, or why it cannot be. */
export function decideGrantTo(
  state: AccessState,
  { subject, role: asked, limits, origin }: Asked,
): Granted | Refusal {
  const role = ROLES.find((each) => each === asked);
  if (role === undefined || !isSubject(subject)) {
    return refuse(
      'subject-malformed',
      `The role ${asked} cannot be given to "${subject.slice(0, 64)}"; expected one of ${ROLES.join(', ')} for the name of an account or service:‹name of a token›.`,
      { subject: subject.slice(0, 64), role: asked.slice(0, 64) },
    );
  }
  const read = readLimits(limits, role);
  if (isRefusal(read)) return read;
  const refused =
    mustStayApart(state, subject, role) ?? mustBeNew(state, { subject, role, limits: read, origin });
  if (refused) return refused;
  return {
    grant: state.granted + 1,
    subject,
    role,
    ...(Object.keys(read).length === 0 ? {} : { limits: read }),
    origin,
  };
}

export const withdrawn = (
  { grant, subject, role }: { readonly grant: number; readonly subject: string; readonly role: Role },
  effectiveOn: CivilDate,
): AccessEvent => ({ type: 'RoleWithdrawn', effectiveOn, data: { grant, subject, role } });

type ReadLimits = NonNullable<Granted['limits']>;

function readLimits(limits: unknown, role: Role): ReadLimits | Refusal {
  const read = limitsSchema.safeParse(limits ?? {});
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      expected: message,
    }));
    return refuse(
      'limits-malformed',
      `The limits are not of the expected form: ${errors.map(({ field, expected }) => `${field || 'limits'}: ${expected}`).join('; ')}.`,
      { errors },
    );
  }
  const { first, last, ...bounds } = read.data;
  if (first !== undefined && last !== undefined && first > last) {
    return refuse('limits-malformed', `The first day ${first} lies after the last, ${last}.`, {
      first,
      last,
    });
  }
  if (UNLIMITED.includes(role) && Object.keys(bounds).length > 0) {
    return refuse(
      'limits-not-for-role',
      `The role ${role} is over the whole ledger; expected no limit but days.`,
      {
        role,
      },
    );
  }
  return read.data;
}

/** Grants that lie in the future or are over count too: a day may not undo the separation. */
function mustStayApart(state: AccessState, subject: string, role: Role): Refusal | undefined {
  if (isService(subject) && (POSTING_ROLES.includes(role) || role === 'administrator')) {
    return refuse(
      'service-only-reads',
      `${subject} is a service token; expected a role that only reads or operates.`,
      {
        subject,
        role,
      },
    );
  }
  const held = state.grants.filter((each) => each.subject === subject).map((each) => each.role);
  const against = held.find((other) => other !== role && apart(role, other));
  if (against === undefined) return undefined;
  return refuse('roles-apart', `${subject} has the role ${against}; nobody is ${against} and ${role}.`, {
    subject,
    role,
    held: against,
  });
}

const apart = (one: Role, other: Role): boolean =>
  (APART.includes(one) && other !== 'reader') || (APART.includes(other) && one !== 'reader');

/** What a person gave and what claims gave stand beside each other: each ends by itself. */
function mustBeNew(
  { grants }: AccessState,
  { subject, role, limits, origin }: Asked & { readonly limits: ReadLimits },
): Refusal | undefined {
  const same = grants.find(
    (each) =>
      each.subject === subject &&
      each.role === role &&
      (each.origin === 'sign-on') === (origin === 'sign-on') &&
      limitsText(each.limits) === limitsText(limits),
  );
  if (!same) return undefined;
  return refuse('role-granted-already', `${subject} has the role ${role} already, on the same terms.`, {
    grant: same.grant,
  });
}
