import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerUnderTest, LINE } from '../testing/ledger-under-test.fixture.ts';

let ledger: LedgerUnderTest;

beforeAll(async () => {
  ledger = await LedgerUnderTest.open();
});
afterAll(() => ledger.close());

const head = async () => (await ledger.get('status')).json['head'];
const commitment = (number: string, amount: string) => ({
  commitment: number,
  line: LINE,
  amount,
  effectiveOn: '2025-11-01',
});

describe('an officer posts', () => {
  it('gets a receipt with position, events and what is available before and after', async () => {
    await ledger.account('R01', '1000.00');
    const reply = await ledger.post('budget-accounts/2569/R01/commitments', commitment('PO-1', '400.25'), {
      'obligo-actor': 'finance-1',
    });
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      schema: 'obligo.receipt/1',
      dryRun: false,
      replayed: false,
      position: reply.headers['obligo-position'],
      events: [{ type: 'CommitmentMade', stream: 'budgetaccount-main.2569.R01', data: { amount: '400.25' } }],
      outcome: { available: [{ line: LINE, before: '1000.00', after: '599.75' }] },
    });
    const event = await ledger.get(`events/${String(reply.json['position'])}`);
    expect(event.json).toMatchObject({ metadata: { actor: 'finance-1', effectiveOn: '2025-11-01' } });
  });

  it('is refused for one satang too much, with the line and the missing amount, and accepted for what is there', async () => {
    await ledger.account('R02', '100.00');
    const before = await head();
    const refused = await ledger.post('budget-accounts/2569/R02/commitments', commitment('PO-1', '100.01'));
    expect([refused.status, refused.headers['content-type']]).toEqual([422, 'application/problem+json']);
    expect(refused.json).toMatchObject({
      type: 'urn:obligo:refusal:budget-exceeded',
      code: 'budget-exceeded',
      project: 'R02',
      fiscalYear: 2569,
      line: LINE,
      requested: '100.01',
      available: '100.00',
      shortBy: '0.01',
    });
    expect(await head()).toBe(before);
    expect(
      (await ledger.post('budget-accounts/2569/R02/commitments', commitment('PO-1', '100.00'))).status,
    ).toBe(201);
  });

  it('lives the whole life of a commitment: amended, paid, taken back, released, corrected', async () => {
    await ledger.account('R03', '1000.00');
    const at = 'budget-accounts/2569/R03';
    await ledger.must(`${at}/plan`, {
      quarters: { Q1: '400.00', Q2: '300.00', Q3: '200.00', Q4: '100.00' },
      effectiveOn: '2025-10-01',
    });
    await ledger.must(`${at}/plan-revisions`, {
      quarters: { Q1: '500.00', Q2: '300.00', Q3: '200.00', Q4: '0.00' },
      reason: 'earlier start',
      effectiveOn: '2025-10-15',
    });
    await ledger.must(`${at}/commitments`, commitment('PO-1', '500.00'));
    await ledger.must(`${at}/commitments/PO-1/amendments`, {
      change: '100.00',
      reason: 'more units',
      effectiveOn: '2025-11-02',
    });
    await ledger.must(`${at}/disbursements`, {
      disbursement: 'V-1',
      commitment: 'PO-1',
      amount: '250.00',
      effectiveOn: '2025-11-20',
    });
    await ledger.must(`${at}/disbursements`, {
      disbursement: 'V-2',
      line: LINE,
      amount: '50.00',
      effectiveOn: '2025-12-01',
    });
    await ledger.must(`${at}/disbursements/V-1/reversals`, {
      amount: '50.00',
      reason: 'paid twice',
      effectiveOn: '2025-12-02',
    });
    await ledger.must(`${at}/commitments/PO-1/releases`, {
      amount: '100.00',
      reason: 'cheaper',
      effectiveOn: '2026-01-10',
    });
    await ledger.must(`${at}/cuts`, {
      line: LINE,
      amount: '10.00',
      reason: 'savings',
      effectiveOn: '2026-01-11',
    });
    await ledger.must(`${at}/corrections`, {
      correction: 'C-1',
      quarter: 'Q1',
      commitment: 'PO-1',
      disbursed: '20.00',
      committed: '-20.00',
      reason: 'booked late',
    });
    const report = await ledger.get('reports/quarterly?fiscalYear=2569&quarter=Q2&project=R03');
    expect(report.json['rows']).toEqual([
      expect.objectContaining({
        project_code: 'R03',
        baht: {
          budget: '990.00',
          plan: '800.00',
          spent: '550.00',
          disbursed: '270.00',
          committed: '280.00',
          available: '440.00',
        },
      }),
      expect.objectContaining({ project_code: 'TOTAL' }),
    ]);
    const commitments = await ledger.get('commitments?fiscalYear=2569&project=R03');
    expect(commitments.json['rows']).toEqual([
      expect.objectContaining({
        commitment: 'PO-1',
        committed: '500.00',
        disbursed: '220.00',
        outstanding: '280.00',
      }),
    ]);
  });

  it('finds what was posted in the journal, by project, document and actor', async () => {
    const rows = async (filter: string) =>
      (await ledger.get(`journal?${filter}`)).json['rows'] as unknown as { type: string }[];
    expect((await rows('project=R03&document=V-1')).map(({ type }) => type)).toEqual([
      'DisbursementMade',
      'DisbursementReversed',
    ]);
    expect((await rows('actor=finance-1')).map(({ type }) => type)).toEqual(['CommitmentMade']);
    const firstPage = await ledger.get('journal?limit=2');
    const { after } = firstPage.json['next'] as unknown as { after: string };
    const [next] = await rows(`after=${after}&limit=1`);
    const all = await rows('limit=10000');
    expect(next).toEqual(all[2]);
  });
});

describe('budget that moves between projects', () => {
  const capital = { toFundSource: 'annual-appropriation', toCategory: 'capital' };
  const budget = async (project: string) => {
    const csv = await ledger.get(
      `reports/quarterly?fiscalYear=2569&quarter=Q4&project=${project}&format=csv`,
    );
    return csv.text.split('\n')[1]?.split(',')[1];
  };
  const transfer = (number: string, amount: string, toProject: string) =>
    ledger.post('budget-accounts/2569/T01/transfers', {
      transfer: number,
      line: LINE,
      amount,
      to: { toProject, ...capital },
      reason: 'savings',
      effectiveOn: '2026-02-01',
    });

  it('arrives whole at the other end, or does not leave', async () => {
    await ledger.account('T01', '1000000.00');
    await ledger.account('T02', '500000.00');
    const done = await transfer('T-1', '250000.00', 'T02');
    expect([done.status, done.json['events']]).toEqual([
      201,
      [
        expect.objectContaining({ type: 'BudgetTransferredOut', stream: 'budgetaccount-main.2569.T01' }),
        expect.objectContaining({ type: 'BudgetTransferredIn', stream: 'budgetaccount-main.2569.T02' }),
      ],
    ]);
    expect([await budget('T01'), await budget('T02')]).toEqual(['0.7500', '0.7500']);
    const before = await head();
    const nowhere = await transfer('T-2', '1.00', 'T99');
    expect([nowhere.status, nowhere.json['code']]).toEqual([404, 'account-not-open']);
    const tooMuch = await transfer('T-3', '750000.01', 'T02');
    expect([tooMuch.status, tooMuch.json['shortBy']]).toEqual([422, '0.01']);
    expect(await head()).toBe(before);
  });

  it('goes back as a whole, once, with both movements in the journal', async () => {
    const back = { reversal: 'T-1-R', reason: 'not needed', effectiveOn: '2026-03-01' };
    const reversed = await ledger.post('budget-accounts/2569/T01/transfers/T-1/reversals', back);
    expect(reversed.status).toBe(201);
    expect([await budget('T01'), await budget('T02')]).toEqual(['1.0000', '0.5000']);
    const again = await ledger.post('budget-accounts/2569/T01/transfers/T-1/reversals', {
      ...back,
      reversal: 'T-1-RR',
    });
    expect([again.status, again.json['code']]).toEqual([422, 'transfer-already-reversed']);
    const unknown = await ledger.post('budget-accounts/2569/T01/transfers/T-9/reversals', back);
    expect([unknown.status, unknown.json['code']]).toEqual([404, 'transfer-not-made']);
    const rows = (await ledger.get('journal?document=T-1')).json['rows'] as unknown as { type: string }[];
    expect(rows.map(({ type }) => type)).toEqual(['BudgetTransferredOut', 'BudgetTransferredIn']);
  });

  it('a supplement raises the budget of a line beside its original', async () => {
    const done = await ledger.post('budget-accounts/2569/T02/supplements', {
      line: LINE,
      amount: '100000.00',
      document: 'S-1',
      reason: 'central fund',
      effectiveOn: '2026-02-01',
    });
    expect([done.status, done.json['outcome']]).toEqual([
      201,
      { available: [{ project: 'T02', line: LINE, before: '500000.00', after: '600000.00' }] },
    ]);
  });
});

describe('the same posting sent again', () => {
  const body = commitment('PO-9', '10.00');

  it('is recorded once and answered alike', async () => {
    await ledger.account('I01', '100.00');
    const key = { 'idempotency-key': 'officer-1/form-7' };
    const first = await ledger.post('budget-accounts/2569/I01/commitments', body, key);
    const before = await head();
    const second = await ledger.post('budget-accounts/2569/I01/commitments', body, key);
    expect([first.status, second.status, second.headers['idempotency-replayed']]).toEqual([201, 200, 'true']);
    expect({ ...second.json, replayed: false }).toEqual(first.json);
    expect(await head()).toBe(before);
  });

  it('is recorded once when two arrive at the same time, and after a restart', async () => {
    const key = { 'idempotency-key': 'double-click' };
    const other = { ...body, commitment: 'PO-10' };
    const both = await Promise.all(
      [1, 2].map(() => ledger.post('budget-accounts/2569/I01/commitments', other, key)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    await ledger.restart();
    const later = await ledger.post('budget-accounts/2569/I01/commitments', other, key);
    expect([later.status, later.json['replayed']]).toEqual([200, true]);
  });

  it('is refused under the same key with another input', async () => {
    const key = { 'idempotency-key': 'officer-1/form-7' };
    const reply = await ledger.post(
      'budget-accounts/2569/I01/commitments',
      { ...body, amount: '11.00' },
      key,
    );
    expect([reply.status, reply.json['code']]).toEqual([409, 'idempotency-key-reused']);
  });

  it('may be sent again after a refusal, which leaves no trace under the key', async () => {
    await ledger.account('I02', '5.00');
    const key = { 'idempotency-key': 'after-allocation' };
    expect((await ledger.post('budget-accounts/2569/I02/commitments', body, key)).status).toBe(422);
    await ledger.must('budget-accounts/2569/I02/allocations', {
      line: LINE,
      amount: '5.00',
      effectiveOn: '2025-10-02',
    });
    expect((await ledger.post('budget-accounts/2569/I02/commitments', body, key)).status).toBe(201);
  });
});

describe('a dry run', () => {
  it('answers as posting would and records nothing', async () => {
    await ledger.account('D01', '100.00');
    const before = await head();
    const key = { 'idempotency-key': 'dry-then-real' };
    const body = commitment('PO-1', '60.00');
    const dry = await ledger.post('budget-accounts/2569/D01/commitments?dryRun=true', body, key);
    expect([dry.status, dry.json['dryRun'], dry.json['position']]).toEqual([200, true, undefined]);
    expect(await head()).toBe(before);
    const real = await ledger.post('budget-accounts/2569/D01/commitments', body, key);
    expect(real.json['events']).toEqual(dry.json['events']);
    expect(real.json['outcome']).toEqual(dry.json['outcome']);
    const refused = await ledger.post(
      'budget-accounts/2569/D01/commitments?dryRun=true',
      commitment('PO-2', '60.00'),
    );
    expect([refused.status, refused.json['code'], refused.json['shortBy']]).toEqual([
      422,
      'budget-exceeded',
      '20.00',
    ]);
  });
});

describe('bad input', () => {
  const open = { fiscalYear: 2569, project: 'B01', name: 'B01', effectiveOn: '2025-10-01' };

  it.each<[string, unknown, string, string]>([
    ['an unknown field', { ...open, colour: 'red' }, 'input-invalid', 'colour'],
    ['a missing field', { ...open, name: undefined }, 'input-invalid', 'name'],
    ['a date that does not exist', { ...open, effectiveOn: '2025-02-30' }, 'input-invalid', 'effectiveOn'],
    ['a date in the Buddhist era', { ...open, effectiveOn: '2568-10-01' }, 'input-invalid', 'effectiveOn'],
    ['a code that cannot name an account', { ...open, project: 'P 01/../x' }, 'input-invalid', 'project'],
    ['a body that is a list', [open], 'input-invalid', ''],
    [
      'a date outside the fiscal year',
      { ...open, effectiveOn: '2026-10-01' },
      'date-outside-fiscal-year',
      '',
    ],
    ['an attack on prototypes', '{"__proto__":{"admin":true},"fiscalYear":2569}', 'body-malformed', ''],
    ['a body that is not JSON', '{"fiscalYear":', 'body-malformed', ''],
    ['an empty body', '', 'body-malformed', ''],
    ['half a character', { ...open, name: '\ud800' }, 'body-malformed', ''],
    ['a body without end', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'body-too-deep', ''],
  ])('%s is refused with its place, and nothing is recorded', async (_, body, code, field) => {
    const before = await head();
    const reply = await ledger.post('budget-accounts', body);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect([reply.status < 500, reply.json['code']]).toEqual([true, code]);
    if (field)
      expect(reply.json['errors']).toEqual(expect.arrayContaining([expect.objectContaining({ field })]));
    expect(await head()).toBe(before);
  });

  it('an optional field that is null is as one that is left out', async () => {
    await ledger.account('N01', '100.00');
    const nothing = [
      ...['item', 'kind', 'quantity', 'foreign', 'request', 'requestItem', 'final', 'contract', 'continues'],
      ...[
        'description',
        'counterparty',
        'reason',
        'source',
        'evidence',
        'override',
        'restates',
        'documentDate',
      ],
    ];
    const body = {
      ...commitment('PO-N', '10.00'),
      ...Object.fromEntries(nothing.map((name) => [name, null])),
    };
    const { status, json } = await ledger.post('budget-accounts/2569/N01/commitments', body);
    expect(status).toBe(201);
    const { line, amount } = commitment('PO-N', '10.00');
    expect(json['events']).toMatchObject([{ data: { commitment: 'PO-N', line, amount } }]);
    const recorded = await ledger.get(`events/${String(json['position'])}`);
    expect(recorded.text).not.toContain('null');
  });

  it.each([100, 100.5, '1e3', '1,000.00', '100.001', 'NaN', '', null, '90071992547409.92', ' 1'])(
    'the amount %p is refused',
    async (amount) => {
      const reply = await ledger.post('budget-accounts/2569/R01/commitments', {
        ...commitment('PO-X', '1.00'),
        amount,
      });
      expect([reply.status, reply.json['code']]).toEqual([400, 'input-invalid']);
      expect(reply.json['errors']).toEqual([expect.objectContaining({ field: 'amount' })]);
    },
  );

  it('a missing line, a line of text and an unknown field of a line are refused', async () => {
    const { line: _, ...lineless } = commitment('PO-X', '1.00');
    const unaddressed = await ledger.post('budget-accounts/2569/R01/commitments', lineless);
    expect([unaddressed.status, unaddressed.json['code']]).toEqual([400, 'line-missing']);
    for (const body of [
      { ...lineless, line: 'operating' },
      { ...lineless, line: { ...LINE, x: 1 } },
    ]) {
      const reply = await ledger.post('budget-accounts/2569/R01/commitments', body);
      expect([reply.status, reply.json['code']]).toEqual([400, 'input-invalid']);
    }
  });

  it('a quarter, a measure, a format or a flag that does not exist is refused', async () => {
    for (const query of [
      'quarter=Q5',
      'quarter=Q1&format=xml',
      'quarter=Q1&byQuarter=maybe',
      'quarter=Q1&unknown=1',
      '',
    ]) {
      const reply = await ledger.get(`reports/quarterly?fiscalYear=2569&${query}`);
      expect([query, reply.status, reply.json['code']]).toEqual([query, 400, 'input-invalid']);
    }
  });

  it('a body that is too large, an unknown address and an unknown event have codes of their own', async () => {
    const large = await ledger.post('budget-accounts', { ...open, note: 'x'.repeat(1_100_000) });
    expect([large.status, large.json['code']]).toEqual([400, 'body-too-large']);
    const nowhere = await ledger.get('nowhere');
    expect([nowhere.status, nowhere.json['code']]).toEqual([404, 'route-unknown']);
    const event = await ledger.get('events/99999');
    expect([event.status, event.json['code']]).toEqual([404, 'event-unknown']);
  });

  it('an author or a key that cannot be kept is refused', async () => {
    const actor = await ledger.post('budget-accounts', open, { 'obligo-actor': '%00' });
    expect([actor.status, actor.json['code']]).toEqual([400, 'actor-malformed']);
    const key = await ledger.post('budget-accounts', open, { 'idempotency-key': 'a b' });
    expect([key.status, key.json['code']]).toEqual([400, 'idempotency-key-malformed']);
    const none = await ledger.post('budget-accounts', open, { 'idempotency-key': '' });
    expect([none.status, none.json['code']]).toEqual([400, 'idempotency-key-malformed']);
  });

  it('a project that has no account is named, with those that have one', async () => {
    const reply = await ledger.get('explain?fiscalYear=2569&quarter=Q1&measure=spent&project=P77');
    expect([reply.status, reply.json['code']]).toEqual([404, 'project-unknown']);
  });
});

describe('reading what was just written', () => {
  it('waits for the position asked for, and refuses one that is not in the log', async () => {
    const { json } = await ledger.must('budget-accounts', {
      fiscalYear: 2569,
      project: 'M01',
      name: 'M',
      effectiveOn: '2025-10-01',
    });
    const position = String(json['position']);
    const reply = await ledger.get(`reports/quarterly?fiscalYear=2569&quarter=Q1&minPosition=${position}`);
    expect(reply.status).toBe(200);
    const beyond = await ledger.get(`reports/quarterly?fiscalYear=2569&quarter=Q1&minPosition=${position}0`);
    expect([beyond.status, beyond.json['code']]).toEqual([503, 'position-not-reached']);
    // Asking again later would not help.
    for (const named of ['soon', '-1', '1'.repeat(20)]) {
      const { status, json } = await ledger.get(
        `reports/quarterly?fiscalYear=2569&quarter=Q1&minPosition=${named}`,
      );
      expect([status, json['code']]).toEqual([400, 'position-malformed']);
    }
  });

  it('is alive and ready', async () => {
    expect((await ledger.get('/health/live')).json).toMatchObject({ status: 'alive' });
    expect((await ledger.get('/health/ready')).json).toEqual({
      status: 'ready',
      // The unsealed tail is a metric.
      seals: { standing: 'waiting', tail: { events: 7, accessEvents: 0, seconds: expect.any(Number) } },
    });
  });
});

describe('several organisations in one ledger', () => {
  it('keeps their accounts apart and asks which one is meant', async () => {
    const both = await LedgerUnderTest.open();
    try {
      const open = { fiscalYear: 2026, project: 'P01', name: 'Roads', effectiveOn: '2026-01-01' };
      await both.must('organisations?organisation=city', {
        name: 'City',
        startMonth: 1,
        era: 'CE',
        timeZone: 'Europe/Berlin',
        effectiveOn: '2026-01-01',
      });
      await both.must('budget-accounts?organisation=city', open);
      const typo = await both.post('budget-accounts?organisation=cty', open);
      expect([typo.status, typo.json['code']]).toEqual([404, 'organisation-unknown']);
      await both.must('organisations?organisation=agency', { name: 'Agency', effectiveOn: '2025-10-01' });
      await both.must('budget-accounts?organisation=agency', { ...open, fiscalYear: 2569 });
      const ambiguous = await both.get('budget-accounts?fiscalYear=2569');
      expect([ambiguous.status, ambiguous.json['code']]).toEqual([400, 'organisation-ambiguous']);
      const third = { name: 'Third', effectiveOn: '2025-10-01' };
      const unnamed = await both.post('organisations', third);
      expect([unnamed.json['code'], unnamed.json['detail']]).toEqual([
        'organisation-ambiguous',
        'The ledger has 2 organisations, agency, city: expected the code of the new one in organisation.',
      ]);
      const dotted = await both.post('organisations?organisation=a.b', third);
      expect(dotted.json['detail']).toContain('expected up to 32 letters, digits, hyphens and underscores');
      const city = await both.get('budget-accounts?fiscalYear=2026&organisation=city');
      expect(city.json['rows']).toEqual([expect.objectContaining({ project_code: 'P01', name: 'Roads' })]);
      const unknown = await both.get('budget-accounts?fiscalYear=2026&organisation=nobody');
      expect([unknown.status, unknown.json['code']]).toEqual([404, 'organisation-unknown']);
    } finally {
      await both.close();
    }
  });
});
