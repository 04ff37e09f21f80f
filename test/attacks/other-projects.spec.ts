import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tables } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { type AttackedLedger, LINE } from './attacked-ledger.fixture.ts';
import { COMPOSED, DAY, DECOMPOSED, SPELT, TwoProjects } from './two-projects.fixture.ts';

let ledger: AttackedLedger;
let maker: string;
let reader: string;
let checker: string;

beforeAll(async () => {
  const two = await TwoProjects.open();
  ledger = two.ledger;
  [maker, reader, checker] = [two.token('maker'), two.token('reader'), two.token('checker')];
});
afterAll(() => ledger.close());

const order = (more: object = {}) => ({
  commitment: 'PO-1',
  line: LINE,
  amount: '1.00',
  effectiveOn: DAY,
  ...more,
});
const line = (project: string) => ({ fiscalYear: 2569, project, line: LINE, amount: '1.00' });

describe('whoever may post for one project alone', () => {
  it('posts nothing for another on any address, and does not learn whether it is there', async () => {
    const routes = ledger.served.ledger.routes.filter(
      ({ method, url }) => method === 'POST' && url.includes(':project'),
    );
    expect(routes.length).toBeGreaterThan(30);
    for (const { url, rule } of routes) {
      const asked = (project: string) =>
        url.replace(':fiscalYear', '2569').replace(':project', project).replaceAll(/:\w+/g, '1');
      const posts = rule !== undefined && 'posts' in rule ? rule.posts : '';
      const posting = (project: string) => ledger.ask(asked(project), { token: maker, body: {} });
      const { code, status } = await ledger.leavesNothing(() => posting('P02'));
      expect([posts, status, code]).toEqual([posts, 403, 'outside-your-limits']);
      await ledger.tellsAlike(['P02', 'P09'], posting);
    }
  });

  it.each(SPELT)('posts nothing for it when the address spells it %s', async (spelt) => {
    const posting = () =>
      ledger.ask(`budget-accounts/2569/${spelt}/commitments`, { token: maker, body: order() });
    const { status } = await ledger.leavesNothing(posting);
    expect([400, 403, 404]).toContain(status);
  });

  it.each([COMPOSED, DECOMPOSED])(
    'posts nothing for it when its letters are put together otherwise: %j',
    async (name) => {
      const spelt = encodeURIComponent(name);
      const path = `budget-accounts/2569/${spelt}/commitments`;
      await ledger.withstands(
        () => ledger.ask(path, { token: maker, body: order() }),
        403,
        'outside-your-limits',
      );
      const document = { commitment: 'PO-2', lines: [line(name)], effectiveOn: DAY };
      const together = () => ledger.ask('documents/commitments', { token: maker, body: document });
      await ledger.withstands(together, 403, 'outside-your-limits');
      const seeing = () => ledger.ask(`commitments?fiscalYear=2569&project=${spelt}`, { token: reader });
      await ledger.withstands(seeing, 403, 'outside-your-limits');
    },
  );

  it('posts nothing for it as one of several lines, in whatever order', async () => {
    const documents: [string, object][] = [
      ['requests', { request: 'PR-1' }],
      ['commitments', { commitment: 'PO-1' }],
    ];
    for (const [kind, facts] of documents) {
      for (const projects of [['P02'], ['P01', 'P02'], ['P02', 'P01'], ['P01', 'P01', 'P02']]) {
        for (const query of ['', '?dryRun=true', '?submit=D-9']) {
          const body = { ...facts, lines: projects.map(line), effectiveOn: DAY };
          const posting = () => ledger.ask(`documents/${kind}${query}`, { token: maker, body });
          await ledger.withstands(posting, 403, 'outside-your-limits');
        }
      }
      const posting = (project: string) =>
        ledger.ask(`documents/${kind}`, {
          token: maker,
          body: { ...facts, lines: [line(project)], effectiveOn: DAY },
        });
      await ledger.tellsAlike(['P02', 'P09'], posting);
    }
  });

  it('learns nothing of its documents by going on with them', async () => {
    for (const [kind, facts, part] of [
      ['acceptances', { acceptance: 'IV-1' }, { commitment: 'SECRET-ORDER', amount: '1.00' }],
      ['acceptances', { acceptance: 'IV-1' }, { commitment: 'SECRET-ORDER', amount: '1.00', offBudget: 'x' }],
      ['disbursements', { disbursement: 'DV-1' }, { line: LINE, amount: '1.00' }],
      ['disbursements', { disbursement: 'DV-1' }, { commitment: 'SECRET-ORDER', amount: '1.00' }],
    ] as const) {
      const posting = (project: string) => {
        const body = { ...facts, lines: [{ fiscalYear: 2569, project, ...part }], effectiveOn: DAY };
        return ledger.ask(`documents/${kind}`, { token: maker, body });
      };
      const { code } = await ledger.leavesNothing(() => posting('P02'));
      expect(code).toBe('outside-your-limits');
      await ledger.tellsAlike(['P02', 'P09'], posting);
    }
  });

  it('moves no budget there, nor takes any from there', async () => {
    const moving = (from: string, to: string, query = '') => {
      const target = { toProject: to, toFundSource: LINE.fundSource, toCategory: LINE.category };
      const body = {
        transfer: 'TR-1',
        line: LINE,
        to: target,
        amount: '1.00',
        reason: 'x',
        effectiveOn: DAY,
      };
      return ledger.ask(`budget-accounts/2569/${from}/transfers${query}`, { token: maker, body });
    };
    for (const query of ['', '?dryRun=true', '?submit=D-9']) {
      await ledger.withstands(() => moving('P01', 'P02', query), 403, 'outside-your-limits');
      await ledger.withstands(() => moving('P02', 'P01', query), 403, 'outside-your-limits');
      await ledger.withstands(() => moving('P01', DECOMPOSED, query), 403, 'outside-your-limits');
    }
    await ledger.tellsAlike(['P02', 'P09'], (to) => moving('P01', to));
    await ledger.tellsAlike(['P02', 'P09'], (from) => moving(from, 'P01'));
  });

  it('opens no other project, and posts nothing that belongs to all of them', async () => {
    const opened = { fiscalYear: 2569, name: 'x', effectiveOn: DAY };
    const opening = (project: string) =>
      ledger.ask('budget-accounts', { token: maker, body: { ...opened, project } });
    await ledger.withstands(() => opening('P03'), 403, 'outside-your-limits');
    await ledger.tellsAlike(['P02', 'P09'], opening);
    const kpi = {
      fiscalYear: 2569,
      kpi: 'K1',
      project: 'P02',
      name: 'x',
      kind: 'number',
      unit: 'x',
      direction: 'up',
      effectiveOn: DAY,
    };
    const { status } = await ledger.leavesNothing(() => ledger.ask('kpis', { token: maker, body: kpi }));
    expect([400, 403]).toContain(status);
  });

  it('takes no tables over, in which others stand: their faults would tell what is recorded', async () => {
    for (const query of ['', '?dryRun=true', '?organisation=main', '?organisation=etda']) {
      const importing = () => ledger.ask(`imports${query}`, { token: maker, body: { files: tables() } });
      const { text } = await ledger.withstands(importing, 403, 'outside-your-limits');
      expect(text).not.toContain('faults');
    }
  });
});

describe('whoever may approve for one project alone', () => {
  it.each(['approvals', 'refusals'])(
    'gives none of the %s of another, and does not learn that it waits',
    async (kind) => {
      const body = { effectiveOn: DAY, ...(kind === 'refusals' ? { reason: 'x' } : {}) };
      const giving = (number: string) => ledger.ask(`approvals/${number}/${kind}`, { token: checker, body });
      const { text } = await ledger.withstands(() => giving('D-2'), 403, 'outside-your-limits');
      expect(text).not.toMatch(/P02|somsri|20000/);
      await ledger.tellsAlike(['D-2', 'D-9'], giving);
    },
  );

  it('withdraws nothing of it', async () => {
    const taking = (number: string) =>
      ledger.ask(`approvals/${number}/withdrawals`, { token: maker, body: { effectiveOn: DAY } });
    await ledger.withstands(() => taking('D-2'), 403, 'outside-your-limits');
    await ledger.tellsAlike(['D-2', 'D-9'], taking);
  });
});

describe('numbers and keys of other projects', () => {
  it('are refused as numbers that are used, and nothing of what bears them is told', async () => {
    const body = order({ commitment: 'PO-7', amount: '10000.00' });
    const submitting = () =>
      ledger.ask('budget-accounts/2569/P01/commitments?submit=D-2', { token: maker, body });
    const { text } = await ledger.withstands(submitting, 409, 'document-exists');
    expect(text).not.toMatch(/somsri|P02|777/);
  });
});
