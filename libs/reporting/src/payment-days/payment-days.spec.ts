import { describe, expect, it } from '@jest/globals';
import type { DocumentLine } from '../documents.ts';
import { document } from '../report.fixture.ts';
import { type PaidDocument, paymentDays } from './payment-days.ts';
import { paymentDaysTable } from './table.ts';

const on = (stage: DocumentLine['stage'], number: string, madeOn: string) =>
  document(stage, number, '100.00', { madeOn });

const paid = (
  number: string,
  days: { [stage in 'request' | 'order' | 'acceptance']?: string },
  day: string,
) =>
  ({
    payment: on('disbursement', number, day),
    request: days.request === undefined ? undefined : on('request', 'PR', days.request),
    order: days.order === undefined ? undefined : on('commitment', 'PO', days.order),
    acceptance: days.acceptance === undefined ? undefined : on('acceptance', 'IV', days.acceptance),
  }) satisfies PaidDocument;

/** Accepted on the first of January and paid so many days later. */
const after = (days: number): PaidDocument =>
  paid(`DV-${String(days).padStart(3, '0')}`, { acceptance: '2026-01-01' }, dayAfter(days));
const dayAfter = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);

describe('the days from request to payment', () => {
  it('are counted step by step, and as a whole', () => {
    const whole = paid(
      'DV-1',
      { request: '2025-11-01', order: '2025-11-11', acceptance: '2025-12-31' },
      '2026-01-10',
    );
    const { rows } = paymentDays([whole], 30);
    expect(rows).toMatchObject([
      { toOrder: 10, toAcceptance: 50, toPayment: 10, whole: 70, late: undefined },
    ]);
  });

  it('begin with the first document that there is, and are none for a payment without any', () => {
    const { rows } = paymentDays(
      [paid('1', { order: '2026-01-01' }, '2026-01-05'), paid('2', {}, '2026-01-06')],
      30,
    );
    expect(rows).toMatchObject([
      { toOrder: undefined, toAcceptance: undefined, toPayment: undefined, whole: 4 },
      { whole: undefined },
    ]);
  });

  it.each([
    [[5], '5', '5'],
    [[1, 2], '1.5', '2'],
    [[3, 1, 2], '2', '3'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '5.5', '9'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100], '6', '10'],
  ])('of %j days have the median %s and the 90th percentile %s', (days, median, ninetiethPercentile) => {
    expect(paymentDays(days.map(after), 30).steps.toPayment).toEqual({
      payments: days.length,
      median,
      ninetiethPercentile,
    });
  });

  it('are late when they exceed the limit, not on it', () => {
    const report = paymentDays([after(30), after(31), after(45)], 30);
    expect(report.rows.map(({ late }) => late)).toEqual([undefined, 1, 15]);
    expect([report.late, report.lateAmount]).toEqual([2, 200_00]);
    expect(paymentDaysTable(report, 30, 'Days').footnotes).toEqual([
      '2 of 3 payments, 200.00 baht, came later than 30 days after acceptance.',
    ]);
  });

  it('have no median while nothing is paid', () => {
    const report = paymentDays([], 30);
    expect(report.steps.whole).toEqual({ payments: 0, median: undefined, ninetiethPercentile: undefined });
    expect(paymentDaysTable(report, 30, 'Days').rows).toHaveLength(2);
  });
});
