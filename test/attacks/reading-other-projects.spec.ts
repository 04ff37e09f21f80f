import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AttackedLedger, LINE } from './attacked-ledger.fixture.ts';
import { DAY, SECRET, SPELT, TwoProjects } from './two-projects.fixture.ts';

let ledger: AttackedLedger;
let owner: string;
let maker: string;
let reader: string;
let auditor: string;

beforeAll(async () => {
  const two = await TwoProjects.open();
  ledger = two.ledger;
  [owner, maker, reader, auditor] = [
    two.token('owner'),
    two.token('maker'),
    two.token('reader'),
    two.token('auditor'),
  ];
});
afterAll(() => ledger.close());

describe('whoever may read of one project alone', () => {
  /** Orders of today have not moved for long then, which the audit rules find. */
  const LATER = '&effectiveTo=2027-01-01';
  const findingOf = async (project: string, token: string): Promise<string> => {
    const { json } = await ledger.served.must(`audit/findings?project=${project}${LATER}`, { token });
    return (json['rows'] as { id: string }[])[0]?.id ?? '';
  };

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
    LATER,
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
    const own = { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: DAY };
    await ledger.served.must('budget-accounts/2569/P01/commitments', { token: maker, body: own });
    const finding = await findingOf('P01', auditor);
    const answered = new Set<string>();
    for (const { url } of routes) {
      // What a maker may not ask an auditor may.
      const { status: known } = await ledger.ask(`${url}?project=P01`, { token: maker });
      const token = known === 403 ? auditor : maker;
      for (const needed of NEEDED) {
        for (const more of [
          '',
          '&document=SECRET-ORDER',
          '&after=P02/SECRET-ORDER',
          '&format=csv',
          '&knownAt=9',
        ]) {
          const path = `${url.replace(':id', finding)}?project=P01${needed}${more}`;
          const { status, text, headers } = await ledger.ask(path, { token });
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

  it('is not told what the audit rules found in another', async () => {
    const secret = await findingOf('P02', owner);
    expect(secret).not.toBe('');
    for (const project of ['', '&project=P01', '&project=P02', '&project=P01&project=P02']) {
      const answer = await ledger.ask(`audit/findings/${secret}?format=json${LATER}${project}`, {
        token: auditor,
      });
      expect([project, answer.status]).toEqual([project, project === '&project=P01' ? 404 : 403]);
      for (const each of SECRET) expect(answer.text).not.toContain(each);
    }
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
    await ledger.tellsAlike([String(head), String(head + 1_000)], (position) =>
      ledger.ask(`events/${position}`, { token: maker }),
    );
    await ledger.tellsAlike(['D-2', 'D-9'], (number) => ledger.ask(`approvals/${number}`, { token: maker }));
  });

  it('does not learn by HEAD what GET does not tell', async () => {
    for (const path of ['events/3', 'approvals/D-2', 'commitments?fiscalYear=2569&project=P02', 'journal']) {
      const answer = await ledger.ask(path, { token: maker, method: 'HEAD' });
      expect([answer.status, answer.text]).toEqual([403, '']);
    }
  });
});
