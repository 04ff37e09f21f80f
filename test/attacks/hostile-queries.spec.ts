import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AttackedLedger, LINE } from './attacked-ledger.fixture.ts';

const ORDERS = 'budget-accounts/2569/P01/commitments';
const order = { commitment: 'PO-1', line: LINE, amount: '1.00', effectiveOn: '2025-11-01' };

let ledger: AttackedLedger;
let maker: string;
let owner: string;

beforeAll(async () => {
  ledger = await AttackedLedger.open();
  owner = await ledger.person('owner', ['budget-owner']);
  maker = await ledger.person('malee', ['maker']);
  await ledger.project(owner, 'P01');
});
afterAll(() => ledger.close());

const asked = (query: string) => () => ledger.ask(`${ORDERS}?${query}`, { token: maker, body: order });

describe('a posting with a slip in its query', () => {
  it.each([
    'dryRun=1',
    'dryRun=TRUE',
    'dryRun=yes',
    'dryRun=true%20',
    'dryRun=%ff',
    'dryRun=true&dryRun=true',
    'dryRun=true&dryRun=false',
    'dryRun[]=true',
    'dryrun=true',
    'dry-run=true',
    'dryRun%20=true',
    'submitted=W-1',
    'submit=W-1&submit=W-2',
    'organisation=main&organisation=other',
    'Organisation=main',
    'project=P02',
  ])('is refused instead of recorded: %s', async (query) => {
    await ledger.withstands(asked(query), 400, 'input-invalid');
  });

  it('hears which parameters there are', async () => {
    const { text } = await ledger.withstands(asked('dryrun=true'), 400, 'input-invalid');
    expect(JSON.parse(text)).toMatchObject({
      detail:
        'One field is not as expected: dryrun is not a parameter of this address, whose query takes organisation, dryRun, submit.',
      errors: [{ field: 'dryrun', expected: expect.stringContaining('is not a parameter') as unknown }],
    });
  });

  it.each(['dryRun=true', 'dryRun', 'dryRun=', 'dryRun=true&organisation=main'])(
    'that only asks leaves nothing: %s',
    async (query) => {
      expect(await ledger.leavesNothing(asked(query))).toMatchObject({ status: 200 });
    },
  );
});

describe('an address that takes no dry run', () => {
  it('does nothing for whoever asks for one', async () => {
    const { admin: token } = ledger.served;
    for (const [path, body] of [
      ['people', { name: 'anong', roles: [{ role: 'reader' }] }],
      ['access/grants', { subject: 'malee', role: 'checker', reason: 'x' }],
      ['access/rules', { rules: {}, reason: 'x' }],
      ['service-tokens', { name: 'dashboard', role: 'reader', expiresOn: '2026-12-31' }],
    ] as const) {
      const asking = () => ledger.ask(`${path}?dryRun=true`, { token, body });
      await ledger.withstands(asking, 400, 'input-invalid');
    }
  });
});

describe('a search for what no text holds', () => {
  it.each([
    'journal?text=a%00b',
    'journal?text=%00',
    'journal/summary?text=a%00b',
    'attempts?text=%00%00%00',
  ])('is refused: %s', async (path) => {
    await ledger.withstands(() => ledger.ask(path, { token: owner }), 400, 'input-invalid');
  });

  it.each([
    ['attempts?before=-1', 'before is "-1": expected a position.'],
    ['verifications?before=x', 'before is "x": expected a position.'],
    ['approvals?limit=201', 'limit is "201": expected 1 to 200.'],
    ['journal?limit=10001', 'limit is "10001": expected 1 to 10000.'],
  ])('hears which limit or place was wrong: %s', async (path, detail) => {
    const { text } = await ledger.withstands(() => ledger.ask(path, { token: owner }), 400, 'input-invalid');
    expect(JSON.parse(text)).toMatchObject({ detail });
  });

  it('finds no waiting document of a status that there is not', async () => {
    const asking = () => ledger.ask('approvals?status=pending', { token: owner });
    await ledger.withstands(asking, 400, 'input-invalid');
  });
});
