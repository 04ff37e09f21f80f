import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { obligo, type Running, scratch, serve } from '../testing/obligo.fixture.ts';

/** What is typed for each operation on accounts, roles and tokens. */
const COMMANDS: Readonly<Record<string, string>> = {
  setUp: 'set-up',
  signIn: 'sign-in',
  signOut: 'sign-out',
  showSession: 'who',
  changePassword: 'password change',
  beginSecondFactor: 'second-factor set-up',
  confirmSecondFactor: 'second-factor confirm',
  redeemInvitation: 'invitation redeem',
  listPeople: 'person list',
  openPersonAccount: 'person open',
  invitePerson: 'person invite',
  closePersonAccount: 'person close',
  reopenPersonAccount: 'person reopen',
  erasePerson: 'person erase',
  removeSecondFactor: 'person remove-second-factor',
  grantRole: 'role grant',
  withdrawRole: 'role withdraw',
  showAccessRules: 'access show',
  setAccessRules: 'access set',
  listAccessHistory: 'access history',
  listHappenings: 'access happenings',
  recoverAccess: 'access recover',
  listServiceTokens: 'token list',
  issueServiceToken: 'token issue',
  revokeServiceToken: 'token revoke',
  listReadings: 'reading list',
};

/** Browsers alone go to the identity provider. */
const OF_PAGES = ['beginSignOn', 'endSignOn', 'showSignInWays'];

const temporary = scratch();
let running: Running;
let operations: string[];

beforeAll(async () => {
  running = await serve(join(temporary.dir, 'ledger'));
  const document = (await (await fetch(`${running.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { operationId: string; tags?: string[] }>>;
  };
  operations = Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ tags = [] }) => tags.includes('Access') || tags.includes('Session'))
    .map(({ operationId }) => operationId);
});
afterAll(async () => {
  await running.stop();
  temporary.remove();
});

describe('every operation on accounts, sessions, roles and tokens', () => {
  it('has a command', () => {
    expect(operations.filter((id) => !OF_PAGES.includes(id)).sort()).toEqual(Object.keys(COMMANDS).sort());
  });

  it.each(Object.values(COMMANDS))('%s is in the help, and takes no secret as a flag', async (command) => {
    const { code, out } = await obligo(...command.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).not.toMatch(/--(?:\w+-)*(?:password|token|code|secret) </);
  });
});
