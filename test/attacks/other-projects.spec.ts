import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tables } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { AttackedLedger, type Heard, LINE } from './attacked-ledger.fixture.ts';

const DAY = '2025-11-01';
/** Two spellings of one name; the ledger knows the composed one. */
const COMPOSED = 'P\u00e9';
const DECOMPOSED = 'Pe\u0301';
/** Ways to write P02 that somebody may hope are read as it after they were compared. */
const SPELT = [
  'P%302',
  '%50%30%32',
  'p02',
  encodeURIComponent('Ｐ０２'),
  'P02%20',
  '%20P02',
  'P02%E2%80%8B',
  'P02%2e',
  'P02%2f',
  'P01%2fP02',
  'P01%2c%20P02',
  'P01..%2fP02',
  '*',
  'P0%3f',
];
/** What stands in the other project, and in no question. */
const SECRET = ['777.77', 'Secret supplier', 'Secret project'];

let ledger: AttackedLedger;
let owner: string;
let maker: string;
let reader: string;
let checker: string;
let auditor: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  owner = await ledger.person('owner', ['budget-owner']);
  const other = await ledger.person('somsri', ['maker']);
  const limits = { projects: ['P01'] };
  maker = await ledger.person('malee', ['maker', limits]);
  reader = await ledger.person('anong', ['reader', limits]);
  checker = await ledger.person('chai', ['checker', limits]);
  auditor = await ledger.person('prasit', ['auditor', limits]);
  for (const project of ['P01', COMPOSED]) await ledger.project(owner, project);
  await ledger.project(owner, 'P02', { name: 'Secret project' });
  const approvals = [{ command: 'commit', from: '10000.00', tiers: ['checker'] }];
  const policy = { policy: { approvals }, effectiveOn: '2025-10-01' };
  await ledger.served.must('control/policy', { token: owner, body: policy });
  const duty = { duty: 'checker', holder: 'chai', effectiveOn: '2025-10-01' };
  await ledger.served.must('control/duties', { token: owner, body: duty });
  const order = { line: LINE, counterparty: 'Secret supplier', effectiveOn: DAY };
  const path = 'budget-accounts/2569/P02/commitments';
  const made = { ...order, commitment: 'SECRET-ORDER', amount: '777.77' };
  await ledger.served.must(path, { token: other, body: made });
  const waiting = { ...order, commitment: 'SECRET-ORDER-2', amount: '20000.00' };
  await ledger.served.must(`${path}?submit=D-2`, { token: other, body: waiting });
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

/** The same answer about what is there and about what is not, but for the name that was asked for. */
async function alike(
  asked: readonly [there: string, missing: string],
  ask: (name: string) => Promise<Heard>,
) {
  const said = [];
  for (const name of asked) {
    const { status, text } = await ledger.leavesNothing(() => ask(name));
    said.push([status, text.replaceAll(name, 'it')]);
  }
  expect(said[0]).toEqual(said[1]);
}

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
      await alike(['P02', 'P09'], posting);
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
      await alike(['P02', 'P09'], posting);
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
      await alike(['P02', 'P09'], posting);
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
    await alike(['P02', 'P09'], (to) => moving('P01', to));
    await alike(['P02', 'P09'], (from) => moving(from, 'P01'));
  });

  it('opens no other project, and posts nothing that belongs to all of them', async () => {
    const opened = { fiscalYear: 2569, name: 'x', effectiveOn: DAY };
    const opening = (project: string) =>
      ledger.ask('budget-accounts', { token: maker, body: { ...opened, project } });
    await ledger.withstands(() => opening('P03'), 403, 'outside-your-limits');
    await alike(['P02', 'P09'], opening);
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
      await alike(['D-2', 'D-9'], giving);
    },
  );

  it('withdraws nothing of it', async () => {
    const taking = (number: string) =>
      ledger.ask(`approvals/${number}/withdrawals`, { token: maker, body: { effectiveOn: DAY } });
    await ledger.withstands(() => taking('D-2'), 403, 'outside-your-limits');
    await alike(['D-2', 'D-9'], taking);
  });
});

describe('whoever may read of one project alone', () => {
  /** The first few of them are tried by everybody, everywhere. */
  const FEW = 4;
  const QUERIES = [
    'project=P02',
    '',
    'project=',
    'project=P01&project=P02',
    'project=P02&project=P01',
    'project[]=P02',
    'project[0]=P01&project[1]=P02',
    'projects=P02',
    'PROJECT=P01',
    'project=P01%00P02',
    'project=P01,P02',
    'project=*',
    'project=%',
    'project=P0%25',
    "project=P01'%20OR%20'1'='1",
    ...SPELT.map((spelt) => `project=${spelt}`),
  ];
  /** What the one or the other report must be told. */
  const NEEDED = [
    '',
    '&fiscalYear=2569',
    '&fiscalYear=2569&quarter=Q1',
    '&fiscalYear=2569&quarter=Q1&measure=committed',
    '&fiscalYear=2569&month=2025-11',
    '&fiscalYear=2569&from=1&to=9',
  ];

  const readingRoutes = () =>
    ledger.served.ledger.routes.flatMap(({ method, url, rule }) =>
      method === 'GET' && rule !== undefined && 'may' in rule ? [{ url, byProject: rule.byProject }] : [],
    );

  it('reads nothing of another at any address, however it asks', async () => {
    const routes = readingRoutes();
    expect(routes.length).toBeGreaterThan(25);
    for (const { url, byProject } of routes) {
      const path = url.replace(':fiscalYear', '2569').replace(':position', '3').replace(':number', 'D-2');
      const queries = byProject ? QUERIES : QUERIES.slice(0, FEW);
      for (const [token, tried] of [
        [reader, queries],
        [maker, queries.slice(0, FEW)],
        [auditor, queries.slice(0, FEW)],
      ] as const) {
        for (const query of tried) {
          const answer = await ledger.ask(`${path}?${query}`, { token });
          ledger.tellsNothing(answer);
          const isRefused = answer.status >= 400 && answer.status < 500;
          expect([url, query, isRefused]).toEqual([url, query, true]);
        }
      }
    }
  });

  it('reads nothing of another in the answer about its own', async () => {
    const routes = readingRoutes().filter(({ byProject }) => byProject);
    expect(routes.length).toBeGreaterThan(10);
    const seen = await Promise.all(
      ['commitments?fiscalYear=2569', 'budget-accounts?fiscalYear=2569'].map((path) =>
        ledger.ask(path, { token: owner }),
      ),
    );
    // Whoever may see all of it does.
    for (const secret of SECRET) expect(seen.map(({ text }) => text).join()).toContain(secret);
    const answered = new Set<string>();
    for (const { url } of routes) {
      for (const needed of NEEDED) {
        for (const more of [
          '',
          '&document=SECRET-ORDER',
          '&after=P02/SECRET-ORDER',
          '&format=csv',
          '&knownAt=9',
        ]) {
          const path = `${url}?project=P01${needed}${more}`;
          const { status, text, headers } = await ledger.ask(path, { token: maker });
          for (const secret of SECRET) {
            expect([path, `${JSON.stringify(headers)}${text}`.includes(secret)]).toEqual([path, false]);
          }
          if (status === 200) answered.add(url);
          else if (more === '') break;
        }
      }
    }
    expect([...answered].sort()).toEqual(routes.map(({ url }) => url).sort());
  });

  it('reads no event, and does not learn which there are', async () => {
    const head = Number(await ledger.served.head());
    for (let position = 1; position <= head; position += 1) {
      await ledger.withstands(
        () => ledger.ask(`events/${String(position)}`, { token: maker }),
        403,
        'outside-your-limits',
      );
    }
    await alike([String(head), String(head + 1_000)], (position) =>
      ledger.ask(`events/${position}`, { token: maker }),
    );
    await alike(['D-2', 'D-9'], (number) => ledger.ask(`approvals/${number}`, { token: maker }));
  });

  it('does not learn by HEAD what GET does not tell', async () => {
    for (const path of ['events/3', 'approvals/D-2', 'commitments?fiscalYear=2569&project=P02', 'journal']) {
      const answer = await ledger.ask(path, { token: maker, method: 'HEAD' });
      expect([answer.status, answer.text]).toEqual([403, '']);
    }
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
