import { type CivilDate, type Decider, type DecisionContext, isRefusal, type Refusal } from '#kernel';
import type {
  AccessCommand,
  GrantRole,
  MatchSignOn,
  SetAccessRules,
  WithdrawAllRoles,
  WithdrawRole,
} from './commands.ts';
import type { AccessEvent } from './events.ts';
import { decideGrantTo, withdrawn } from './grant.ts';
import { refuse } from './refusals.ts';
import { limitsText, rulesSchema } from './schema.ts';
import { type AccessState, emptyAccess, evolveAccess, grantsOf, isInForce, type RoleGrant } from './state.ts';

/** Names that act for the ledger itself; no account bears them. */
export const SET_UP = 'set-up';
export const SIGN_ON = 'sign-on';

type Decision = readonly AccessEvent[] | Refusal;

/** Who may do what: the rule table and the roles of everybody, in a log of its own. */
export const accessRules: Decider<AccessState, AccessCommand, AccessEvent> = {
  category: 'accessrules',
  initial: emptyAccess,

  decide(state, command, context) {
    if (command.type === 'set-up-access') return decideSetUp(state, command, context);
    if (command.type === 'recover-access') return decideRecover(state, command, context);
    if (command.type === 'match-sign-on') return decideMatch(state, command, context);
    const refused = mustAdminister(state, context);
    if (refused) return refused;
    switch (command.type) {
      case 'set-access-rules':
        return decideRules(state, command);
      case 'grant-role':
        return decideGrant(state, command);
      case 'withdraw-role':
        return decideWithdraw(state, command, context);
      case 'withdraw-all-roles':
        return decideWithdrawAll(state, command, context);
    }
  },

  evolve: evolveAccess,
};

/** The day that counts for what grants allow: the day of recording, never one that a caller names. */
export const dayOf = ({ recordedOn, bookedOn }: DecisionContext): CivilDate => recordedOn ?? bookedOn;

function decideSetUp(
  state: AccessState,
  { administrator, effectiveOn }: Extract<AccessCommand, { type: 'set-up-access' }>,
  { actor }: DecisionContext,
): Decision {
  if (state.isSetUp) {
    return refuse(
      'access-set-up-already',
      'The ledger has an administrator already; expected him to grant roles.',
    );
  }
  if (actor !== SET_UP) return roleMissing(actor, 'set-up-access');
  const data = { grant: 1, subject: administrator, role: 'administrator', origin: 'set-up' } as const;
  return [
    { type: 'AccessSetUp', effectiveOn, data: { administrator } },
    { type: 'RoleGranted', effectiveOn, data },
  ];
}

/** The recovery stands in the log, whatever else it changes: whoever reads it sees that the folder was used. */
function decideRecover(
  state: AccessState,
  { administrator, effectiveOn }: Extract<AccessCommand, { type: 'recover-access' }>,
  { actor }: DecisionContext,
): Decision {
  if (actor !== SET_UP || !state.isSetUp) return roleMissing(actor, 'recover-access');
  const recovered: AccessEvent = { type: 'AccessRecovered', effectiveOn, data: { administrator } };
  const held = state.grants.some(
    ({ subject, role, limits }) =>
      subject === administrator && role === 'administrator' && limits === undefined,
  );
  if (held) return [recovered];
  const granted = decideGrantTo(state, { subject: administrator, role: 'administrator', origin: SET_UP });
  return isRefusal(granted) ? granted : [recovered, { type: 'RoleGranted', effectiveOn, data: granted }];
}

function mustAdminister(state: AccessState, context: DecisionContext): Refusal | undefined {
  const { actor = '' } = context;
  const administers = grantsOf(state, actor, dayOf(context)).some(({ role }) => role === 'administrator');
  return administers ? undefined : roleMissing(actor, 'administrator');
}

const roleMissing = (actor: string | undefined, role: string): Refusal =>
  refuse('role-missing', `${actor ?? 'Nobody'} may not change who may do what; expected the role ${role}.`, {
    roles: [role],
  });

/** A table as it is given: what a role does not say stays as it is; every fault is told with its place. */
function decideRules(state: AccessState, { rules, effectiveOn }: SetAccessRules): Decision {
  const read = rulesSchema.safeParse(merged(state, rules));
  if (!read.success) {
    const errors = read.error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      expected: message,
    }));
    return refuse(
      'rules-malformed',
      `The rule table is not of the expected form: ${errors.map(({ field, expected }) => `${field || 'rules'}: ${expected}`).join('; ')}.`,
      { errors },
    );
  }
  if (JSON.stringify(read.data) === JSON.stringify(state.rules)) {
    return refuse('rules-unchanged', `The rule table ${String(state.version)} says the same.`, {
      version: state.version,
    });
  }
  const data = { version: state.version + 1, rules: read.data };
  return [{ type: 'AccessRulesSet', effectiveOn, data }];
}

function merged(state: AccessState, rules: unknown): unknown {
  if (!isPlain(rules) || !isPlain(rules['roles'])) return rules;
  const given = rules['roles'];
  const roles = Object.fromEntries(
    Object.entries(state.rules.roles).map(([role, rule]) => {
      const said = given[role];
      return [role, said === undefined ? rule : isPlain(said) ? { ...rule, ...said } : said];
    }),
  );
  return { ...rules, roles: { ...given, ...roles } };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function decideGrant(state: AccessState, { subject, role, limits, effectiveOn }: GrantRole): Decision {
  const granted = decideGrantTo(state, { subject, role, limits, origin: 'administrator' });
  return isRefusal(granted) ? granted : [{ type: 'RoleGranted', effectiveOn, data: granted }];
}

function decideWithdraw(
  state: AccessState,
  { grant, effectiveOn }: WithdrawRole,
  context: DecisionContext,
): Decision {
  const found = state.grants.find((each) => each.grant === grant);
  if (!found) {
    return refuse('grant-unknown', `No grant ${String(grant)} is in force; expected the number of one.`, {
      grant,
    });
  }
  return mustLeaveAdministrator(state, [found], context) ?? [withdrawn(found, effectiveOn)];
}

function decideWithdrawAll(
  state: AccessState,
  { subject, effectiveOn }: WithdrawAllRoles,
  context: DecisionContext,
): Decision {
  const found = state.grants.filter((each) => each.subject === subject);
  return mustLeaveAdministrator(state, found, context) ?? found.map((each) => withdrawn(each, effectiveOn));
}

function mustLeaveAdministrator(
  state: AccessState,
  ending: readonly RoleGrant[],
  context: DecisionContext,
): Refusal | undefined {
  if (!ending.some(({ role }) => role === 'administrator')) return undefined;
  const stays = (each: RoleGrant) =>
    each.role === 'administrator' &&
    each.limits?.last === undefined &&
    isInForce(each, dayOf(context)) &&
    // What claims give, the provider may take away at any sign-in.
    each.origin !== 'sign-on' &&
    !ending.includes(each);
  if (state.grants.some(stays)) return undefined;
  return refuse(
    'last-administrator',
    'Nobody else would administer accounts from today without end; expected another administrator first.',
  );
}

/** Claims decide only about what claims gave; a role that a person granted stays. */
function decideMatch(
  state: AccessState,
  { subject, roles, effectiveOn }: MatchSignOn,
  { actor }: DecisionContext,
): Decision {
  if (actor !== SIGN_ON || !state.isSetUp) return roleMissing(actor, SIGN_ON);
  const held = state.grants.filter((each) => each.subject === subject && each.origin === SIGN_ON);
  const wanted = new Set(roles.map(termsOf));
  const ending = held.filter((each) => !wanted.has(termsOf(each)));
  const events: AccessEvent[] = ending.map((each) => withdrawn(each, effectiveOn));
  let now = events.reduce(evolveAccess, state);
  for (const each of roles) {
    if (held.some((one) => termsOf(one) === termsOf(each))) continue;
    const granted = decideGrantTo(now, { subject, ...each, origin: SIGN_ON });
    if (isRefusal(granted)) return granted;
    const event: AccessEvent = { type: 'RoleGranted', effectiveOn, data: granted };
    events.push(event);
    now = evolveAccess(now, event);
  }
  return events;
}

type Terms = MatchSignOn['roles'][number];

const termsOf = ({ role, limits }: Terms): string => `${role} ${limitsText(limits)}`;

/** Whether somebody has by claims exactly these roles. */
export function isMatched(state: AccessState, subject: string, roles: readonly Terms[]): boolean {
  const held = state.grants.filter((each) => each.subject === subject && each.origin === SIGN_ON);
  const terms = (of: readonly Terms[]) => of.map(termsOf).sort().join('\n');
  return terms(held) === terms(roles);
}
