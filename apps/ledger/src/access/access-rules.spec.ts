import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Limits } from '#access';
import { ServedLedger } from '../../testing/served-ledger.fixture.ts';

const DAY = 86_400_000;
const SUBSIDY = { fundSource: 'annual-appropriation', category: 'operating' };
const REVENUE = { fundSource: 'own-income', category: 'operating' };

let served: ServedLedger;
let owner: string;
/** Numbers of orders and names of people, each used once. */
let count = 0;

/** Two organisations, each with two projects that have a budget of both kinds of money. */
beforeAll(async () => {
  served = await ServedLedger.open();
  owner = await served.person('siri', ['budget-owner'], ['maker']);
  for (const organisation of ['etda', 'dga']) {
    const effectiveOn = '2025-10-01';
    const at = `?organisation=${organisation}`;
    await served.must(`organisations${at}`, { token: owner, body: { name: organisation, effectiveOn } });
    for (const project of ['P01', 'P02']) {
      const body = { fiscalYear: 2569, project, name: project, effectiveOn };
      await served.must(`budget-accounts${at}`, { token: owner, body });
      for (const line of [SUBSIDY, REVENUE]) {
        const allocation = { line, amount: '900000.00', effectiveOn };
        await served.must(`budget-accounts/2569/${project}/allocations${at}`, {
          token: owner,
          body: allocation,
        });
      }
    }
  }
});
afterAll(() => served.close());
beforeEach(() => {
  count += 1;
});

interface Order {
  readonly project?: string;
  readonly line?: typeof SUBSIDY;
  readonly amount?: string;
  readonly organisation?: string;
  readonly effectiveOn?: string;
  readonly query?: string;
}

/** What comes of an order: `recorded`, or the code of its refusal. */
async function order(token: string, asked: Order = {}): Promise<string> {
  const { project = 'P01', line = SUBSIDY, amount = '10.00', organisation = 'etda', query = '' } = asked;
  const { effectiveOn = '2025-12-01' } = asked;
  count += 1;
  const { status, json } = await served.ask(
    `budget-accounts/2569/${project}/commitments?organisation=${organisation}${query}`,
    { token, body: { commitment: `PO-${String(count)}`, line, amount, effectiveOn } },
  );
  return status < 300 ? 'recorded' : String(json['code']);
}

/** Goes on to a moment, at which everybody has to sign in again. */
async function goTo(moment: string | number): Promise<void> {
  served.clock.now = typeof moment === 'number' ? moment : Date.parse(moment);
  [served.admin, owner] = [await served.signIn('admin'), await served.signIn('siri')];
}

const maker = (limits?: Limits): Promise<string> =>
  served.person(`maker-${String(count)}`, limits === undefined ? ['maker'] : ['maker', limits]);

const change = (path: string, body: object) => served.ask(path, { token: served.admin, body });

const setRules = (roles: object, reason?: string) => change('access/rules', { rules: { roles }, reason });

describe('a maker whose grant is limited', () => {
  it('to projects orders in those, and is told nothing of others', async () => {
    const token = await maker({ projects: ['P01'] });
    expect(await order(token)).toBe('recorded');
    expect(await order(token, { project: 'P02' })).toBe('outside-your-limits');
    expect(await order(token, { project: 'P02', amount: '999999999.00' })).toBe('outside-your-limits');
    expect(await order(token, { project: 'P99' })).toBe('outside-your-limits');
  });

  it('to an organisation orders for that one, and names it', async () => {
    const token = await maker({ organisation: 'etda' });
    expect(await order(token)).toBe('recorded');
    expect(await order(token, { organisation: 'dga' })).toBe('outside-your-limits');
    expect(await order(token, { organisation: 'unknown' })).toBe('outside-your-limits');
  });

  it('to a fund source orders of that money', async () => {
    const token = await maker({ fundSources: ['own-income'] });
    expect(await order(token, { line: REVENUE })).toBe('recorded');
    expect(await order(token, { line: SUBSIDY })).toBe('outside-your-limits');
  });

  it('to commands gives those and no others', async () => {
    const token = await maker({ commands: ['make-request'] });
    expect(await order(token)).toBe('outside-your-limits');
    const body = { request: 'PR-1', line: SUBSIDY, amount: '10.00', effectiveOn: '2025-12-01' };
    const path = 'budget-accounts/2569/P01/requests?organisation=etda';
    expect(await served.codeOf(path, { token, body })).toBe('answered 201');
  });

  it('to an amount orders up to that, to the satang', async () => {
    const token = await maker({ upTo: '500.00' });
    expect(await order(token, { amount: '500.00' })).toBe('recorded');
    expect(await order(token, { amount: '500.01' })).toBe('outside-your-limits');
  });

  it('to days orders on those, first and last included, whatever day the order is of', async () => {
    await maker({ first: '2025-12-06', last: '2025-12-06' });
    const name = `maker-${String(count)}`;
    const codes: string[] = [];
    for (const moment of ['05T16:59:00', '05T17:00:00', '06T16:59:00', '06T17:00:00']) {
      await goTo(`2025-12-${moment}Z`);
      codes.push(await order(await served.signIn(name), { effectiveOn: '2025-12-06' }));
    }
    expect(codes).toEqual(['role-missing', 'recorded', 'recorded', 'role-missing']);
  });

  it('by several limits keeps to all of them, and with several grants uses one as a whole', async () => {
    const token = await maker({ projects: ['P01'], upTo: '100.00' });
    const name = (await served.must('session', { token })).json['name'];
    const wider = { subject: name, role: 'maker', limits: { projects: ['P02'], upTo: '900.00' } };
    expect((await change('access/grants', wider)).status).toBe(201);
    expect(await order(token, { project: 'P01', amount: '100.00' })).toBe('recorded');
    expect(await order(token, { project: 'P01', amount: '900.00' })).toBe('outside-your-limits');
    expect(await order(token, { project: 'P02', amount: '900.00' })).toBe('recorded');
  });

  it('is not let out of them by a trial, a document for approval, or one of several lines', async () => {
    const token = await maker({ projects: ['P01'], upTo: '100.00' });
    const head = await served.head();
    expect(await order(token, { project: 'P02', query: '&dryRun=true' })).toBe('outside-your-limits');
    expect(await order(token, { amount: '100.01', query: '&dryRun=true' })).toBe('outside-your-limits');
    expect(await order(token, { amount: '100.01', query: '&submit=D-1' })).toBe('outside-your-limits');
    const line = (project: string) => ({ fiscalYear: 2569, project, line: SUBSIDY, amount: '60.00' });
    const document = (...lines: object[]) => ({
      token,
      body: { commitment: 'PO-X', counterparty: 'V-7', effectiveOn: '2025-12-01', lines },
    });
    const path = 'documents/commitments?organisation=etda';
    // One line elsewhere, or all lines together beyond the amount.
    expect(await served.codeOf(path, document(line('P01'), line('P02')))).toBe('outside-your-limits');
    expect(await served.codeOf(path, document(line('P01'), line('P01')))).toBe('outside-your-limits');
    expect(await served.head()).toBe(head);
    expect(await served.codeOf(path, document(line('P01')))).toBe('answered 201');
  });

  it('counts for what was asked for twice under one key: the answer is his own, and nobody else’s', async () => {
    const [mine, other] = [await maker({ projects: ['P01'] }), owner];
    const asked = (token: string) =>
      served.ask('budget-accounts/2569/P01/commitments?organisation=etda', {
        token,
        body: { commitment: 'PO-KEY', line: SUBSIDY, amount: '10.00', effectiveOn: '2025-12-01' },
        headers: { 'idempotency-key': 'order-1' },
      });
    expect((await asked(other)).status).toBe(201);
    expect((await asked(other)).status).toBe(200);
    expect((await asked(mine)).json['code']).toBe('idempotency-key-reused');
  });
});

describe('a role that is given or taken', () => {
  it('counts at once, for tokens that are out already', async () => {
    const token = await maker();
    const { json } = await served.must('session', { token });
    const [{ grant } = { grant: 0 }] = json['roles'] as { grant: number }[];
    expect(await order(token)).toBe('recorded');
    expect((await change(`access/grants/${String(grant)}/withdrawals`, { reason: 'Moved' })).status).toBe(
      200,
    );
    expect(await order(token)).toBe('role-missing');
    expect((await change(`access/grants/${String(grant)}/withdrawals`, {})).json['code']).toBe(
      'grant-unknown',
    );
    await change('access/grants', { subject: json['name'], role: 'maker' });
    expect(await order(token)).toBe('recorded');
  });

  it('is given to somebody who is there, however the name is written', async () => {
    await served.person('Kanya');
    const given = await change('access/grants', { subject: 'kanya', role: 'reader' });
    expect(given.json['events']).toMatchObject([{ data: { subject: 'Kanya', role: 'reader' } }]);
    expect((await change('access/grants', { subject: 'kanja', role: 'reader' })).json['code']).toBe(
      'account-unknown',
    );
    expect((await change('access/grants', { subject: 'service:kanya', role: 'reader' })).json['code']).toBe(
      'account-unknown',
    );
  });

  it('is given once, also when the request is sent again', async () => {
    await served.person('prasit');
    const ask = () =>
      served.ask('access/grants', {
        token: served.admin,
        body: { subject: 'prasit', role: 'reader' },
        headers: { 'idempotency-key': 'grant-prasit' },
      });
    const [first, second] = [await ask(), await ask()];
    expect(second.json).toMatchObject({ replayed: true, events: first.json['events'] });
    expect((await change('access/grants', { subject: 'prasit', role: 'reader' })).json['code']).toBe(
      'role-granted-already',
    );
  });

  it('never lets the administrator of accounts post, nor anybody administer who posts', async () => {
    expect(await order(served.admin)).toBe('administrator-posts-nothing');
    expect((await change('access/grants', { subject: 'admin', role: 'maker' })).json['code']).toBe(
      'roles-apart',
    );
    expect((await change('access/grants', { subject: 'siri', role: 'administrator' })).json['code']).toBe(
      'roles-apart',
    );
    expect((await change('access/grants', { subject: 'siri', role: 'auditor' })).json['code']).toBe(
      'roles-apart',
    );
  });

  it('never lets an administrator who comes later post what he could post before', async () => {
    const token = await served.person('wichai', ['administrator', { first: '2400-01-01' }]);
    expect(await order(token)).toBe('role-missing');
    expect((await change('access/grants', { subject: 'wichai', role: 'maker' })).json['code']).toBe(
      'roles-apart',
    );
  });
});

describe('the rule table', () => {
  const table = async (query = '', token = served.admin) =>
    (await served.must(`access/rules${query}`, { token })).json as {
      version: number;
      revision: number;
      rules: { roles: Record<string, { may: string[]; commands: string[]; secondFactor: boolean }> };
      grants: { subject: string; role: string }[];
    };

  it('takes what it takes from a role at once, and gives it back at once', async () => {
    const token = await maker();
    const { rules, version } = await table();
    const { commands, may } = rules.roles['maker']!;
    expect(await order(token)).toBe('recorded');
    await setRules({ maker: { commands: ['budgetaccount/make-request'], may: ['read-reports'] } });
    expect(await order(token)).toBe('role-missing');
    expect(await served.codeOf('journal?organisation=etda', { token })).toBe('role-missing');
    expect(await served.codeOf('reports/status?organisation=etda&fiscalYear=2569', { token })).toBe(
      'answered 200',
    );
    await setRules({ maker: { commands, may } });
    expect(await order(token)).toBe('recorded');
    expect((await table()).version).toBe(version + 2);
  });

  it('says to whoever lacks a role which one it takes', async () => {
    const token = await served.person(`reader-${String(count)}`, ['reader']);
    const refused = await served.ask('budget-accounts/2569/P01/commitments?organisation=etda', {
      token,
      body: {},
    });
    expect(refused.json).toMatchObject({ status: 403, code: 'role-missing', roles: ['maker'] });
  });

  it.each([
    ['lets an auditor post', { auditor: { commands: ['budgetaccount/*'] } }],
    ['lets an administrator post', { administrator: { commands: ['budgetaccount/*'] } }],
    ['lets a maker administer', { maker: { may: ['administer'] } }],
    ['leaves nobody to administer', { administrator: { may: [] } }],
    ['names a role that there is not', { root: {} }],
    ['is a list', []],
  ])('is not set to one that %s', async (_, roles) => {
    const { version } = await table();
    const refused = await setRules(roles);
    expect([refused.status, refused.json['code']]).toEqual([400, 'rules-malformed']);
    expect((await table()).version).toBe(version);
  });

  it('is not reached through the names of prototypes', async () => {
    const { version } = await table();
    for (const rules of ['{"__proto__":{"roles":{}}}', '{"roles":{"__proto__":{"may":["administer"]}}}']) {
      const { status } = await served.ask('access/rules', {
        token: served.admin,
        body: `{"rules":${rules}}`,
      });
      expect([400, 422]).toContain(status);
    }
    expect((await table()).version).toBe(version);
  });

  it('is seen by administrators and auditors, and by nobody else', async () => {
    const auditor = await served.person(`auditor-${String(count)}`, ['auditor']);
    for (const path of ['access/rules', 'access/history', 'access/happenings']) {
      expect(await served.codeOf(path, { token: auditor })).toBe('answered 200');
      expect(await served.codeOf(path, { token: owner })).toBe('role-missing');
    }
    expect(await served.codeOf('access/rules', { token: auditor, body: { rules: {} } })).toBe('role-missing');
  });

  it('is told as it was at the end of any day, in Bangkok, and at any revision', async () => {
    const day = () => new Date(served.clock.now + 7 * 3_600_000).toISOString().slice(0, 10);
    const first = day();
    await served.person('somsri', ['reader']);
    const then = await table();
    await goTo(served.clock.now + 2 * DAY);
    const second = day();
    await change('access/grants', { subject: 'somsri', role: 'maker' });
    await setRules({ reader: { secondFactor: true } }, 'Order 12/2568');
    await goTo(served.clock.now + 2 * DAY);
    await change('people/somsri/closings', {});
    await setRules({ reader: { secondFactor: false } });
    const rolesOn = async (query: string) => {
      const { grants, rules } = await table(query);
      const roles = grants.map(({ role }) => role);
      return [...roles, rules.roles['reader']!.secondFactor];
    };
    expect(await rolesOn('?subject=somsri')).toEqual([false]);
    expect(await rolesOn(`?subject=somsri&on=${second}`)).toEqual(['reader', 'maker', true]);
    expect(await rolesOn(`?subject=somsri&on=${first}`)).toEqual(['reader', false]);
    expect(await rolesOn('?subject=somsri&on=2025-12-04')).toEqual([false]);
    expect(await rolesOn(`?subject=somsri&revision=${String(then.revision)}`)).toEqual(['reader', false]);
    expect((await table(`?revision=${String(then.revision)}`)).grants).toEqual(then.grants);
    // Before the set-up there was nobody.
    expect((await table('?on=2025-12-04')).grants).toEqual([]);
  });

  it.each(['on=yesterday', 'on=2025-02-30', 'revision=x', 'revision=-1', 'revision=1.5'])(
    'is not told as of %s',
    async (query) => {
      const answer = await served.ask(`access/rules?${query}`, { token: served.admin });
      expect(answer.status).toBe(400);
    },
  );

  it('has a history: who changed what, when, and why', async () => {
    await served.person('nid');
    const before = new Date(served.clock.now).toISOString();
    await change('access/grants', {
      subject: 'nid',
      role: 'maker',
      limits: { projects: ['P02'], upTo: '20000.00' },
      reason: 'Order 13/2568',
    });
    await setRules({ maker: { secondFactor: true } }, 'Advice of the auditors');
    await setRules({ maker: { secondFactor: false } });
    const { json } = await served.must('access/history', { token: served.admin });
    const rows = (json['rows'] as { recordedAt: string }[]).slice(-3);
    expect(rows).toMatchObject([
      {
        by: 'admin',
        reason: 'Order 13/2568',
        type: 'RoleGranted',
        data: {
          subject: 'nid',
          role: 'maker',
          limits: { projects: ['P02'], upTo: '20000.00' },
          origin: 'administrator',
        },
      },
      { by: 'admin', reason: 'Advice of the auditors', type: 'AccessRulesSet' },
      { by: 'admin', type: 'AccessRulesSet' },
    ]);
    expect(rows.every(({ recordedAt }) => recordedAt >= before)).toBe(true);
    expect(rows.map(({ recordedAt }) => recordedAt)).toEqual(
      rows.map(({ recordedAt }) => recordedAt).toSorted(),
    );
  });

  it('is the same after a start of the service', async () => {
    const before = await table();
    await served.restart();
    expect(await table()).toEqual(before);
  });
});
