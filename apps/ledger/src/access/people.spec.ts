import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { type Answer, PASSWORD, ServedLedger } from '../../testing/served-ledger.fixture.ts';

const HOUR = 3_600_000;

let served: ServedLedger;
beforeEach(async () => {
  served = await ServedLedger.open();
});
afterEach(() => served.close());

/** Says something as the administrator, with a body or with none of its own. */
const tell = (path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  served.ask(path, { token: served.admin, body, headers });

const told = async (...of: Parameters<typeof tell>): Promise<string> => {
  const { status, json } = await tell(...of);
  return status < 400 ? 'done' : String(json['code']);
};

const invitationOf = ({ json }: Answer): string => (json['invitation'] as { code: string }).code;

interface Row {
  readonly name: string;
  readonly closed: boolean;
  readonly erased: boolean;
  readonly displayName?: string;
  readonly email?: string;
  readonly roles: readonly { grant: number; role: string; limits: object }[];
}

const people = async (): Promise<Row[]> =>
  (await served.must('people', { token: served.admin })).json['rows'] as Row[];

const rolesOf = async (name: string): Promise<string[] | undefined> =>
  (await people()).find((row) => row.name === name)?.roles.map(({ role }) => role);

const grants = () => served.ledger.embedded.access.state.grants;

describe('an account that an administrator opens', () => {
  it('has its roles at once, and a password that nobody but its person knows', async () => {
    const opened = await tell('people', {
      name: 'malee',
      displayName: 'Malee Sukjai',
      email: 'malee@example.org',
      roles: [{ role: 'maker', limits: { projects: ['P01'], upTo: '500000.00' } }, { role: 'checker' }],
      reason: 'Begins on Monday',
    });
    expect(opened.status).toBe(201);
    expect(opened.json).toMatchObject({ name: 'malee', closed: false });
    const body = { name: 'malee', password: PASSWORD, as: 'token' };
    expect(await served.codeOf('session', { body })).toBe('sign-in-refused');
    const code = invitationOf(opened);
    await served.must('invitations/redemptions', { body: { code, password: PASSWORD } });
    const { json } = await served.must('session', { token: await served.signIn('malee') });
    expect(json).toMatchObject({
      name: 'malee',
      displayName: 'Malee Sukjai',
      roles: [
        { role: 'maker', limits: { projects: ['P01'], upTo: '500000.00' } },
        { role: 'checker', limits: {} },
      ],
    });
    const history = await served.ledger.embedded.access.history();
    expect(history.slice(2).map(({ by, reason }) => [by, reason])).toEqual([
      ['admin', 'Begins on Monday'],
      ['admin', 'Begins on Monday'],
    ]);
  });

  it('says of each role why it is given, where that is said', async () => {
    const roles = [{ role: 'maker', reason: 'Order 7/2568' }, { role: 'checker' }];
    await tell('people', { name: 'malee', roles, reason: 'Begins on Monday' });
    const history = await served.ledger.embedded.access.history();
    expect(history.slice(2).map(({ reason }) => reason)).toEqual(['Order 7/2568', 'Begins on Monday']);
  });

  it.each([
    ['a role that there is not', [{ role: 'root' }], 'input-invalid'],
    ['roles that nobody has together', [{ role: 'maker' }, { role: 'auditor' }], 'roles-apart'],
    ['the same role twice', [{ role: 'reader' }, { role: 'reader' }], 'role-granted-already'],
    [
      'a limit that there is not',
      [{ role: 'reader' }, { role: 'maker', limits: { a: 1 } }],
      'limits-malformed',
    ],
    [
      'an administrator of one project',
      [{ role: 'administrator', limits: { projects: ['P01'] } }],
      'limits-not-for-role',
    ],
  ])('is not opened, not even in part, with %s', async (_, roles, code) => {
    expect(await told('people', { name: 'malee', roles })).toBe(code);
    expect((await people()).map(({ name }) => name)).toEqual(['admin']);
    expect(grants()).toHaveLength(1);
    // Nothing is in the way of doing it right.
    expect(await told('people', { name: 'malee', roles: [{ role: 'maker' }] })).toBe('done');
  });

  it.each([
    ['an e-mail address', 'malee@example.org'],
    ['a name of the ledger itself', 'sign-on'],
    ['the name of a service', 'service:malee'],
    ['two words', 'malee sukjai'],
    ['a line break', 'malee\nadmin'],
    ['nothing', ''],
    ['a path', '../admin'],
  ])('is not called by %s', async (_, name) => {
    const answer = await tell('people', { name, roles: [{ role: 'reader' }] });
    expect(answer.status).toBe(400);
    expect(await people()).toHaveLength(1);
    expect(grants()).toHaveLength(1);
  });

  it('may be called in Thai, however the letters are put together', async () => {
    await tell('people', { name: 'ม\u0e32ลี', roles: [{ role: 'reader' }] });
    await tell('people', { name: 'rene\u0301', roles: [{ role: 'reader' }] });
    expect((await people()).map(({ name, roles }) => [name, roles.length])).toEqual([
      ['admin', 1],
      ['ren\u00e9', 1],
      ['มาลี', 1],
    ]);
    expect(await told('people/rene\u0301/closings')).toBe('done');
    expect(await rolesOf('ren\u00e9')).toEqual([]);
  });

  it('is one, however its name is written, and stays one when it is asked for again', async () => {
    const body = { name: 'malee', roles: [{ role: 'maker' }, { role: 'checker' }] };
    const headers = { 'idempotency-key': 'open-malee' };
    const first = await tell('people', body, headers);
    expect(first.status).toBe(201);
    for (const name of ['malee', 'MALEE', 'ｍａｌｅｅ'])
      expect(await told('people', { ...body, name })).toMatch(/^(?:name-taken|role-granted-already)$/);
    expect(await told('people', body, headers)).toBe('name-taken');
    expect(await rolesOf('malee')).toEqual(['maker', 'checker']);
    // The invitation of the first answer still counts.
    await served.must('invitations/redemptions', { body: { code: invitationOf(first), password: PASSWORD } });
  });

  it('is not opened under a key that was used for another', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    await tell('people', { name: 'malee', roles: [{ role: 'maker' }] }, headers);
    const other = { name: 'chai', roles: [{ role: 'checker' }] };
    expect(await told('people', other, headers)).toBe('idempotency-key-reused');
    expect(await rolesOf('chai')).toBeUndefined();
  });

  it('is one, also when two open it at the same moment', async () => {
    const body = { name: 'malee', roles: [{ role: 'maker' }, { role: 'checker' }] };
    const answers = await Promise.all([1, 2, 3].map(() => told('people', body)));
    expect(answers.filter((each) => each === 'done')).toHaveLength(1);
    expect(await rolesOf('malee')).toEqual(['maker', 'checker']);
  });

  it('keeps what is personal out of every event', async () => {
    await tell('people', {
      name: 'malee',
      displayName: 'Malee Sukjai',
      email: 'malee@example.org',
      roles: [{ role: 'maker' }],
    });
    const told_ = JSON.stringify(await served.ledger.embedded.access.history());
    expect(told_).toContain('malee');
    expect(told_).not.toMatch(/Sukjai|example\.org/);
  });

  it('is opened, closed and seen by administrators alone', async () => {
    const token = await served.person('malee', ['budget-owner']);
    expect(await served.codeOf('people', { token })).toBe('role-missing');
    for (const path of ['people', 'people/admin/closings', 'people/admin/erasures', 'access/grants'])
      expect(await served.codeOf(path, { token, body: { name: 'friend' } })).toBe('role-missing');
  });
});

describe('an invitation', () => {
  it('counts once, for three days, and no more when there is a newer one', async () => {
    const first = invitationOf(await tell('people', { name: 'malee' }));
    const second = String((await tell('people/malee/invitations')).json['code']);
    const redeem = (code: string) =>
      served.codeOf('invitations/redemptions', { body: { code, password: PASSWORD } });
    expect(await redeem(first)).toBe('one-time-code-wrong');
    expect(await redeem(second)).toBe('answered 200');
    expect(await redeem(second)).toBe('one-time-code-wrong');
    const late = String((await tell('people/malee/invitations')).json['code']);
    served.clock.now += 72 * HOUR;
    expect(await redeem(late)).toBe('one-time-code-wrong');
  });

  it('gives whoever forgot the password another one; everything open ends', async () => {
    const token = await served.person('malee');
    const code = String((await tell('people/Malee/invitations')).json['code']);
    const password = 'staples and paper clips';
    expect(await served.codeOf('session', { token })).toBe('answered 200');
    await served.must('invitations/redemptions', { body: { code, password } });
    expect(await served.codeOf('session', { token })).toBe('token-refused');
    await served.signIn('malee', password);
  });

  it('says nothing of whom it is for to whoever has none', async () => {
    const answers = ['x'.repeat(43), ''].map((code) =>
      served.codeOf('invitations/redemptions', { body: { code, password: PASSWORD } }),
    );
    expect(await Promise.all(answers)).toEqual(['one-time-code-wrong', 'one-time-code-wrong']);
  });

  it('is given for nobody who is not there, or whose account is closed', async () => {
    expect(await told('people/nobody-known/invitations')).toBe('person-unknown');
    await served.person('malee');
    await tell('people/malee/closings');
    expect(await told('people/malee/invitations')).toBe('account-closed');
  });
});

describe('an account that is closed', () => {
  it('ends at once: roles, sessions, tokens, invitation and password', async () => {
    const token = await served.person('malee', ['maker'], ['checker', { first: '2026-10-01' }]);
    const browser = new Browser(await listen(served));
    await browser.signIn('malee');
    const code = String((await tell('people/malee/invitations')).json['code']);
    expect(await browser.codeOf('organisations')).toBe('answered');
    const closed = await tell('people/malee/closings', { reason: 'Left the agency' });
    expect(closed.json).toMatchObject({ name: 'malee', closed: true, erased: false });
    expect(await browser.codeOf('session')).toBe('not-signed-in');
    expect(await served.codeOf('session', { token })).toBe('token-refused');
    expect((await browser.signIn('malee')).status).toBe(401);
    expect(await served.codeOf('invitations/redemptions', { body: { code, password: PASSWORD } })).toBe(
      'one-time-code-wrong',
    );
    expect(grants().map(({ subject }) => subject)).toEqual(['admin']);
    const withdrawn = (await served.ledger.embedded.access.history()).slice(-2);
    expect(withdrawn.map(({ type, by, reason }) => [type, by, reason])).toEqual([
      ['RoleWithdrawn', 'admin', 'Left the agency'],
      ['RoleWithdrawn', 'admin', 'Left the agency'],
    ]);
  });

  it.each(['MALEE', 'Malee', 'ｍａｌｅｅ'])(
    'is the same, with its roles, when it is written %s',
    async (written) => {
      await served.person('malee', ['maker']);
      const closed = await tell(`people/${encodeURIComponent(written)}/closings`);
      expect(closed.json).toMatchObject({ name: 'malee', closed: true });
      expect(await rolesOf('malee')).toEqual([]);
    },
  );

  it('lets no session back in that was being made meanwhile', async () => {
    await served.person('malee', ['maker']);
    const browser = new Browser(await listen(served));
    await Promise.all([browser.signIn('malee'), tell('people/malee/closings')]);
    expect(await browser.codeOf('session')).toBe('not-signed-in');
  });

  it('is given no role', async () => {
    await served.person('second');
    await tell('people/second/closings');
    expect(await told('access/grants', { subject: 'second', role: 'administrator' })).toBe('account-closed');
    expect(await told('people/admin/closings')).toBe('last-administrator');
  });

  it('is closed once, also when two close it at the same moment', async () => {
    await served.person('malee', ['maker']);
    const answers = await Promise.all([1, 2, 3].map(() => told('people/malee/closings')));
    expect(answers.toSorted()).toEqual(['account-closed', 'account-closed', 'done']);
    expect(
      (await served.ledger.embedded.access.history()).filter(({ type }) => type === 'RoleWithdrawn'),
    ).toHaveLength(1);
  });

  it('is not closed twice', async () => {
    await served.person('malee');
    expect(await told('people/malee/closings')).toBe('done');
    expect(await told('people/malee/closings')).toBe('account-closed');
    expect(await told('people/nobody-known/closings')).toBe('person-unknown');
  });

  it('can be opened again: with its password, without a role, and nothing that was open before', async () => {
    const before = await served.person('malee', ['maker']);
    await tell('people/malee/closings');
    expect((await tell('people/Malee/reopenings')).json).toMatchObject({ name: 'malee', closed: false });
    expect(await served.codeOf('session', { token: before })).toBe('token-refused');
    const token = await served.signIn('malee');
    expect((await served.must('session', { token })).json).toMatchObject({ roles: [] });
    expect(await served.codeOf('organisations', { token })).toBe('role-missing');
    await tell('access/grants', { subject: 'malee', role: 'reader' });
    expect(await served.codeOf('organisations', { token })).toBe('answered 200');
    expect(await told('people/malee/reopenings')).toBe('account-not-closed');
  });

  it('leaves what it posted under its name', async () => {
    const token = await served.person('malee', ['maker']);
    const body = { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn: '2025-10-01' };
    await served.must('budget-accounts', { token, body });
    await tell('people/malee/closings');
    await tell('people/malee/erasures');
    const auditor = await served.person('arthit', ['auditor']);
    const { text } = await served.must('journal?actor=malee', { token: auditor });
    expect(text).toContain('BudgetAccountOpened');
  });
});

describe('an account that is erased', () => {
  it('leaves nothing personal in the files, and its name is never given again', async () => {
    await tell('people', { name: 'malee', displayName: 'Malee Sukjai', email: 'sukjai@example.org' });
    await tell('people/malee/closings');
    const erased = await tell('people/malee/erasures');
    expect(erased.json).toEqual(expect.objectContaining({ name: 'malee', closed: true, erased: true }));
    expect(erased.json).not.toHaveProperty('displayName');
    expect(served.files()).not.toMatch(/Sukjai|sukjai@/);
    expect(await told('people', { name: 'malee' })).toBe('name-taken');
    expect(await told('people', { name: 'Malee' })).toBe('name-taken');
    expect(await told('people/malee/reopenings')).toBe('account-erased');
    expect(await told('people/malee/erasures')).toBe('account-erased');
    expect(await told('access/grants', { subject: 'malee', role: 'reader' })).toBe('account-closed');
  });

  it('ends at once even when it was not closed before', async () => {
    const token = await served.person('malee', ['maker']);
    await tell('people/MALEE/erasures');
    expect(await served.codeOf('session', { token })).toBe('token-refused');
    expect(await rolesOf('malee')).toEqual([]);
  });
});

describe('somebody always administers', () => {
  it.each([
    'people/admin/closings',
    'people/ADMIN/closings',
    'people/Admin/erasures',
    'access/grants/1/withdrawals',
  ])('so the last one is not lost by %s', async (path) => {
    await served.person('malee', ['maker']);
    expect(await told(path)).toBe('last-administrator');
    expect((await people()).find(({ name }) => name === 'admin')).toMatchObject({ closed: false });
  });

  it('and may leave when there is another', async () => {
    const second = await served.person('second', ['administrator']);
    expect(await told('people/admin/closings')).toBe('done');
    expect(await served.codeOf('people', { token: served.admin })).toBe('token-refused');
    expect(await served.codeOf('people', { token: second })).toBe('answered 200');
    expect(await served.codeOf('people/second/closings', { token: second, body: {} })).toBe(
      'last-administrator',
    );
  });
});
