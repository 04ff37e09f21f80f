import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerSchema } from '../http/answer-schema.ts';
import { Authenticator } from '../../testing/authenticator.fixture.ts';
import { Browser, listen } from '../../testing/browser.fixture.ts';
import { type Asking, PASSWORD, ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { periodsAnswer, policyAnswer } from '../control/policy.answers.ts';
import { rebuildAnswer, statusAnswer } from '../operations/operations.answers.ts';
import { organisationsAnswer } from '../organisation/organisations.answers.ts';
import { reRunAnswer } from '../reruns/re-run.answers.ts';
import * as accounts from './accounts.answers.ts';
import { accessHistoryAnswer, accessRulesAnswer } from './rules.answers.ts';
import * as session from './session.answers.ts';
import { accessReceiptAnswer } from './shared.answers.ts';

/** Of a form: strictly what the OpenAPI document says, nothing more and nothing less. */
const ofForm = (json: unknown, answer: AnswerSchema): unknown => {
  const read = answer.safeParse(json);
  return read.success ? 'of its form' : { issues: read.error.issues, json };
};

let served: ServedLedger;
const tokens: Record<string, string> = {};

/** Asks as somebody, and holds the answer against its form. */
async function told(who: string, path: string, answer: AnswerSchema, asking: Asking = {}): Promise<unknown> {
  const { json } = await served.must(path, { token: tokens[who], ...asking });
  expect(ofForm(json, answer)).toBe('of its form');
  return json;
}

const body = (given: unknown): Asking => ({ body: given });
const dated = { effectiveOn: '2025-12-05' };

beforeAll(async () => {
  served = await ServedLedger.open();
  tokens['admin'] = served.admin;
  tokens['owner'] = await served.person('owner', ['budget-owner']);
  tokens['maker'] = await served.person('maker', ['maker', { upTo: '500000.00' }]);
  tokens['operator'] = await served.person('operator-one', ['operator']);
  await served.must('organisations', {
    token: tokens['maker'],
    body: { name: 'หน่วยงาน', nameEn: 'Agency', ...dated },
  });
});
afterAll(() => served.close());

describe('what the routes of accounts answer is what their description says', () => {
  it('for whoever is not known yet', async () => {
    await told('', 'session/ways', session.waysAnswer);
    await told(
      '',
      'session',
      session.signedInAnswer,
      body({ name: 'admin', password: PASSWORD, as: 'token' }),
    );
  });

  it('for a page of somebody who signed in, and changes the own account', async () => {
    const browser = new Browser(await listen(served));
    await served.person('malee', ['maker', { projects: ['P01'], upTo: '5000.00' }]);
    const signedIn = await browser.signIn('malee');
    expect(ofForm(signedIn.json, session.sessionAnswer)).toBe('of its form');
    expect(ofForm((await browser.must('session')).json, session.sessionAnswer)).toBe('of its form');
    const begun = await browser.must('session/second-factor', { body: {} });
    expect(ofForm(begun.json, session.secondFactorBegunAnswer)).toBe('of its form');
    const code = new Authenticator(String(begun.json['secret']), served).shown;
    const confirmed = await browser.must('session/second-factor/confirmation', { body: { code } });
    expect(ofForm(confirmed.json, session.secondFactorConfirmedAnswer)).toBe('of its form');
    await told('admin', 'people/malee/second-factor/removals', accounts.factorRemovedAnswer, body({}));
    await browser.signIn('malee');
    const changing = { oldPassword: PASSWORD, newPassword: `${PASSWORD} again` };
    const changed = await browser.must('session/password', { body: changing });
    expect(ofForm(changed.json, session.signedOutAnswer)).toBe('of its form');
  });

  it('for an administrator who keeps accounts', async () => {
    const opening = {
      name: 'wipa',
      displayName: 'วิภา',
      email: 'wipa@agency.example',
      roles: [{ role: 'reader' }],
    };
    const opened = await told('admin', 'people', accounts.openedPersonAnswer, body(opening));
    const { invitation } = opened as { invitation: { code: string } };
    const choosing = { code: invitation.code, password: PASSWORD };
    await told('', 'invitations/redemptions', accounts.redeemedAnswer, body(choosing));
    await told('admin', 'people/wipa/invitations', accounts.invitationAnswer, body({}));
    await told('admin', 'people/wipa/closings', accounts.personAnswer, body({ reason: 'left' }));
    await told('admin', 'people/wipa/reopenings', accounts.personAnswer, body({}));
    await told('admin', 'people/wipa/erasures', accounts.personAnswer, body({}));
    await told('admin', 'people', accounts.peopleAnswer);
  });

  it('for an administrator who keeps roles and tokens', async () => {
    const granted = await told(
      'admin',
      'access/grants',
      accessReceiptAnswer,
      body({ subject: 'owner', role: 'reader', limits: { first: '2025-12-01' }, reason: 'audit' }),
    );
    const { events } = granted as { events: [{ data: { grant: number } }] };
    const ending = `access/grants/${String(events[0].data.grant)}/withdrawals`;
    await told('admin', ending, accessReceiptAnswer, body({}));
    const rules = {
      roles: { maker: { secondFactor: false, commands: ['budgetaccount/*', 'organisation/*'] } },
    };
    await told('admin', 'access/rules', accessReceiptAnswer, body({ rules }));
    await told('admin', 'access/rules', accessRulesAnswer);
    await told('admin', 'access/rules?knownAt=now&effectiveTo=2025-12-05', accessRulesAnswer);
    await told('admin', 'access/history', accessHistoryAnswer);
    const issuing = { name: 'dashboards', role: 'reader', expiresOn: '2026-06-30' };
    await told('admin', 'service-tokens', accounts.issuedTokenAnswer, body(issuing));
    await told('admin', 'service-tokens', accounts.serviceTokensAnswer);
    await told('admin', 'service-tokens/dashboards/revocations', accounts.revokedTokenAnswer, body({}));
  });

  it('for the first administrator', async () => {
    const fresh = await ServedLedger.empty();
    const { code } = await fresh.ledger.embedded.identities.setUp.issue();
    const naming = { code, name: 'admin', password: PASSWORD, displayName: 'ผู้ดูแล' };
    const { json } = await fresh.must('set-up', { body: naming });
    await fresh.close();
    expect(ofForm(json, session.setUpAnswer)).toBe('of its form');
  });
});

describe('what governs postings, and how the ledger is, is what its description says', () => {
  it('for the policy, its duties and the periods', async () => {
    const policy = { approvals: [{ command: '*', from: '1000.00', tiers: ['checker'] }] };
    await served.must('control/policy', { token: tokens['owner'], body: { policy, ...dated } });
    const duty = { duty: 'checker', holder: 'owner', upTo: '1000.00', last: '2026-09-30', ...dated };
    await served.must('control/duties', { token: tokens['owner'], body: duty });
    const lending = { duty: 'checker', to: 'maker', first: '2025-12-05', last: '2025-12-14', ...dated };
    await served.must('control/delegations', { token: tokens['owner'], body: lending });
    const closing = { period: '2025-10', ...dated };
    await served.must('periods/2569/closings', { token: tokens['owner'], body: closing });
    await told('owner', 'control/policy', policyAnswer);
    await told('owner', 'control/policy?knownAt=now&effectiveTo=2025-12-05', policyAnswer);
    await told('owner', 'periods/2569', periodsAnswer);
  });

  it('for a year that is run again under another policy', async () => {
    const account = { fiscalYear: 2569, project: 'P01', name: 'P01', ...dated };
    await served.must('budget-accounts', { token: tokens['maker'], body: account });
    const line = { fundSource: 'annual-appropriation', category: 'operating' };
    const allocating = { line, amount: '100.00', ...dated };
    await served.must('budget-accounts/2569/P01/allocations', { token: tokens['maker'], body: allocating });
    const committing = { commitment: 'PO-1', line, amount: '60.00', ...dated };
    await served.must('budget-accounts/2569/P01/commitments', { token: tokens['maker'], body: committing });
    const ceiling = { name: 'half', key: 'line', per: 'quarter', stage: 'commit', severity: 'stop' };
    const ceilings = [{ ...ceiling, limits: { amount: { Q1: '50.00' } } }];
    const asked = { fiscalYear: 2569, policy: { ceilings } };
    const found = await told('owner', 'control/re-runs', reRunAnswer, body(asked));
    expect(found).toMatchObject({ refused: 1, rows: [{ document: 'PO-1', shortBy: '10.00' }] });
  });

  it('for organisations, status and a rebuild', async () => {
    await told('maker', 'organisations', organisationsAnswer);
    const status = await told('operator', 'status', statusAnswer);
    const { files, projections } = status as {
      files: { name: string; bytes: number }[];
      projections: { current: boolean }[];
    };
    expect(files.find(({ name }) => name === 'ledger.sqlite')?.bytes).toBeGreaterThan(4_096);
    expect(projections.every(({ current }) => current)).toBe(true);
    await told('operator', 'projections/rebuild', rebuildAnswer, { method: 'POST', body: {} });
  });
});
