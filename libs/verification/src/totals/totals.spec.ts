import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { lineOfTotals } from '#audit-trail';
import { ledgerBook } from '../books.ts';
import { compareTotals } from './compare-totals.ts';
import { TotalsReplay } from './replay-totals.ts';

const P01 = 'budgetaccount-etda.2569.P01';
const line = { fundSource: 'annual-appropriation', category: 'operating' };

const event = (stream: string, type: string, data: object, effectiveOn: string): RecordedEvent =>
  ({ stream, type, schemaVersion: 1, data, metadata: { effectiveOn } }) as unknown as RecordedEvent;

const inOctober = (type: string, data: object, effectiveOn = '2025-10-01'): RecordedEvent =>
  event(P01, type, data, effectiveOn);

function replayed(...events: readonly RecordedEvent[]) {
  const totals = new TotalsReplay(ledgerBook.catalogue);
  for (const each of events) totals.take(each);
  return totals.rows();
}

const life = [
  inOctober('QuarterlyPlanSet', { quarters: { Q1: '100.00', Q2: '0.00', Q3: '0.00', Q4: '0.50' } }),
  inOctober('BudgetAllocated', { line, amount: '1000.00' }),
  inOctober('CommitmentMade', { commitment: 'PO-1', line, amount: '300.00' }, '2025-12-31'),
  inOctober(
    'DisbursementMade',
    { disbursement: 'PV-1', commitment: 'PO-1', line, amount: '120.00' },
    '2026-01-01',
  ),
];

describe('the totals that events add up to', () => {
  it('stand in the quarter of the business date, by project', () => {
    const place = { organisation: 'etda', fiscalYear: 2569, project: 'P01' };
    expect(replayed(...life)).toEqual([
      { ...place, quarter: 'Q1', plan: '100.00', budget: '1000.00', committed: '300.00', disbursed: '0.00' },
      { ...place, quarter: 'Q2', plan: '0.00', budget: '0.00', committed: '-120.00', disbursed: '120.00' },
      { ...place, quarter: 'Q3', plan: '0.00', budget: '0.00', committed: '0.00', disbursed: '0.00' },
      { ...place, quarter: 'Q4', plan: '0.50', budget: '0.00', committed: '0.00', disbursed: '0.00' },
    ]);
  });

  it('follow the calendar that the organisation registered', () => {
    const settings = { startMonth: 1, era: 'BE', timeZone: 'Asia/Bangkok' };
    const registered = event('organisation-etda', 'OrganisationRegistered', settings, '2026-01-01');
    const [row] = replayed(registered, inOctober('BudgetAllocated', { line, amount: '1.00' }, '2026-10-01'));
    expect(row).toMatchObject({ quarter: 'Q4', budget: '1.00' });
  });

  it('do not count what cannot be read', () => {
    expect(replayed(inOctober('MoneyFound', { amount: '1.00' }), inOctober('BudgetAllocated', {}))).toEqual(
      [],
    );
  });
});

describe('totals that were reported', () => {
  const rows = replayed(...life);

  it('agree with the events, also where a row of zeros is left out', () => {
    expect(compareTotals(rows, rows, { file: 'totals.json' })).toEqual([]);
    expect(
      compareTotals(
        rows.filter(({ quarter }) => quarter !== 'Q3'),
        rows,
        { file: 'totals.json' },
      ),
    ).toEqual([]);
  });

  it('are told with project, quarter and both figures where they differ', () => {
    const said = rows.map((row) => (row.quarter === 'Q2' ? { ...row, disbursed: '120.01' } : row));
    expect(compareTotals(said, rows, { file: 'totals.json' })).toEqual([
      {
        code: 'totals-differ',
        file: 'totals.json',
        stream: P01,
        message: 'Q2: disbursed is 120.01 and the events add up to 120.00.',
      },
    ]);
  });

  it('are told with their line where each stands on one of its own, and without where a row is missing', () => {
    const place = { file: 'totals.json', lineOf: lineOfTotals };
    const said = rows.map((row) => ({ ...row, plan: '0.01' }));
    expect(compareTotals(said, rows, place).map(({ line }) => line)).toEqual(rows.map((_, at) => at + 2));
    const budget = rows.findIndex((row) => row.budget !== '0.00');
    const [missing] = compareTotals(rows.toSpliced(budget, 1), rows, place);
    expect([missing?.code, missing?.line]).toEqual(['totals-differ', undefined]);
  });

  it('are told when they name a project that has no events', () => {
    const [row] = rows;
    const [found] = compareTotals([...rows, { ...row!, project: 'P99' }], rows, { file: 'totals.json' });
    expect(found?.stream).toBe('budgetaccount-etda.2569.P99');
  });
});
