import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, ROLES } from '#access';
import { type Answer, ServedLedger } from '../../testing/served-ledger.fixture.ts';

/** Whoever is nobody, has an account without a role, or has one role. */
type Caller = Role | 'nobody' | 'stranger';
const CALLERS: readonly Caller[] = ['nobody', 'stranger', ...ROLES];

const KNOWN: readonly Caller[] = ['stranger', ...ROLES];
const READERS: readonly Caller[] = ['maker', 'checker', 'budget-owner', 'auditor', 'reader'];
const INSIDERS: readonly Caller[] = ['maker', 'checker', 'budget-owner', 'auditor'];
const REPLAYERS: readonly Caller[] = ['budget-owner', 'auditor'];

const api = (callers: readonly Caller[], ...routes: readonly string[]): [string, readonly Caller[]][] =>
  routes.map((route) => [route.replace(' ', ' /api/v1'), callers]);

const ACCOUNT = '/budget-accounts/:fiscalYear/:project';

/** Who may call which address. Whoever adds an address says here who may: one that is not listed fails. */
const TABLE = new Map<string, readonly Caller[]>([
  ...['/health', '/health/live', '/health/ready', '/openapi.json', '/openapi.yaml'].map(
    (url): [string, readonly Caller[]] => [`GET ${url}`, CALLERS],
  ),
  ...api(
    CALLERS,
    'POST /set-up',
    'POST /set-up/recovery',
    'POST /session',
    'GET /session/ways',
    'GET /session/sign-on',
    'GET /session/sign-on/callback',
    'POST /invitations/redemptions',
    'GET /checkpoints',
    'GET /checkpoints/latest',
    'GET /checkpoints/keys',
    'GET /checkpoints/keys.txt',
    'GET /checkpoints/consistency',
    'GET /checkpoints/:size',
  ),
  ...api(
    KNOWN,
    'GET /sheets/progress',
    'GET /sheets/templates/:file',
    'GET /session',
    'GET /open-data',
    'GET /glossary',
    'POST /session/end',
    'POST /session/password',
    'POST /session/second-factor',
    'POST /session/second-factor/confirmation',
    'GET /desk/drafts',
    'GET /desk/drafts/:draft',
    'PUT /desk/drafts/:draft',
    'DELETE /desk/drafts/:draft',
    'GET /desk/preferences',
    'PUT /desk/preferences',
    'GET /desk/visit',
    'PUT /desk/visit',
    'GET /attempts',
    'GET /verifications/latest',
    'GET /postings/:position',
  ),
  ...api(
    READERS,
    'GET /budget-accounts',
    'GET /commitments',
    'GET /reports/quarterly',
    'GET /reports/budget-book',
    'GET /reports/kpi',
    'GET /reports/status',
    'GET /reports/budget-status',
    'GET /reports/budget-comparison',
    'GET /reports/execution',
    'GET /reports/disbursement-targets',
    'GET /reports/year-end',
    'GET /reports/ageing',
    'GET /reports/likely-to-lapse',
    'GET /reports/payment-days',
    'GET /reports/transfer-reports',
    'GET /reports/restatements',
    'GET /reports/restated-cells',
    'GET /reports/course',
    'GET /states/account',
    'GET /states/documents',
    'GET /states/kpis',
    'GET /explain',
    'GET /diff',
    'POST /reconcile',
    'POST /report-receipts/:report',
    'POST /board-reports/previews',
    'GET /publications',
    'GET /publications/:number',
    'GET /publications/:number/page',
    'GET /publications/:number/files/:file',
  ),
  ...api([...READERS, 'administrator'], 'GET /organisations'),
  ...api(
    [...READERS, 'administrator', 'operator'],
    'GET /moments',
    'GET /moments/resolve',
    'GET /fiscal-years',
  ),
  ...api(
    INSIDERS,
    'GET /journal',
    'GET /journal/summary',
    'GET /journal/export',
    'GET /events/:position',
    'GET /events/:position/context',
    'GET /receipts/:position',
    'GET /sheets/:position',
    'GET /approvals',
    'GET /approvals/:number',
    'GET /control/policy',
    'GET /control/policy/diff',
    'GET /periods/:fiscalYear',
  ),
  ...api(REPLAYERS, 'POST /control/re-runs', 'GET /receipts/log-roots'),
  ...api(['auditor'], 'GET /audit/bundle'),
  ...api(REPLAYERS, 'POST /verifications'),
  ...api(REPLAYERS, 'GET /audit/findings', 'GET /audit/findings/:id', 'GET /audit/rules'),
  ...api([...REPLAYERS, 'operator'], 'GET /status', 'GET /seal', 'GET /verifications'),
  ...api(['operator'], 'POST /projections/rebuild', 'POST /seal', 'POST /seal/key-rotations'),
  ...api(
    ['maker', 'budget-owner'],
    'POST /budget-accounts',
    `POST ${ACCOUNT}/estimates`,
    `POST ${ACCOUNT}/allocations`,
    `POST ${ACCOUNT}/releases`,
    `POST ${ACCOUNT}/supplements`,
    `POST ${ACCOUNT}/cuts`,
    `POST ${ACCOUNT}/plan`,
    `POST ${ACCOUNT}/plan-revisions`,
    `POST ${ACCOUNT}/transfers`,
    `POST ${ACCOUNT}/transfers/:transfer/reversals`,
    `POST ${ACCOUNT}/transfers/:transfer/reports`,
    'POST /approvals/:number/withdrawals',
    'POST /imports',
    'POST /sheets',
    'POST /sheets/submissions',
    'POST /sheets/:position/reversals',
  ),
  ...api(
    ['maker'],
    'POST /organisations',
    `POST ${ACCOUNT}/corrections`,
    `POST ${ACCOUNT}/requests`,
    `POST ${ACCOUNT}/requests/:request/releases`,
    `POST ${ACCOUNT}/commitments`,
    `POST ${ACCOUNT}/commitments/:commitment/amendments`,
    `POST ${ACCOUNT}/commitments/:commitment/releases`,
    `POST ${ACCOUNT}/commitments/:commitment/reversals`,
    `POST ${ACCOUNT}/acceptances`,
    `POST ${ACCOUNT}/acceptances/:acceptance/reversals`,
    `POST ${ACCOUNT}/disbursements`,
    `POST ${ACCOUNT}/disbursements/:disbursement/reversals`,
    `POST ${ACCOUNT}/disbursements/:disbursement/refunds`,
    `POST ${ACCOUNT}/off-budget-notes`,
    `POST ${ACCOUNT}/advances`,
    `POST ${ACCOUNT}/advances/:advance/clearings`,
    `POST ${ACCOUNT}/advances/:advance/clearings/:disbursement/reversals`,
    `POST ${ACCOUNT}/advances/:advance/returns`,
    `POST ${ACCOUNT}/guarantees`,
    `POST ${ACCOUNT}/held-cash/:number/returns`,
    `POST ${ACCOUNT}/year-end/reservations`,
    `POST ${ACCOUNT}/year-end/reservations/:reservation/confirmations`,
    `POST ${ACCOUNT}/year-end/reservations/:reservation/extensions`,
    `POST ${ACCOUNT}/year-end/reservations/:reservation/lapses`,
    `POST ${ACCOUNT}/year-end/closing`,
    `POST ${ACCOUNT}/year-end/reversals`,
    'POST /documents/requests',
    'POST /documents/commitments',
    'POST /documents/acceptances',
    'POST /documents/disbursements',
    'POST /kpis',
    'POST /kpis/:fiscalYear/:kpi/target',
    'POST /kpis/:fiscalYear/:kpi/target-revisions',
    'POST /kpis/:fiscalYear/:kpi/plan',
    'POST /kpis/:fiscalYear/:kpi/plan-revisions',
    'POST /kpis/:fiscalYear/:kpi/results',
    'POST /kpis/:fiscalYear/:kpi/results/:result/corrections',
    'POST /kpis/:fiscalYear/:kpi/achievement',
    'POST /quarterly-reports',
    'POST /quarterly-reports/:fiscalYear/:report/statuses',
  ),
  ...api(['budget-owner'], 'POST /quarterly-reports/:fiscalYear/:report/publications'),
  ...api(['maker', 'checker', 'budget-owner'], 'POST /postings/:position/remarks'),
  ...api(
    ['checker', 'budget-owner'],
    'POST /approvals/:number/approvals',
    'POST /approvals/:number/refusals',
    'POST /control/delegations',
  ),
  ...api(
    ['budget-owner'],
    'POST /control/policy',
    'POST /control/duties',
    'POST /control/duties/withdrawals',
    'POST /periods/:fiscalYear/soft-closings',
    'POST /periods/:fiscalYear/closings',
    'POST /periods/:fiscalYear/reopenings',
  ),
  ...api(
    ['administrator'],
    'GET /people',
    'POST /people',
    'POST /people/:name/invitations',
    'POST /people/:name/second-factor/removals',
    'POST /people/:name/closings',
    'POST /people/:name/reopenings',
    'POST /people/:name/erasures',
    'POST /service-tokens',
    'POST /service-tokens/:name/revocations',
    'POST /access/rules',
    'POST /access/grants',
    'POST /access/grants/:grant/withdrawals',
  ),
  ...api(
    ['administrator', 'auditor'],
    'GET /service-tokens',
    'GET /access/rules',
    'GET /access/rules/diff',
    'GET /access/history',
    'GET /access/happenings',
  ),
  ...api(['auditor'], 'GET /readings'),
]);

/** The files of the page that shows the API; they say nothing of the ledger. */
const isPage = (url: string): boolean => url.startsWith('/docs');

describe('who may call which address', () => {
  let served: ServedLedger;
  const tokens = new Map<Caller, string>();

  beforeAll(async () => {
    served = await ServedLedger.open();
    tokens.set('stranger', await served.person(nameOf('stranger')));
    for (const role of ROLES) {
      tokens.set(role, role === 'administrator' ? served.admin : await served.person(nameOf(role), [role]));
    }
  });

  afterAll(() => served.close());

  const routes = (): string[] =>
    served.ledger.routes
      .filter(({ method, url }) => method !== 'HEAD' && method !== 'OPTIONS' && !isPage(url))
      .map(({ method, url }) => `${method} ${url}`);

  it('every address of the application has a rule, and stands in this table', () => {
    expect(served.ledger.routes.filter(({ rule }) => rule === undefined)).toEqual([]);
    expect([...new Set(routes())].sort()).toEqual([...TABLE.keys()].sort());
  });

  it.each([...TABLE])('%s answers %j', async (route, expected) => {
    const [method, url = ''] = route.split(' ');
    const path = url.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'fiscalYear' ? '2569' : '1'));
    const allowed: Caller[] = [];
    for (const caller of CALLERS) {
      // Signing out would end the token that the next address is asked with.
      const token =
        url.endsWith('/session/end') && caller !== 'nobody'
          ? await served.signIn(nameOf(caller))
          : tokens.get(caller);
      const answer = await served.ask(path, {
        method: method as 'GET' | 'POST',
        token,
        ...(method === 'POST' ? { body: {} } : {}),
      });
      if (isTurnedAway(answer))
        expect([caller, answer.status]).toEqual([caller, caller === 'nobody' ? 401 : 403]);
      else allowed.push(caller);
    }
    expect(allowed).toEqual(CALLERS.filter((caller) => expected.includes(caller)));
  });

  it('nothing was stored by asking everything', async () => {
    expect(await served.head()).toBeUndefined();
  });
});

const nameOf = (caller: Caller): string => (caller === 'administrator' ? 'admin' : `the-${caller}`);

/** Turned away at the door; what lies behind it may refuse for reasons of its own. */
const DOOR = [
  'not-signed-in',
  'role-missing',
  'outside-your-limits',
  'administrator-posts-nothing',
  'route-closed',
];
const isTurnedAway = (answer: Answer): boolean =>
  (answer.status === 401 || answer.status === 403) && DOOR.includes(String(answer.json['code']));
