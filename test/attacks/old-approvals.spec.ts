import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from '../../apps/ledger/testing/browser.fixture.ts';
import { AttackedLedger, type Heard, LINE } from './attacked-ledger.fixture.ts';

const TODAY = '2025-12-05';
const ORDERS = 'budget-accounts/2569/P01/commitments';
const step = { effectiveOn: TODAY };

let ledger: AttackedLedger;
const tokens = new Map<string, string>();
let documents = 0;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  tokens.set('owner', await ledger.person('owner', ['budget-owner']));
  for (const name of ['malee', 'somsri', 'leaver']) tokens.set(name, await ledger.person(name, ['maker']));
  for (const name of ['chai', 'direk']) tokens.set(name, await ledger.person(name, ['checker']));
  for (const name of ['wipa', 'prasit']) tokens.set(name, await ledger.person(name, ['maker'], ['checker']));
  tokens.set('junior', await ledger.person('junior', ['checker', { upTo: '499.99' }]));
  tokens.set('former', await ledger.person('former', ['checker', { last: '2025-12-04' }]));
  await ledger.project(token('owner'), 'P01');
  const approvals = [{ command: 'commit', from: '100.00', tiers: ['checker'] }];
  await must('owner', 'control/policy', { policy: { approvals }, effectiveOn: '2025-10-01' });
  for (const holder of ['chai', 'wipa', 'prasit', 'junior', 'former']) {
    await must('owner', 'control/duties', { duty: 'checker', holder, effectiveOn: '2025-10-01' });
  }
});
afterAll(() => ledger.close());

const token = (name: string): string => tokens.get(name)!;

const must = (name: string, path: string, body: object, headers: Record<string, string> = {}) =>
  ledger.served.must(path, { token: token(name), body, headers });

/** A new document that waits for approval; answers its number. */
async function waiting(maker: string): Promise<string> {
  documents += 1;
  const number = `D-${String(documents)}`;
  const order = { commitment: `PO-${number}`, line: LINE, amount: '500.00', effectiveOn: TODAY };
  await must(maker, `${ORDERS}?submit=${number}`, order);
  return number;
}

const approving =
  (name: string, number: string, headers: Record<string, string> = {}, query = '') =>
  (): Promise<Heard> =>
    ledger.ask(`approvals/${number}/approvals${query}`, { token: token(name), body: step, headers });

const grantsOf = (subject: string) =>
  ledger.served.ledger.embedded.access.state.grants.filter((grant) => grant.subject === subject);

const administer = (path: string, body: object = {}) =>
  ledger.served.must(path, { token: ledger.served.admin, body });

async function takeRole(subject: string, role: string): Promise<void> {
  const { grant } = grantsOf(subject).find((held) => held.role === role)!;
  await administer(`access/grants/${String(grant)}/withdrawals`);
}

describe('an approval that was given', () => {
  const key = { 'idempotency-key': 'approval-of-chai' };
  let approved: string;
  beforeAll(async () => {
    approved = await waiting('malee');
    await must('chai', `approvals/${approved}/approvals`, step, key);
  });

  it('is not given once more by sending it again, under its key or another', async () => {
    const again = await ledger.leavesNothing(approving('chai', approved, key));
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    await ledger.withstands(approving('chai', approved), 422, 'document-not-waiting');
  });

  it('is not given once more by another under the same key, who does not see its answer either', async () => {
    const { text } = await ledger.withstands(approving('wipa', approved, key), 409, 'idempotency-key-reused');
    expect(text).not.toMatch(/CommitmentMade|500\.00/);
    await ledger.withstands(approving('malee', approved, key), 403, 'role-missing');
  });

  it('approves no other document, nor refuses one, under the same key', async () => {
    const other = await waiting('malee');
    await ledger.withstands(approving('chai', other, key), 409, 'idempotency-key-reused');
    const refusing = () =>
      ledger.ask(`approvals/${other}/refusals`, {
        token: token('chai'),
        body: { ...step, reason: 'no' },
        headers: key,
      });
    await ledger.withstands(refusing, 409, 'idempotency-key-reused');
  });

  it('does not let its document be handed in again with another content', async () => {
    const order = { commitment: 'PO-more', line: LINE, amount: '900000.00', effectiveOn: TODAY };
    const again = () => ledger.ask(`${ORDERS}?submit=${approved}`, { token: token('malee'), body: order });
    const { text } = await ledger.withstands(again, 409, 'document-exists');
    expect(text).not.toContain('chai');
  });
});

describe('a document that was refused or withdrawn', () => {
  it('is not approved any more', async () => {
    const [refused, withdrawn] = [await waiting('malee'), await waiting('malee')];
    await must('chai', `approvals/${refused}/refusals`, { ...step, reason: 'no offers were compared' });
    await must('malee', `approvals/${withdrawn}/withdrawals`, step);
    for (const number of [refused, withdrawn]) {
      await ledger.withstands(approving('chai', number), 422, 'document-not-waiting');
    }
  });
});

describe('whoever made a document', () => {
  it('does not approve it in a second role, whatever duties he has', async () => {
    const number = await waiting('wipa');
    await ledger.withstands(approving('wipa', number), 422, 'maker-is-checker');
    await ledger.withstands(approving('wipa', number, {}, '?dryRun=true'), 422, 'maker-is-checker');
  });

  it('does not approve it under a name that is written in another way', async () => {
    const number = await waiting('wipa');
    for (const written of ['WIPA', 'ｗｉｐａ']) {
      tokens.set(written, await ledger.served.signIn(written));
      await ledger.withstands(approving(written, number), 422, 'maker-is-checker');
    }
    const headers = { 'obligo-actor': 'chai' };
    await ledger.withstands(approving('wipa', number, headers), 403, 'actor-differs');
  });

  it('does not approve it in the place of another who lent him the duty', async () => {
    const lent = { duty: 'checker', to: 'wipa', first: '2025-12-01', last: '2025-12-31', effectiveOn: TODAY };
    await must('chai', 'control/delegations', lent);
    await ledger.withstands(approving('wipa', await waiting('wipa')), 422, 'maker-is-checker');
  });

  it('does not have it approved by whom he lent his own duty', async () => {
    const number = await waiting('prasit');
    const lent = {
      duty: 'checker',
      to: 'direk',
      first: '2025-12-01',
      last: '2025-12-31',
      effectiveOn: TODAY,
    };
    await must('prasit', 'control/delegations', lent);
    await ledger.withstands(approving('direk', number), 422, 'maker-is-checker');
  });

  it('does not have it recorded without approval', async () => {
    const order = { commitment: 'PO-alone', line: LINE, amount: '500.00', effectiveOn: TODAY };
    const ordering = () => ledger.ask(ORDERS, { token: token('malee'), body: order });
    await ledger.withstands(ordering, 422, 'approval-needed');
    // Nor by splitting it into a line that is approved by nobody: a document counts as a whole.
    const lines = [1, 2].map((item) => ({
      fiscalYear: 2569,
      project: 'P01',
      line: LINE,
      item: String(item),
      amount: '99.00',
    }));
    const split = { commitment: 'PO-split', lines, effectiveOn: TODAY };
    const splitting = () => ledger.ask('documents/commitments', { token: token('malee'), body: split });
    await ledger.withstands(splitting, 422, 'approval-needed');
  });
});

describe('whoever has no right to approve, or has it no more', () => {
  it('does not with a token or a session from before', async () => {
    tokens.set('gone', await ledger.person('gone', ['checker']));
    await must('owner', 'control/duties', { duty: 'checker', holder: 'gone', effectiveOn: '2025-10-01' });
    const [first, second] = [await waiting('malee'), await waiting('malee')];
    const key = { 'idempotency-key': 'approval-of-gone' };
    const browser = new Browser(ledger.url);
    await browser.signIn('gone');
    await must('gone', `approvals/${first}/approvals`, step, key);
    await takeRole('gone', 'checker');
    await ledger.withstands(approving('gone', second), 403, 'role-missing');
    await ledger.withstands(approving('gone', first, key), 403, 'role-missing');
    expect(await browser.codeOf(`approvals/${second}/approvals`, { body: step })).toBe('role-missing');
  });

  it('does with a role that has ended, dating the approval back', async () => {
    const number = await waiting('malee');
    const back = () =>
      ledger.ask(`approvals/${number}/approvals`, {
        token: token('former'),
        body: { effectiveOn: '2025-12-01' },
      });
    await ledger.withstands(back, 403, 'role-missing');
  });

  it('does not beyond the amount of his role, nor without the duty, nor in the place of a role', async () => {
    const number = await waiting('malee');
    await ledger.withstands(approving('junior', number), 403, 'outside-your-limits');
    await ledger.withstands(approving('somsri', number), 403, 'role-missing');
    const admin = () =>
      ledger.ask(`approvals/${number}/approvals`, { token: ledger.served.admin, body: step });
    await ledger.withstands(admin, 403, 'administrator-posts-nothing');
  });

  it('does not say in the body what is approved, or by whom', async () => {
    const number = await waiting('malee');
    for (const more of [
      { amount: '1.00' },
      { by: 'direk' },
      { onBehalfOf: 'chai' },
      { tier: 'none' },
      { last: true },
    ]) {
      const saying = () =>
        ledger.ask(`approvals/${number}/approvals`, { token: token('chai'), body: { ...step, ...more } });
      await ledger.withstands(saying, 400, 'input-invalid');
    }
  });
});

describe('a document of somebody who may not post any more', () => {
  it('is not recorded by its approval', async () => {
    const number = await waiting('somsri');
    await takeRole('somsri', 'maker');
    await ledger.withstands(approving('chai', number), 403, 'role-missing');
  });

  it('is not recorded when its maker has left', async () => {
    const number = await waiting('leaver');
    await administer('people/leaver/closings');
    await ledger.withstands(approving('chai', number), 403, 'role-missing');
  });

  it('is not recorded when its maker may post only elsewhere now', async () => {
    const number = await waiting('malee');
    await administer('access/grants', { subject: 'malee', role: 'maker', limits: { projects: ['P02'] } });
    const { grant } = grantsOf('malee').find(({ limits }) => limits === undefined)!;
    await administer(`access/grants/${String(grant)}/withdrawals`);
    await ledger.withstands(approving('chai', number), 403, 'outside-your-limits');
  });
});
