import { formatBaht } from '#kernel';
import { documentCells } from '../documents.ts';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import { type PaymentDays, type PaymentReport, type Step, STEPS } from './payment-days.ts';

const COLUMNS: Readonly<Record<Step, readonly [key: string, title: string]>> = {
  toOrder: ['request_to_order_days', 'To order'],
  toAcceptance: ['order_to_acceptance_days', 'To acceptance'],
  toPayment: ['acceptance_to_payment_days', 'To payment'],
  whole: ['whole_days', 'Whole'],
};

/** Every payment with the days of each step, then median and 90th percentile of the steps. */
export function paymentDaysTable(
  { rows, steps, late, lateAmount }: PaymentReport,
  limitDays: number,
  title: string,
  caption: readonly string[] = [],
): Table {
  const spread = (name: string, pick: 'median' | 'ninetiethPercentile'): Row => ({
    level: name,
    project_code: 'TOTAL',
    ...Object.fromEntries(STEPS.map((step) => [COLUMNS[step][0], steps[step][pick]])),
  });
  return {
    title,
    caption: ['Unit: days; amounts in baht', ...caption],
    columns: [
      textColumn('level', 'Level'),
      textColumn('project_code', 'Project'),
      textColumn('document', 'Payment'),
      textColumn('item', 'Item'),
      textColumn('request', 'Request'),
      textColumn('order', 'Order'),
      textColumn('acceptance', 'Acceptance'),
      textColumn('paid_on', 'Paid'),
      figureColumn('amount', 'Amount'),
      ...STEPS.map((step) => figureColumn(...COLUMNS[step])),
      figureColumn('late_days', 'Late by'),
    ],
    rows: [...rows.map(rowOf), spread('median', 'median'), spread('90th-percentile', 'ninetiethPercentile')],
    footnotes: [
      `${late} of ${rows.length} payments, ${formatBaht(lateAmount)} baht, came later than ${limitDays} days after acceptance.`,
    ],
  };
}

function rowOf(row: PaymentDays): Row {
  const { fund_source: _fund, category: _category, ...names } = documentCells(row.payment);
  return {
    level: 'payment',
    ...names,
    request: row.request?.number,
    order: row.order?.number,
    acceptance: row.acceptance?.number,
    paid_on: row.payment.madeOn,
    amount: formatBaht(row.payment.amount),
    ...Object.fromEntries(
      STEPS.map((step) => {
        const days = row[step];
        return [COLUMNS[step][0], days === undefined ? undefined : String(days)];
      }),
    ),
    late_days: row.late === undefined ? undefined : String(row.late),
  };
}
