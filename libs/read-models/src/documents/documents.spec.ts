import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AccountCommand } from '#budget';
import { type FiscalYear, parseQuantity } from '#kernel';
import {
  allocate,
  baht,
  commit,
  day,
  Ledger,
  open,
  operating,
  pay,
  printed,
  YEAR,
} from '../ledger.fixture.ts';
import type { DocumentStage } from './change.ts';
import type { CoveredRow, DocumentRow } from './document-row.ts';
import { DocumentQueries } from './queries.ts';

const STAGES: readonly DocumentStage[] = [
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'reservation',
];
let ledger: Ledger;

beforeEach(async () => {
  ledger = new Ledger();
  await ledger.account('P01', open('P01'));
  await ledger.account('P01', allocate('1000.00'));
});

afterEach(() => ledger.close());

async function must(...commands: readonly AccountCommand[]): Promise<void> {
  for (const command of commands) {
    if (!(await ledger.account('P01', command))) throw new Error(`${command.type} was refused`);
  }
}

async function list(
  { fiscalYear = YEAR, on }: { fiscalYear?: number; on?: string | undefined } = {},
  knownAt?: bigint,
): Promise<DocumentRow[]> {
  const projector = ledger.projector();
  await projector.catchUp();
  const queries = new DocumentQueries(projector.database);
  return queries.list(
    { organisation: 'etda', fiscalYear },
    STAGES,
    knownAt ?? projector.checkpoint ?? 0n,
    on,
  );
}

/** What is open, with the reservation that covers it. */
async function covered({ on }: { on?: string } = {}): Promise<CoveredRow[]> {
  const projector = ledger.projector();
  await projector.catchUp();
  const scope = { organisation: 'etda', fiscalYear: YEAR };
  return new DocumentQueries(projector.database).covered(scope, STAGES, projector.checkpoint ?? 0n, on);
}

/** Amount and what is outstanding of each document, by number. */
const standing = (rows: readonly DocumentRow[]) =>
  Object.fromEntries(
    rows.map(({ number, amount, outstanding }) => [number, [printed(amount), printed(outstanding)]]),
  );

const request = (number: string, amount: string, more: object = {}): AccountCommand => ({
  type: 'make-request',
  request: number,
  line: operating,
  amount: baht(amount),
  effectiveOn: day('2025-11-01'),
  ...more,
});

const order = (number: string, from: string, amount: string, more: object = {}): AccountCommand => ({
  type: 'commit',
  commitment: number,
  request: from,
  amount: baht(amount),
  effectiveOn: day('2025-11-10'),
  ...more,
});

const accept = (number: string, commitment: string, amount: string, more: object = {}): AccountCommand => ({
  type: 'accept',
  acceptance: number,
  commitment,
  amount: baht(amount),
  effectiveOn: day('2025-12-01'),
  ...more,
});

const settle = (number: string, acceptance: string, amount: string, more: object = {}): AccountCommand => ({
  type: 'disburse',
  disbursement: number,
  acceptance,
  amount: baht(amount),
  effectiveOn: day('2025-12-20'),
  ...more,
});

const chain = [
  request('PR-1', '500.00'),
  order('PO-1', 'PR-1', '400.00', { final: true, counterparty: 'V-7' }),
  accept('IV-1', 'PO-1', '300.00', { dueOn: day('2025-12-31') }),
  settle('DV-1', 'IV-1', '250.00'),
];

describe('a chain of documents', () => {
  it('is followed from request to payment, each with what no later document has taken', async () => {
    await must(...chain);
    const rows = await list();
    expect(standing(rows)).toEqual({
      'PR-1': ['400.00', '0.00'],
      'PO-1': ['400.00', '100.00'],
      'IV-1': ['300.00', '50.00'],
      'DV-1': ['250.00', '250.00'],
    });
    const by = (number: string) => rows.find((row) => row.number === number);
    expect(['PO-1', 'IV-1', 'DV-1'].map((number) => by(number)?.previous)).toEqual(
      ['PR-1', 'PO-1', 'IV-1'].map((number) => by(number)?.id),
    );
    expect(by('IV-1')).toMatchObject({ madeOn: '2025-12-01', dueOn: '2025-12-31' });
    expect(by('PO-1')).toMatchObject({ counterparty: 'V-7', accepted: 50_00, used: 250_00 });
  });

  it('goes back step by step: every reversal makes the earlier document outstanding again', async () => {
    await must(...chain);
    const back = { reason: 'ผิดเอกสาร', effectiveOn: day('2026-01-05') };
    await must({ type: 'reverse-disbursement', disbursement: 'DV-1', ...back });
    expect(standing(await list())).toMatchObject({
      'IV-1': ['300.00', '300.00'],
      'PO-1': ['400.00', '100.00'],
    });
    await must({ type: 'reverse-acceptance', acceptance: 'IV-1', ...back });
    expect(standing(await list())).toMatchObject({ 'IV-1': ['0.00', '0.00'], 'PO-1': ['400.00', '400.00'] });
    await must({ type: 'reverse-commitment', commitment: 'PO-1', ...back });
    expect(standing(await list())).toMatchObject({ 'PO-1': ['0.00', '0.00'], 'PR-1': ['500.00', '500.00'] });
  });

  it('by units leaves no residue, and counts with what its units cost', async () => {
    const units = (count: string) => ({ quantity: parseQuantity(count) });
    await must(
      { ...commit('PO-3', '100.00'), ...units('3') },
      accept('IV-1', 'PO-3', '33.00', units('1')),
      accept('IV-2', 'PO-3', '65.00', units('2')),
    );
    const rows = await list();
    expect(standing(rows)).toEqual({
      'PO-3': ['98.00', '0.00'],
      'IV-1': ['33.00', '33.00'],
      'IV-2': ['65.00', '65.00'],
    });
  });

  it('keeps the items of a document apart', async () => {
    await must(
      request('PR-2', '100.00', { item: '1' }),
      request('PR-2', '50.00', { item: '2' }),
      order('PO-2', 'PR-2', '30.00', { item: '1', requestItem: '2' }),
    );
    const rows = await list();
    expect(rows.map(({ number, item, outstanding }) => [number, item, outstanding])).toEqual([
      ['PO-2', '1', 30_00],
      ['PR-2', '1', 100_00],
      ['PR-2', '2', 20_00],
    ]);
  });

  it('stood on a day as the documents of that day left it, and was known at a position as of then', async () => {
    await must(...chain);
    const before = BigInt((await ledger.store.head()) ?? 0);
    await must(
      settle('DV-2', 'IV-1', '50.00', { effectiveOn: day('2026-02-01') }),
      accept('IV-2', 'PO-1', '60.00', { effectiveOn: day('2025-12-15') }),
    );
    expect(standing(await list({ on: '2025-12-10' }))).toEqual({
      'PR-1': ['400.00', '0.00'],
      'PO-1': ['400.00', '100.00'],
      'IV-1': ['300.00', '300.00'],
    });
    expect(standing(await list({ on: '2025-12-31' }))).toMatchObject({
      'PO-1': ['400.00', '40.00'],
      'IV-1': ['300.00', '50.00'],
    });
    expect(standing(await list({ on: '2025-12-31' }, before))).toMatchObject({
      'PO-1': ['400.00', '100.00'],
    });
  });

  it.each([undefined, '2025-12-10', '2026-12-31'])(
    'comes page by page as it comes at once, as on %s',
    async (on) => {
      await must(...chain, request('PR-2', '100.00', { item: '1' }), request('PR-2', '50.00', { item: '2' }));
      await must(order('PO-2', 'PR-2', '30.00', { item: '1', requestItem: '2' }));
      const all = await list({ on });
      const projector = ledger.projector();
      await projector.catchUp();
      const queries = new DocumentQueries(projector.database);
      const [account, head] = [
        { organisation: 'etda', fiscalYear: YEAR, project: 'P01' },
        projector.checkpoint ?? 0n,
      ];
      for (const limit of [1, 2, 3, 100]) {
        const seen: DocumentRow[] = [];
        for (let page = queries.page(account, { limit }, head, on); page.length > 0;) {
          seen.push(...page);
          const { stage, number, item } = page.at(-1) as DocumentRow;
          const after = { stage, number, item: item ?? undefined };
          page = queries.page(account, { after, limit }, head, on);
        }
        expect(seen).toEqual(all);
      }
      const ids = all.map(({ id }) => id);
      const { counterparty: _with, description: _about, ...first } = all[0] as DocumentRow;
      expect(queries.named(account, ids, head, on)).toContainEqual(first);
      expect(queries.named({ ...account, fiscalYear: YEAR + 1 }, ids, head, on)).toEqual([]);
    },
  );

  it('stands as it did at each moment, whatever was asked about it before', async () => {
    await must(...chain);
    const projector = ledger.projector();
    await projector.catchUp();
    const queries = new DocumentQueries(projector.database);
    const account = { organisation: 'etda', fiscalYear: YEAR };
    const head = projector.checkpoint ?? 0n;
    for (const on of [undefined, '2025-12-10'])
      for (let knownAt = head; knownAt > 0n; knownAt -= 1n) {
        const asked = [account, STAGES, knownAt, on] as const;
        expect(queries.list(...asked)).toEqual(new DocumentQueries(projector.database).list(...asked));
      }
    expect(queries.list(account, STAGES, head).length).toBeGreaterThan(3);
  });

  it('counts a refund as neither paid nor outstanding', async () => {
    await must(...chain, {
      type: 'refund',
      refund: 'RC-1',
      disbursement: 'DV-1',
      amount: baht('20.00'),
      reason: 'จ่ายเกิน',
      effectiveOn: day('2026-01-05'),
    });
    expect(standing(await list())).toMatchObject({
      'DV-1': ['230.00', '230.00'],
      'IV-1': ['300.00', '50.00'],
    });
  });
});

describe('the end of the year', () => {
  const NEXT = (YEAR + 1) as FiscalYear;
  const last = { effectiveOn: day('2026-09-30') };
  const reserve = (reservation: string, number: string): AccountCommand => ({
    type: 'reserve-at-year-end',
    reservation,
    document: { stage: 'commitment', number },
    effectiveOn: day('2026-09-10'),
  });
  const close: AccountCommand = { type: 'close-year', toFiscalYear: NEXT, ...last };
  const reversal: AccountCommand = {
    type: 'reverse-year-end-step',
    reason: 'ปิดบัญชีผิดวัน',
    effectiveOn: day('2026-10-15'),
  };

  beforeEach(async () => {
    await ledger.account(
      'P01',
      { ...open('P01'), fiscalYear: NEXT, effectiveOn: day('2026-10-01') } as AccountCommand,
      'etda',
      NEXT,
    );
    await must(...chain, commit('PO-9', '80.00'));
  });

  it('covers with a confirmed reservation the contract and what is accepted on it, to its last day', async () => {
    await must(reserve('R-1', 'PO-1'));
    expect((await covered()).every(({ reservedUntil }) => reservedUntil === null)).toBe(true);
    await must({ type: 'confirm-reservation', reservation: 'R-1', effectiveOn: day('2026-09-20') });
    const until = (rows: readonly CoveredRow[]) =>
      Object.fromEntries(rows.map((row) => [row.number, row.reservedUntil]));
    expect(until(await covered())).toMatchObject({
      'PO-1': '2027-03-31',
      'IV-1': '2027-03-31',
      'PO-9': null,
    });
    await must({
      type: 'extend-reservation',
      reservation: 'R-1',
      until: day('2027-06-30'),
      agreement: 'กค 0402.5/123',
      reason: 'งานล่าช้า',
      effectiveOn: day('2027-03-01'),
    });
    expect(until(await covered())).toMatchObject({ 'PO-1': '2027-06-30' });
    expect(until(await covered({ on: '2027-02-01' }))).toMatchObject({ 'PO-1': '2027-03-31' });
    await must({ ...reversal, effectiveOn: day('2027-03-02') });
    expect(until(await covered())).toMatchObject({ 'PO-1': '2027-03-31' });
  });

  it('carries open documents to the next year with their dates, and what is accepted stays on its contract', async () => {
    await ledger.yearEnd('P01', close);
    expect(standing(await list())).toMatchObject({
      'PO-1': ['250.00', '0.00'],
      'IV-1': ['250.00', '0.00'],
      'PO-9': ['0.00', '0.00'],
    });
    const next = await list({ fiscalYear: NEXT });
    expect(standing(next)).toEqual({
      'PO-1': ['150.00', '100.00'],
      'IV-1': ['50.00', '50.00'],
      'PO-9': ['80.00', '80.00'],
    });
    const contract = next.find(({ number }) => number === 'PO-1');
    expect(contract).toMatchObject({ madeOn: '2025-11-10', accepted: 50_00 });
    expect(next.find(({ number }) => number === 'IV-1')?.previous).toBe(contract?.id);
    const request = (await list()).find(({ number }) => number === 'PR-1');
    expect(contract?.previous).toBe(request?.id);
  });

  it('taken back leaves both years as they were', async () => {
    const before = standing(await list());
    await ledger.yearEnd('P01', close);
    await ledger.yearEnd('P01', reversal);
    expect(standing(await list())).toEqual(before);
    const returned = await list({ fiscalYear: NEXT });
    expect(returned.map(({ amount, outstanding }) => [amount, outstanding])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await ledger.yearEnd('P01', { ...close, effectiveOn: reversal.effectiveOn });
    expect(standing(await list({ fiscalYear: NEXT }))).toMatchObject({ 'PO-1': ['150.00', '100.00'] });
  });

  it('releases what is left when a reservation lapses, and holds it again when that is taken back', async () => {
    await must(reserve('R-1', 'PO-1'), {
      type: 'confirm-reservation',
      reservation: 'R-1',
      effectiveOn: day('2026-09-20'),
    });
    await ledger.yearEnd('P01', close);
    await must(settle('DV-2', 'IV-1', '50.00', { effectiveOn: day('2027-01-10') }));
    const held = standing(await list());
    expect(held).toMatchObject({ 'PO-1': ['400.00', '100.00'], 'IV-1': ['300.00', '0.00'] });
    await must({ type: 'lapse-reservation', reservation: 'R-1', effectiveOn: day('2027-04-01') });
    expect(standing(await list())).toMatchObject({ 'PO-1': ['300.00', '0.00'], 'R-1': ['0.00', '0.00'] });
    const open = await covered();
    expect(open.map(({ reservedUntil }) => reservedUntil)).toEqual(open.map(() => null));
    await must({ ...reversal, effectiveOn: day('2027-04-02') });
    expect(standing(await list())).toMatchObject({ 'PO-1': held['PO-1'] });
  });

  it('releases a contract with all that is accepted on it and not paid, as one change of the contract', async () => {
    await must(accept('IV-2', 'PO-1', '30.00'), reserve('R-1', 'PO-1'), {
      type: 'confirm-reservation',
      reservation: 'R-1',
      effectiveOn: day('2026-09-20'),
    });
    await ledger.yearEnd('P01', close);
    const held = standing(await list());
    expect(held).toMatchObject({
      'PO-1': ['400.00', '70.00'],
      'IV-1': ['300.00', '50.00'],
      'IV-2': ['30.00', '30.00'],
    });
    await must({ type: 'lapse-reservation', reservation: 'R-1', effectiveOn: day('2027-04-01') });
    const lapsed = await list();
    expect(standing(lapsed)).toMatchObject({
      'PO-1': ['250.00', '0.00'],
      'IV-1': ['250.00', '0.00'],
      'IV-2': ['0.00', '0.00'],
    });
    const contract = lapsed.find(({ number }) => number === 'PO-1');
    const projector = ledger.projector();
    await projector.catchUp();
    const head = projector.checkpoint ?? 0n;
    const entries = new DocumentQueries(projector.database).entries([contract?.id ?? 0], head);
    expect(entries.at(-1)).toMatchObject({ amountBy: -150_00, acceptedBy: -80_00, usedBy: 0 });
    await must({ ...reversal, effectiveOn: day('2027-04-02') });
    expect(standing(await list())).toMatchObject(held);
  });
});

it('a payment without any document before it is followed too', async () => {
  await must(pay('DV-9', '12.00'));
  expect(await list()).toMatchObject([
    { stage: 'disbursement', number: 'DV-9', previous: null, amount: 12_00 },
  ]);
});

describe('a voucher that clears an advance', () => {
  beforeEach(() =>
    must(
      {
        type: 'pay-advance',
        advance: 'AD-1',
        line: operating,
        amount: baht('300.00'),
        effectiveOn: day('2025-11-03'),
      },
      {
        type: 'clear-advance',
        advance: 'AD-1',
        disbursement: 'V-1',
        spent: baht('250.00'),
        returned: baht('20.00'),
        effectiveOn: day('2025-12-01'),
      },
    ),
  );

  it('is followed with the advance behind it', async () => {
    const [voucher] = await list();
    expect(voucher).toMatchObject({ stage: 'disbursement', number: 'V-1', amount: 250_00 });
    const projector = ledger.projector();
    await projector.catchUp();
    const account = { organisation: 'etda', fiscalYear: YEAR, project: 'P01' };
    const chain = new DocumentQueries(projector.database).chain(account, 'V-1', projector.checkpoint ?? 0n);
    expect(standing(chain)).toEqual({ 'AD-1': ['300.00', '30.00'], 'V-1': ['250.00', '250.00'] });
  });

  it('is less by what its supplier gives back', async () => {
    await must({
      type: 'refund',
      refund: 'RC-1',
      disbursement: 'V-1',
      amount: baht('40.00'),
      reason: 'Two tickets were not used',
      effectiveOn: day('2026-01-05'),
    });
    expect(standing(await list())).toEqual({ 'V-1': ['210.00', '210.00'] });
  });

  it('comes to nothing when the clearing is taken back', async () => {
    await must({
      type: 'reverse-clearing',
      clearing: 'V-1',
      reason: 'Another trip',
      effectiveOn: day('2026-01-05'),
    });
    expect(standing(await list())).toEqual({ 'V-1': ['0.00', '0.00'] });
  });
});
