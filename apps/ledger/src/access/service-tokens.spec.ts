import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Answer, ServedLedger } from '../../testing/served-ledger.fixture.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let served: ServedLedger;
beforeEach(async () => {
  served = await ServedLedger.open();
});
afterEach(() => served.close());

/** A dashboard that reads one project until the end of January. */
const DASHBOARDS = {
  name: 'dashboards',
  role: 'reader',
  limits: { projects: ['P01'] },
  expiresOn: '2026-01-31',
};

const issue = (changed: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  served.ask('service-tokens', { token: served.admin, body: { ...DASHBOARDS, ...changed }, headers });

const tokenOf = (answer: Answer): string => String(answer.json['token']);

const list = async () =>
  (await served.must('service-tokens', { token: served.admin })).json['rows'] as Record<string, unknown>[];

/** Two projects with a budget, as a maker opened them. */
async function projects(): Promise<void> {
  const token = await served.person('malee', ['maker']);
  for (const project of ['P01', 'P02']) {
    const body = { fiscalYear: 2569, project, name: project, effectiveOn: '2025-10-01' };
    await served.must('budget-accounts', { token, body });
  }
}

const REPORT = 'reports/budget-status?fiscalYear=2569';

describe('the token of a service', () => {
  it('is shown once, and lies in no file', async () => {
    const issued = await issue();
    expect(issued.status).toBe(201);
    const token = tokenOf(issued);
    expect(token).toMatch(/^obligo_[\w-]{43}$/);
    expect(JSON.stringify(await list())).not.toContain(token.slice(7));
    expect(served.files()).not.toContain(token.slice(7));
  });

  it('is listed with its name, role, limits, last day and who gave it', async () => {
    await issue();
    expect(await list()).toEqual([
      expect.objectContaining({
        name: 'dashboards',
        subject: 'service:dashboards',
        kind: 'service',
        createdBy: 'admin',
        expiresAt: '2026-01-31T16:59:59.999Z',
        roles: [{ grant: 2, role: 'reader', limits: { projects: ['P01'] } }],
      }),
    ]);
  });

  it('shows when it was last used, to the minute', async () => {
    const token = tokenOf(await issue());
    expect((await list())[0]).not.toHaveProperty('lastUsedAt');
    const first = served.clock.now;
    await served.must('session', { token });
    const [row] = await list();
    expect(Date.parse(String(row!['lastUsedAt'])) - first).toBeLessThan(MINUTE);
    served.clock.now += 5 * MINUTE;
    await served.must('session', { token });
    const [later] = await list();
    expect(Date.parse(String(later!['lastUsedAt'])) - first).toBeGreaterThanOrEqual(5 * MINUTE);
  });

  it('reads what its role and limits let it, and nothing beside', async () => {
    await projects();
    const token = tokenOf(await issue());
    expect(await served.codeOf(`${REPORT}&project=P01`, { token })).toBe('answered 200');
    expect(await served.codeOf(`${REPORT}&project=P02`, { token })).toBe('outside-your-limits');
    expect((await served.ask(REPORT, { token })).json).toMatchObject({
      code: 'outside-your-limits',
      detail: expect.stringContaining('expected project=P01') as unknown,
    });
    // Some reports are of all projects, or of none: naming one does not help.
    const whole = await served.ask('reports/status?fiscalYear=2569&project=P01', { token });
    expect(whole.json).toMatchObject({
      code: 'outside-your-limits',
      detail: expect.stringContaining('this cannot be asked about one') as unknown,
    });
    for (const path of ['journal', 'people', 'access/rules', 'readings', 'service-tokens'])
      expect(await served.codeOf(path, { token })).toBe('role-missing');
  });

  it('tells who it is, without looking for a person of that name', async () => {
    const token = tokenOf(await issue());
    const { json } = await served.must('session', { token });
    expect(json).toMatchObject({ name: 'service:dashboards', via: 'token', roles: [{ role: 'reader' }] });
  });

  it('leaves from where it asked in the reading log, also where it was not let in', async () => {
    const token = tokenOf(await issue());
    expect(await served.codeOf('journal', { token })).toBe('role-missing');
    expect(await served.codeOf('journal')).toBe('not-signed-in');
    const auditor = await served.person('arthit', ['auditor']);
    const { json } = await served.must('readings', { token: auditor });
    const rows = (json['rows'] as { path: string; address: string; status: string }[]).filter(
      ({ path }) => path === '/api/v1/journal',
    );
    expect(rows.map(({ address, status }) => [address, status]).sort()).toEqual([
      ['127.0.0.1', '401'],
      ['127.0.0.1', '403'],
    ]);
  });

  it('leaves its name in the reading log', async () => {
    await projects();
    await served.must(`${REPORT}&project=P01`, { token: tokenOf(await issue()) });
    const auditor = await served.person('arthit', ['auditor']);
    const { text } = await served.must('readings?who=service:dashboards', { token: auditor });
    expect(text).toContain('service:dashboards');
  });

  it.each(['maker', 'checker', 'budget-owner', 'administrator'])('is never one of a %s', async (role) => {
    const answer = await issue({ role, limits: {} });
    expect([answer.status, answer.json['code']]).toEqual([422, 'service-only-reads']);
    expect(await list()).toEqual([]);
  });

  it('posts nothing, administers nothing, and no role added later changes that', async () => {
    const token = tokenOf(await issue({ limits: {} }));
    const grant = { subject: 'service:dashboards', role: 'maker' };
    expect(await served.codeOf('access/grants', { token: served.admin, body: grant })).toBe(
      'service-only-reads',
    );
    const { routes } = served.ledger;
    const posting = routes.filter(({ rule }) => rule !== undefined && 'posts' in rule);
    expect(posting.length).toBeGreaterThan(40);
    for (const { url } of posting) {
      const path = url.replaceAll(/:\w+/g, '1');
      expect([url, await served.codeOf(path, { token, body: {} })]).toEqual([url, 'role-missing']);
    }
    expect(await served.codeOf('people', { token, body: { name: 'friend' } })).toBe('role-missing');
    expect(await served.codeOf('service-tokens', { token, body: DASHBOARDS })).toBe('role-missing');
    expect(await served.head()).toBeUndefined();
  });

  it('ends after its last day, Bangkok time', async () => {
    const token = tokenOf(await issue({ expiresOn: '2025-12-05' }));
    served.clock.now = Date.parse('2025-12-05T16:59:00.000Z');
    expect(await served.codeOf('session', { token })).toBe('answered 200');
    served.clock.now = Date.parse('2025-12-05T17:00:00.000Z');
    expect(await served.codeOf('session', { token })).toBe('token-refused');
  });

  it.each(['2025-12-04', '2027-12-07', '2400-01-01'])('is not given until %s', async (expiresOn) => {
    const answer = await issue({ expiresOn });
    expect([answer.status, answer.json['code']]).toEqual([400, 'input-invalid']);
    expect(await list()).toEqual([]);
    expect(served.ledger.embedded.access.state.grants).toHaveLength(1);
  });

  it('is not given without a last day', async () => {
    expect((await issue({ expiresOn: undefined })).status).toBe(400);
  });

  it('ends with its role when it is revoked; its use stays visible', async () => {
    const token = tokenOf(await issue());
    await served.must('session', { token });
    const body = { reason: 'Dashboard retired' };
    await served.must('service-tokens/dashboards/revocations', { token: served.admin, body });
    expect(await served.codeOf('session', { token })).toBe('token-refused');
    const [row] = await list();
    expect(row).toMatchObject({ name: 'dashboards', roles: [] });
    expect(row).toHaveProperty('revokedAt');
    expect(row).toHaveProperty('lastUsedAt');
    const history = await served.ledger.embedded.access.history();
    expect(history.at(-1)).toMatchObject({
      type: 'RoleWithdrawn',
      by: 'admin',
      reason: 'Dashboard retired',
      data: { subject: 'service:dashboards' },
    });
  });

  it('can end itself, as whoever found it would be glad of', async () => {
    const token = tokenOf(await issue());
    await served.must('session/end', { token, body: {} });
    expect(await served.codeOf('session', { token })).toBe('token-refused');
  });

  it('has a name that is never given again: neither while it counts nor after it ended', async () => {
    await issue({ expiresOn: '2025-12-05' });
    expect((await issue()).json['code']).toBe('name-in-use');
    await served.must('service-tokens/dashboards/revocations', { token: served.admin, body: {} });
    expect((await issue()).json['code']).toBe('name-in-use');
    served.clock.now += 400 * DAY;
    await served.restart();
    served.admin = await served.signIn('admin');
    const later = await issue({ expiresOn: '2027-03-31' });
    expect(later.json['code']).toBe('name-in-use');
    expect((await issue({ name: 'dashboards-2', expiresOn: '2027-03-31' })).status).toBe(201);
  });

  it.each(['etl/nightly', 'a b', 'reports@example.org', 'service:x', '', 'set-up'])(
    'is not called %j',
    async (name) => {
      expect((await issue({ name })).status).toBe(400);
      expect(await list()).toEqual([]);
    },
  );

  it('is the same name, however its letters are put together', async () => {
    expect((await issue({ name: 'rene\u0301' })).json).toMatchObject({ subject: 'service:ren\u00e9' });
    expect((await issue({ name: 'ren\u00e9' })).json['code']).toBe('name-in-use');
    const revoked = await served.must('service-tokens/rene\u0301/revocations', {
      token: served.admin,
      body: {},
    });
    expect(revoked.json).toMatchObject({ revoked: true });
  });

  it('is not given twice under one key; the second time it says so', async () => {
    const headers = { 'idempotency-key': 'token-1' };
    expect((await issue({}, headers)).status).toBe(201);
    expect((await issue({}, headers)).json['code']).toBe('name-in-use');
    expect((await issue({ name: 'other' }, headers)).json['code']).toBe('idempotency-key-reused');
    expect((await list()).map(({ name }) => name)).toEqual(['dashboards']);
  });

  it('is revoked only when there is one', async () => {
    const asked = { token: served.admin, body: {} };
    expect(await served.codeOf('service-tokens/nobody/revocations', asked)).toBe('account-unknown');
  });

  it('is given by administrators alone, and seen by auditors', async () => {
    const auditor = await served.person('arthit', ['auditor']);
    expect(await served.codeOf('service-tokens', { token: auditor })).toBe('answered 200');
    expect(await served.codeOf('service-tokens', { token: auditor, body: DASHBOARDS })).toBe('role-missing');
  });

  it('counts no more than the role it has on the day: not before its first, nor after its last', async () => {
    await projects();
    const token = tokenOf(await issue({ limits: { first: '2025-12-06', last: '2025-12-06' } }));
    expect(await served.codeOf(REPORT, { token })).toBe('role-missing');
    served.clock.now += DAY;
    expect(await served.codeOf(REPORT, { token })).toBe('answered 200');
    served.clock.now += DAY;
    expect(await served.codeOf(REPORT, { token })).toBe('role-missing');
  });

  it('takes the role of an operator, who reads no figures', async () => {
    const token = tokenOf(await issue({ name: 'watchdog', role: 'operator', limits: {} }));
    expect(await served.codeOf('status', { token })).toBe('answered 200');
    expect(await served.codeOf(REPORT, { token })).toBe('role-missing');
  });
});
