import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessState, Limits } from '#access';
import type { AccountCommand } from '#budget';
import { approval } from '#control';
import { parseBaht, parseCivilDate } from '#kernel';
import { type GivenRole, ServedLedger } from '../../testing/served-ledger.fixture.ts';
import { codeOf, DOCUMENT, type Recorded, Replay, without } from '../../testing/replay.fixture.ts';

const LINE = { fundSource: 'annual-appropriation', category: 'operating' };
const P01 = 'budget-accounts/2569/P01';

/** An owner of budgets, a maker with limits, and a checker of large orders. */
const OFFICE: Readonly<Record<string, GivenRole>> = {
  siri: ['budget-owner'],
  malee: ['maker', { projects: ['P01'], upTo: '900.00' }],
  chai: ['checker'],
};

let served: ServedLedger;
let replay: Replay;
const tokens = new Map<string, string>();

const asked = (who: string, body: object) => ({
  token: tokens.get(who),
  body: { effectiveOn: '2025-11-20', ...body },
});
const post = (who: string, path: string, body: object) => served.must(path, asked(who, body));

beforeAll(async () => {
  served = await ServedLedger.open();
  for (const [name, role] of Object.entries(OFFICE)) tokens.set(name, await served.person(name, role));
  const effectiveOn = '2025-10-01';
  const approvals = [{ command: 'commit', from: '500.00', tiers: ['checker'] }];
  await post('siri', 'budget-accounts', { fiscalYear: 2569, project: 'P01', name: 'P01', effectiveOn });
  await post('siri', 'control/policy', { policy: { approvals }, effectiveOn });
  await post('siri', 'control/duties', { duty: 'checker', holder: 'chai', effectiveOn });
  await post('siri', `${P01}/allocations`, { line: LINE, amount: '5000.00', effectiveOn });
  await post('malee', `${P01}/commitments`, { commitment: 'PO-1', line: LINE, amount: '400.00' });
  await post('malee', `${P01}/commitments?submit=D-1`, { commitment: 'PO-2', line: LINE, amount: '800.00' });
  await post('chai', 'approvals/D-1/approvals', {});
  await served.must('people/malee/closings', { token: served.admin, body: { reason: 'Left the agency' } });
  replay = await Replay.of(served);
});
afterAll(() => served.close());

const on = parseCivilDate;
const order = (commitment: string, amount: string): AccountCommand => ({
  type: 'commit',
  commitment,
  line: LINE,
  amount: parseBaht(amount),
  effectiveOn: on('2025-11-20'),
});

/** What was asked, and the event that was decided. */
const POSTED: readonly (readonly [string, () => Recorded, AccountCommand])[] = [
  [
    'opening an account',
    () => replay.find('BudgetAccountOpened'),
    {
      type: 'open-account',
      organisation: 'main',
      fiscalYear: 2569,
      project: 'P01',
      name: 'P01',
      effectiveOn: on('2025-10-01'),
    },
  ],
  [
    'allocating a budget',
    () => replay.find('BudgetAllocated'),
    { type: 'allocate', line: LINE, amount: parseBaht('5000.00'), effectiveOn: on('2025-10-01') },
  ],
  ['an order', () => replay.find('CommitmentMade'), order('PO-1', '400.00')],
  ['an order that another approved', () => replay.find('CommitmentMade', 1), order('PO-2', '800.00')],
];

describe('every decision of a served ledger', () => {
  it('names the revision of the rule table that it saw, and the grants that allowed it', () => {
    const found = replay.decisions.map(({ type, metadata }) => [
      type,
      metadata.actor,
      metadata.decision?.access,
    ]);
    expect(found).toEqual([
      ['BudgetAccountOpened', 'siri', { revision: '4', grants: [2] }],
      ['ControlPolicySet', 'siri', { revision: '4', grants: [2] }],
      ['DutyGranted', 'siri', { revision: '4', grants: [2] }],
      ['BudgetAllocated', 'siri', { revision: '4', grants: [2] }],
      ['CommitmentMade', 'malee', { revision: '4', grants: [3] }],
      ['DocumentSubmitted', 'malee', { revision: '4', grants: [3] }],
      ['DocumentApproved', 'chai', { revision: '4', grants: [4] }],
      ['CommitmentMade', 'chai', { revision: '4', grants: [3] }],
    ]);
  });

  it('names grants of its author, or of the maker whose document another approved', async () => {
    for (const event of replay.decisions) {
      const { actor, onBehalfOf, decision } = event.metadata;
      const { grants } = await replay.tableOf(event);
      const named = grants.filter(({ grant }) => decision!.access!.grants.includes(grant));
      expect(named.map(({ subject }) => subject)).toEqual([onBehalfOf ?? actor]);
    }
  });

  it('is shown with them, and the table at that revision, to whoever audits', async () => {
    const token = await served.person('arthit', ['auditor']);
    const { position, metadata } = replay.find('CommitmentMade');
    const { access } = metadata.decision!;
    const event = await served.must(`events/${String(position)}`, { token });
    expect(event.json).toMatchObject({ metadata: { decision: { access } } });
    const then = await served.must(`access/rules?revision=${access!.revision}&subject=malee`, { token });
    expect(then.json['grants']).toEqual([
      {
        grant: 3,
        subject: 'malee',
        role: 'maker',
        limits: { projects: ['P01'], upTo: '900.00' },
        origin: 'administrator',
      },
    ]);
    // She has left: today she has none.
    const now = await served.must('access/rules?subject=malee', { token });
    expect(now.json['grants']).toEqual([]);
  });
});

describe('a replay of the account, with the rule table as it was', () => {
  it.each(POSTED)('decides the same: %s', async (_, eventOf, command) => {
    const event = eventOf();
    const { type, data, metadata } = event;
    const decided = replay.decide(event, command, replay.seenBy(event, await replay.tableOf(event)));
    expect(decided).toEqual([expect.objectContaining({ type, data, decision: metadata.decision })]);
  });

  it.each(POSTED)('decides a refusal without the grant that is named: %s', async (_, eventOf, command) => {
    const event = eventOf();
    const access = without(await replay.tableOf(event), event);
    expect(codeOf(replay.decide(event, command, replay.seenBy(event, access)))).toBe('role-missing');
  });

  it.each(POSTED)('decides a refusal by the table of today if its author left: %s', (_, eventOf, command) => {
    const event = eventOf();
    const { state } = served.ledger.embedded.access;
    const { actor, onBehalfOf = actor } = event.metadata;
    const decided = codeOf(replay.decide(event, command, replay.seenBy(event, state)));
    expect(decided).toBe(onBehalfOf === 'malee' ? 'role-missing' : 'decided');
  });

  it('decides a refusal for the administrator, for other roles, and for nobody', async () => {
    const event = replay.find('CommitmentMade');
    const seen = replay.seenBy(event, await replay.tableOf(event));
    const by = (actor: string | undefined) =>
      codeOf(replay.decide(event, order('PO-1', '400.00'), { ...seen, actor: actor! }));
    expect(by('malee')).toBe('decided');
    expect(by('admin')).toBe('administrator-posts-nothing');
    for (const other of ['chai', 'siri', 'stranger', 'MALEE', '', undefined])
      expect([other, by(other)]).toEqual([other, 'role-missing']);
  });

  it('decides a refusal beyond the limits of the grant, by one satang or in another project', async () => {
    const event = replay.find('CommitmentMade');
    const seen = { ...replay.seenBy(event, await replay.tableOf(event)), control: undefined };
    const decided = (amount: string, changed: object = {}) =>
      codeOf(replay.decide(event, order('PO-9', amount), { ...seen, ...changed }));
    expect(decided('900.00')).toBe('decided');
    expect(decided('900.01')).toBe('outside-your-limits');
    expect(decided('1.00', { stream: 'budgetaccount-main.2569.P02' })).toBe('outside-your-limits');
  });

  it('decides by the day of recording, never by one that a posting names', async () => {
    const event = replay.find('CommitmentMade');
    const state = await replay.tableOf(event);
    const within = (limits: Limits) => {
      const grants = state.grants.map((grant) => (grant.subject === 'malee' ? { ...grant, limits } : grant));
      return codeOf(
        replay.decide(event, order('PO-1', '400.00'), replay.seenBy(event, { ...state, grants })),
      );
    };
    expect(within({ first: '2025-12-05', last: '2025-12-05' })).toBe('decided');
    expect(within({ last: '2025-12-04' })).toBe('role-missing');
    // The order is of 20 November, and was recorded on 5 December.
    expect(within({ first: '2025-11-01', last: '2025-11-30' })).toBe('role-missing');
  });
});

describe('nobody approves a document of his own', () => {
  /** The table as if somebody had every role that posts: only the rule itself is left. */
  const withAllRoles = (state: AccessState, subject: string): AccessState => ({
    ...state,
    grants: [
      ...state.grants,
      ...(['maker', 'checker', 'budget-owner'] as const).map((role, index) => ({
        grant: 90 + index,
        subject,
        role,
        origin: 'administrator' as const,
      })),
    ],
  });

  it('in the decision on the document, whatever roles and duties the maker has', async () => {
    const event = replay.find('DocumentApproved');
    const waiting = replay.before(approval, DOCUMENT, event);
    const seen = replay.seenBy(event, withAllRoles(await replay.tableOf(event), 'malee'));
    const grants = [...seen.control!.grants, { duty: 'checker', holder: 'malee' }];
    const by = (actor: string) => {
      const approve = { type: 'approve-document', tier: 'checker', effectiveOn: on('2025-11-20') } as const;
      const context = { ...seen, actor, control: { ...seen.control!, grants } };
      return codeOf(approval.decide(waiting, approve, context));
    };
    expect(by('chai')).toBe('decided');
    expect(by('malee')).toBe('maker-is-checker');
  });

  it('in the decision on the account, whatever the document says', async () => {
    const event = replay.find('CommitmentMade', 1);
    const seen = replay.seenBy(event, withAllRoles(await replay.tableOf(event), 'malee'));
    const with_ = (changed: Parameters<Replay['decide']>[2]) =>
      codeOf(replay.decide(event, order('PO-2', '800.00'), { ...seen, ...changed }));
    const own = { ...seen.approval!, given: [{ tier: 'checker', by: 'malee' }] };
    expect(with_({})).toBe('decided');
    expect(with_({ approval: own })).toBe('approval-needed');
    expect(with_({ approval: own, actor: 'malee' })).toBe('approval-needed');
    expect(with_({ approval: undefined, actor: 'malee' })).toBe('approval-needed');
  });

  it('in the answer of the service, when one person is maker and checker', async () => {
    tokens.set('wipa', await served.person('wipa', ['maker'], ['checker']));
    await post('siri', 'control/duties', { duty: 'checker', holder: 'wipa' });
    const large = { commitment: 'PO-7', line: LINE, amount: '600.00' };
    await post('wipa', `${P01}/commitments?submit=D-7`, large);
    const head = await served.head();
    expect(await served.codeOf('approvals/D-7/approvals', asked('wipa', {}))).toBe('maker-is-checker');
    expect(await served.head()).toBe(head);
    await post('chai', 'approvals/D-7/approvals', {});
  });

  it('and nobody the document of somebody who has left meanwhile: it is decided anew', async () => {
    tokens.set('kanya', await served.person('kanya', ['maker']));
    const large = { commitment: 'PO-8', line: LINE, amount: '700.00' };
    await post('kanya', `${P01}/commitments?submit=D-8`, large);
    await served.must('people/kanya/closings', { token: served.admin, body: {} });
    const head = await served.head();
    expect(await served.codeOf('approvals/D-8/approvals', asked('chai', {}))).toBe('role-missing');
    expect(await served.head()).toBe(head);
    await post('chai', 'approvals/D-8/refusals', { reason: 'Its maker has left' });
  });
});
