import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tables } from '../../apps/ledger/testing/ledger-under-test.fixture.ts';
import { AttackedLedger, type Heard, LINE } from './attacked-ledger.fixture.ts';

const DAY = '2025-11-01';
/** What stands in the other organisation, and in no question. */
const SECRET = ['Secret project', 'Secret supplier', 'Other agency', '777.77'];
/** The first few ways are tried by everybody. */
const FEW = 5;
/** Ways to ask for the other organisation, or for none. */
const ASKED = [
  'organisation=other',
  '',
  'organisation=',
  'organisation=own&organisation=other',
  'organisation=other&organisation=own',
  'organisation[]=other',
  'organisation=OTHER',
  'organisation=othe%72',
  'organisation=other%00',
  'organisation=%20other',
  `organisation=${encodeURIComponent('ｏｔｈｅｒ')}`,
  'organisation=own,other',
  'organisation=*',
  'Organisation=own',
  'organization=own',
];

let ledger: AttackedLedger;
let boss: string;
let maker: string;
let auditor: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  ledger.served.clock.now = Date.parse('2026-07-01T02:00:00.000Z');
  ledger.served.admin = await ledger.served.signIn('admin');
  boss = await ledger.person('boss', ['maker']);
  // History comes before what is posted now.
  await ledger.served.must('imports', { token: boss, body: { files: tables() } });
  const limits = { organisation: 'own' };
  maker = await ledger.person('malee', ['maker', limits]);
  auditor = await ledger.person('prasit', ['auditor', limits]);
  for (const [code, name] of [
    ['own', 'Own agency'],
    ['other', 'Other agency'],
  ]) {
    const body = { name, effectiveOn: '2025-10-01' };
    await ledger.served.must(`organisations?organisation=${code!}`, { token: boss, body });
  }
  await ledger.project(boss, 'P01', { organisation: 'own' });
  await ledger.project(boss, 'P01', { organisation: 'other', name: 'Secret project' });
  const body = {
    commitment: 'PO-1',
    line: LINE,
    amount: '777.77',
    counterparty: 'Secret supplier',
    effectiveOn: DAY,
  };
  await ledger.served.must('budget-accounts/2569/P01/commitments?organisation=other', { token: boss, body });
});
afterAll(() => ledger.close());

const order = { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: DAY };
const ORDERS = 'budget-accounts/2569/P01/commitments';

/** What was asked for, and how far the log has come in all. */
const withoutPositions = ({ text }: Heard): string => text.replaceAll(/\d+/g, '#');

const tellsNoSecret = ({ text, headers }: Heard) => {
  for (const secret of SECRET) expect(`${JSON.stringify(headers)}${text}`).not.toContain(secret);
};

describe('whoever works for one organisation of the ledger', () => {
  it('works there', async () => {
    const query = '?organisation=own&dryRun=true';
    expect((await ledger.ask(`${ORDERS}${query}`, { token: maker, body: order })).status).toBe(200);
    const path = 'reports/quarterly?fiscalYear=2569&quarter=Q1';
    expect((await ledger.ask(`${path}&organisation=own`, { token: auditor })).status).toBe(200);
  });

  it('posts nothing in another on any address, and does not learn which there are', async () => {
    const routes = ledger.served.ledger.routes.filter(
      ({ method, rule }) =>
        method === 'POST' &&
        rule !== undefined &&
        'posts' in rule &&
        !/approve|refuse|publish|controlpolicy|fiscalperiods/.test(rule.posts),
    );
    expect(routes.length).toBeGreaterThan(50);
    for (const { url } of routes) {
      const path = url.replace(':fiscalYear', '2569').replace(':project', 'P01').replaceAll(/:\w+/g, '1');
      const posting = (query: string) => ledger.ask(`${path}?${query}`, { token: maker, body: {} });
      const said = [];
      for (const code of ['other', 'nowhere']) {
        const { text } = await ledger.withstands(
          () => posting(`organisation=${code}`),
          403,
          'outside-your-limits',
        );
        said.push(text.replaceAll(code, 'it'));
      }
      expect(said[0]).toBe(said[1]);
      for (const query of ['', 'organisation=own&organisation=other']) {
        const answer = await ledger.withstands(() => posting(query), 403, 'outside-your-limits');
        expect(answer.text).not.toMatch(/Other|"other"/);
      }
    }
  });

  it.each(ASKED)('posts nothing there by asking "%s"', async (query) => {
    const posting = () =>
      ledger.ask(`${ORDERS}?${query}`, { token: maker, body: { ...order, commitment: 'PO-9' } });
    const answer = await ledger.leavesNothing(posting);
    expect([400, 403]).toContain(answer.status);
    tellsNoSecret(answer);
  });

  it('reads nothing of another at any address, however it asks', async () => {
    const routes = ledger.served.ledger.routes.filter(
      ({ method, rule }) => method === 'GET' && rule !== undefined && 'may' in rule,
    );
    expect(routes.length).toBeGreaterThan(25);
    const needed = '&fiscalYear=2569&quarter=Q1&measure=committed&project=P01';
    for (const { url } of routes) {
      const path = url.replace(':fiscalYear', '2569').replace(':position', '6').replace(':number', 'D-1');
      for (const [token, asked, more] of [
        [auditor, ASKED, ''],
        [maker, ASKED.slice(0, FEW), ''],
        [maker, ASKED.slice(0, FEW), needed],
      ] as const) {
        for (const query of asked) {
          const answer = await ledger.ask(`${path}?${query}${more}`, { token });
          const isRefused = answer.status >= 400 && answer.status < 500;
          expect([url, query, isRefused]).toEqual([url, query, true]);
          ledger.tellsNothing(answer);
          tellsNoSecret(answer);
        }
      }
    }
  });

  it('reads nothing of another, naming its own', async () => {
    const routes = ledger.served.ledger.routes.filter(
      ({ method, rule }) => method === 'GET' && rule !== undefined && 'may' in rule,
    );
    const needed = [
      '',
      '&fiscalYear=2569',
      '&fiscalYear=2569&quarter=Q1',
      '&fiscalYear=2569&quarter=Q1&measure=committed&project=P01',
      '&fiscalYear=2569&quarter=Q1&from=1',
    ];
    const head = Number(await ledger.served.head());
    for (const { url } of routes) {
      for (const more of needed) {
        for (const token of [maker, auditor]) {
          const path = url
            .replace(':fiscalYear', '2569')
            .replace(':position', String(head))
            .replace(':number', 'D-1');
          const answer = await ledger.ask(`${path}?organisation=own${more}`, { token });
          expect(answer.status).toBeLessThan(500);
          tellsNoSecret(answer);
          expect([url, answer.text.includes('"organisation":"other"')]).toEqual([url, false]);
        }
      }
    }
  });

  it('reads no event of another, one after the other, and does not learn which there are', async () => {
    const head = Number(await ledger.served.head());
    const own = new Set<string>();
    const unknown = new Set<string>();
    for (let position = head - 20; position <= head + 2; position += 1) {
      const path = `events/${String(position)}?organisation=own`;
      const answer = await ledger.leavesNothing(() => ledger.ask(path, { token: auditor }));
      tellsNoSecret(answer);
      if (answer.status === 200) own.add((JSON.parse(answer.text) as { stream: string }).stream);
      else unknown.add(withoutPositions(answer));
    }
    expect([...own].sort()).toEqual(['budgetaccount-own.2569.P01', 'organisation-own']);
    expect([...unknown]).toEqual([expect.stringContaining('event-unknown')]);
  });

  it('sees nothing of the whole ledger: who else has which role, who read what, which organisations there are', async () => {
    for (const path of [
      'access/rules',
      'access/history',
      'access/happenings',
      'service-tokens',
      'readings',
      'organisations',
      'status',
    ]) {
      for (const query of ['', '?organisation=own']) {
        const { status } = await ledger.leavesNothing(() =>
          ledger.ask(`${path}${query}`, { token: auditor }),
        );
        expect([path, query, status]).toEqual([path, query, 403]);
      }
    }
  });

  it('runs no history of another again', async () => {
    for (const query of ASKED) {
      const running = () =>
        ledger.ask(`control/re-runs?${query}`, { token: auditor, body: { fiscalYear: 2569 } });
      const answer = await ledger.leavesNothing(running);
      expect(answer.status).toBe(403);
    }
    const own = await ledger.ask('control/re-runs?organisation=own', {
      token: auditor,
      body: { fiscalYear: 2569 },
    });
    expect(own.status).toBe(200);
    tellsNoSecret(own);
  });

  it('takes no tables over that name another, whose figures their faults would tell', async () => {
    const guessed = tables().map(({ name, content }) => ({
      name,
      content: name === 'quarterly.csv' ? content.replace('1.7334', '1.7333') : content,
    }));
    for (const files of [tables(), guessed]) {
      for (const query of ['', '?organisation=own', '?organisation=own&dryRun=true', '?organisation=etda']) {
        const importing = () => ledger.ask(`imports${query}`, { token: maker, body: { files } });
        const { text } = await ledger.withstands(importing, 403, 'outside-your-limits');
        expect(text).not.toMatch(/faults|report-differs|nothingToPost/);
      }
    }
  });

  it('registers none, and does not change another', async () => {
    for (const code of ['other', 'new', '']) {
      const body = { name: 'x', effectiveOn: DAY };
      const registering = () => ledger.ask(`organisations?organisation=${code}`, { token: maker, body });
      await ledger.withstands(registering, 403, 'outside-your-limits');
    }
  });

  it('meets no key of another: the same one is its own', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = { ...order, commitment: 'PO-5' };
    await ledger.served.must(`${ORDERS}?organisation=other`, { token: boss, body, headers });
    const own = await ledger.ask(`${ORDERS}?organisation=own`, { token: maker, body, headers });
    expect([own.status, own.headers['idempotency-replayed']]).toEqual([201, undefined]);
  });
});
