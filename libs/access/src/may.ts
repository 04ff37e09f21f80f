import { type CivilDate, formatBaht, parseBaht, type Refusal, type Satang } from '#kernel';
import { refuse } from './refusals.ts';
import { covers, type Permission, type Role, ROLES } from './roles.ts';
import { type AccessState, grantsOf, type Limits, type RoleGrant } from './state.ts';

/** Where something is recorded or read. */
export interface Place {
  readonly organisation: string;
  /** Absent for what belongs to the whole organisation. */
  readonly project?: string | undefined;
}

/** What somebody wants to record; amount and fund sources are known only when it is decided. */
export interface Recording {
  readonly category: string;
  readonly command: string;
  readonly place: Place;
  readonly fundSources?: readonly string[] | undefined;
  readonly amount?: Satang | undefined;
}

/** The place of a stream by its name. */
export function placeOf(stream: string): Place {
  const [category, id = ''] = split(stream, '-');
  const [organisation, rest = ''] = split(id, '.');
  return category === 'budgetaccount' ? { organisation, project: split(rest, '.')[1] } : { organisation };
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const inPlace = ({ organisation, projects }: Limits, place: Place): boolean =>
  (organisation === undefined || organisation === place.organisation) &&
  (projects === undefined || (place.project !== undefined && projects.includes(place.project)));

/** The grant that lets somebody record this on a day, or why there is none. What exists elsewhere is never told. */
export function mayRecord(
  state: AccessState,
  subject: string,
  recording: Recording,
  on: CivilDate,
): RoleGrant | Refusal {
  const { category, command, place, fundSources = [], amount } = recording;
  const held = grantsOf(state, subject, on);
  if (held.some(({ role }) => role === 'administrator')) {
    return refuse(
      'administrator-posts-nothing',
      `${subject} administers accounts and records nothing; expected somebody else to post it.`,
      { command },
    );
  }
  const fitting = held.filter(({ role }) => records(state, role, category, command));
  if (fitting.length === 0) return missing(state, subject, category, command);
  const within = fitting.filter(
    ({ limits = {} }) => inPlace(limits, place) && forCommand(limits, category, command),
  );
  if (within.length === 0) return outside(subject, command, 'organisation, project or command', place);
  const forMoney = within.filter(({ limits }) =>
    fundSources.every((each) => limits?.fundSources?.includes(each) ?? true),
  );
  if (forMoney.length === 0) return outside(subject, command, 'fund source', { fundSources });
  const enough = forMoney.find(
    ({ limits }) => amount === undefined || amount <= parseBaht(limits?.upTo ?? formatBaht(amount)),
  );
  return enough ?? outside(subject, command, 'amount', { amount: formatBaht(amount as Satang) });
}

const records = (state: AccessState, role: Role, category: string, command: string): boolean =>
  state.rules.roles[role].commands.some((pattern) => covers(pattern, category, command));

const forCommand = ({ commands }: Limits, category: string, command: string): boolean =>
  commands === undefined || commands.some((pattern) => covers(pattern, category, command));

function missing(state: AccessState, subject: string, category: string, command: string): Refusal {
  const roles = ROLES.filter((role) => records(state, role, category, command));
  return refuse('role-missing', `${subject} may not ${said(command)}; expected ${oneOf(roles)}.`, {
    command,
    roles,
  });
}

const outside = (subject: string, command: string, limit: string, facts: object): Refusal =>
  refuse(
    'outside-your-limits',
    `${subject} may ${said(command)}, but not here: the ${limit} lies outside what was granted.`,
    { command, limit, ...facts },
  );

const said = (command: string): string => command.replaceAll('-', ' ');

const oneOf = (roles: readonly Role[]): string =>
  roles.length === 0 ? 'a role that the table does not give' : `the role ${roles.join(' or ')}`;

/** The grant that lets somebody see or do something beside recording, or why there is none. */
export function may(
  state: AccessState,
  subject: string,
  permission: Permission,
  place: Partial<Place> | undefined,
  on: CivilDate,
): RoleGrant | Refusal {
  const fitting = grantsOf(state, subject, on).filter(({ role }) =>
    state.rules.roles[role].may.includes(permission),
  );
  if (fitting.length === 0) {
    const roles = ROLES.filter((role) => state.rules.roles[role].may.includes(permission));
    return refuse('role-missing', `${subject} may not ${said(permission)}; expected ${oneOf(roles)}.`, {
      permission,
      roles,
    });
  }
  const within = fitting.find(({ limits = {} }) => place === undefined || covered(limits, place));
  if (within) return within;
  const projects = [...new Set(fitting.flatMap(({ limits }) => limits?.projects ?? []))];
  const organisations = [...new Set(fitting.flatMap(({ limits }) => limits?.organisation ?? []))];
  return refuse(
    'outside-your-limits',
    `${subject} may ${said(permission)}, but not all of it: expected ${namedIn(projects, organisations)}.`,
    {
      permission,
      ...(projects.length ? { projects } : {}),
      ...(organisations.length ? { organisations } : {}),
    },
  );
}

const namedIn = (projects: readonly string[], organisations: readonly string[]): string =>
  [
    ...(projects.length > 0 ? [`project=${projects.join(' or ')}`] : []),
    ...(organisations.length > 0 ? [`organisation=${organisations.join(' or ')}`] : []),
  ].join(' and ');

/** A limit to projects is kept only by naming one of them. */
const covered = ({ organisation, projects }: Limits, place: Partial<Place>): boolean =>
  (organisation === undefined || organisation === place.organisation) &&
  (projects === undefined || (place.project !== undefined && projects.includes(place.project)));

/** Whether any role of somebody could record a command of a category, wherever: what a route asks before it reads. */
export function couldRecord(
  state: AccessState,
  subject: string,
  posts: string,
  place: Partial<Place>,
  on: CivilDate,
): RoleGrant | Refusal {
  const [category, command] = split(posts, '/');
  const held = grantsOf(state, subject, on);
  if (held.some(({ role }) => role === 'administrator')) {
    return refuse(
      'administrator-posts-nothing',
      `${subject} administers accounts and records nothing; expected somebody else to post it.`,
      { posts },
    );
  }
  const could = (role: Role) =>
    state.rules.roles[role].commands.some((pattern) =>
      command === undefined ? pattern.startsWith(`${category}/`) : covers(pattern, category, command),
    );
  const fitting = held.filter(({ role }) => could(role));
  if (fitting.length === 0) {
    const roles = ROLES.filter(could);
    return refuse('role-missing', `${subject} may not post here; expected ${oneOf(roles)}.`, {
      posts,
      roles,
    });
  }
  const within = fitting.find(({ limits = {} }) => possible(limits, place));
  return within ?? outside(subject, command ?? 'post here', 'organisation or project', place);
}

/** Whoever is limited to an organisation names it. A project that is not named yet is decided where it is known. */
const possible = ({ organisation, projects }: Limits, place: Partial<Place>): boolean =>
  (organisation === undefined || organisation === place.organisation) &&
  (projects === undefined || place.project === undefined || projects.includes(place.project));
