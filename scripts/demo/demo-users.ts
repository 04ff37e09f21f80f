import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Role, SET_UP } from '#access';
import { civilDateOf, type Instant, THAI_CALENDAR } from '#kernel';
import { EmbeddedLedger } from '../../apps/ledger/src/embedded/embedded-ledger.ts';

/** Somebody whom the demonstration brings along; no other folder has the same password. */
export interface DemoUser {
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  /** Holds a token for the command line. */
  readonly tokenFile: string;
}

/** One of each role, and how pages call them. */
const ROLES: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  maker: 'Maker',
  checker: 'Checker',
  'budget-owner': 'Budget owner',
  auditor: 'Auditor',
  reader: 'Reader',
  operator: 'Operator',
};
const ADMINISTRATOR = 'demo-administrator';
/** Of a token; one that lies in a file should not outlive the working day. */
const HOURS = 12;
const REASON = 'Demonstration';

const nameOf = (role: Role): string => (role === 'budget-owner' ? 'demo-owner' : `demo-${role}`);
const tokenFileOf = (data: string, name: string): string => path.join(data, 'demo-users', `${name}.token`);
const usersFileOf = (data: string): string => path.join(data, 'demo-users.json');

/** Whether the folder has been given its users before. */
export const hasDemoUsers = (data: string): boolean => existsSync(usersFileOf(data));

/**
 * Opens the accounts that are missing, gives their roles, and renews the tokens. What is there stays, so that a second
 * run changes nothing. Throws when the ledger has an administrator of its own.
 */
export async function withDemoUsers(data: string): Promise<readonly DemoUser[]> {
  const ledger = await EmbeddedLedger.open({ data, create: false, purpose: 'demo' });
  try {
    if (ledger.access.state.isSetUp && !(await ledger.identities.people.get(ADMINISTRATOR))?.demo) {
      throw new Error(
        `The ledger in ${data} has accounts of its own; give the demonstration another --data.`,
      );
    }
    const users = usersOf(data);
    for (const user of users) await openAccount(ledger, user);
    await setUp(ledger);
    for (const user of users) await giveRole(ledger, user);
    mkdirSync(path.join(data, 'demo-users'), { recursive: true, mode: 0o700 });
    for (const user of users) await renewToken(ledger, user);
    return users;
  } finally {
    await ledger.close();
  }
}

/** The users with their passwords, which are drawn when the folder has none yet. */
function usersOf(data: string): DemoUser[] {
  const file = usersFileOf(data);
  if (!existsSync(file)) {
    const drawn = (Object.keys(ROLES) as Role[]).map((role) => ({
      name: nameOf(role),
      role,
      password: drawPassword(),
    }));
    writeFileSync(file, `${JSON.stringify(drawn, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Omit<DemoUser, 'tokenFile'>[];
  return kept.map((user) => ({ ...user, tokenFile: tokenFileOf(data, user.name) }));
}

/** Without characters that look alike; about 79 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const drawPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');

async function openAccount({ identities }: EmbeddedLedger, user: DemoUser): Promise<void> {
  const { people, happenings } = identities;
  const { name, role, password } = user;
  if ((await people.get(name)) === undefined) {
    await people.open({ name, displayName: `${ROLES[role]} (demo)`, demo: true, by: ADMINISTRATOR });
  }
  // A run that was broken off may have left an account without its password.
  const happened = await happenings.list({ name, limit: 1_000_000 });
  const isChosen = happened.some(({ kind }) => kind === 'password-set');
  if (!isChosen) await people.redeem((await people.invite(name, ADMINISTRATOR)).code, password);
}

async function setUp({ access, clock }: EmbeddedLedger): Promise<void> {
  if (access.state.isSetUp) return;
  const effectiveOn = civilDateOf(clock(), THAI_CALENDAR.timeZone);
  const command = { type: 'set-up-access', administrator: ADMINISTRATOR, effectiveOn } as const;
  await access.post(command, { actor: SET_UP, reason: REASON });
}

async function giveRole({ access, clock }: EmbeddedLedger, user: DemoUser): Promise<void> {
  const { name: subject, role } = user;
  if (access.state.grants.some((grant) => grant.subject === subject && grant.role === role)) return;
  const effectiveOn = civilDateOf(clock(), THAI_CALENDAR.timeZone);
  const command = { type: 'grant-role', subject, role, effectiveOn } as const;
  await access.post(command, { actor: ADMINISTRATOR, reason: REASON });
}

/** A token cannot be shown again, so each start of the demonstration gives new ones and ends those before. */
async function renewToken({ identities: { tokens }, clock }: EmbeddedLedger, user: DemoUser): Promise<void> {
  const { name, tokenFile } = user;
  for (const { id, name: issued } of await tokens.list({ subject: name }))
    if (issued === 'demo') await tokens.revoke(id);
  const expiresAt = new Date(Date.parse(clock()) + HOURS * 3_600_000).toISOString() as Instant;
  const common = { subject: name, kind: 'person', createdBy: name, secondFactor: false } as const;
  const { token } = await tokens.issue({ ...common, name: 'demo', expiresAt });
  writeFileSync(tokenFile, `${token}\n`, { mode: 0o600 });
  chmodSync(tokenFile, 0o600);
}
