import type { Satang } from '#kernel';
import { daysBetween } from '../days.ts';
import type { BriefLine } from '../documents.ts';

/** A payment with the documents that it stands on, as far as there are any. */
export interface PaidDocument {
  readonly payment: BriefLine;
  readonly acceptance: BriefLine | undefined;
  readonly order: BriefLine | undefined;
  readonly request: BriefLine | undefined;
}

/** The days between the stages of one payment; absent where a stage is missing. */
export interface PaymentDays extends PaidDocument {
  readonly toOrder: number | undefined;
  readonly toAcceptance: number | undefined;
  readonly toPayment: number | undefined;
  /** From the first document of the chain to the payment. */
  readonly whole: number | undefined;
  /** Days beyond the limit after acceptance; absent within it. */
  readonly late: number | undefined;
}

export interface Spread {
  readonly payments: number;
  /** In days; absent without payments. */
  readonly median: string | undefined;
  readonly ninetiethPercentile: string | undefined;
}

export interface PaymentReport {
  readonly rows: readonly PaymentDays[];
  readonly steps: Readonly<Record<Step, Spread>>;
  readonly late: number;
  readonly lateAmount: Satang;
}

/** The steps from request to payment, each measured over the payments that took it. */
export const STEPS = ['toOrder', 'toAcceptance', 'toPayment', 'whole'] as const;
export type Step = (typeof STEPS)[number];

/** How long each payment took, step by step, and how the steps are spread. The limit counts from acceptance. */
export function paymentDays(paid: readonly PaidDocument[], limitDays: number): PaymentReport {
  const rows = inOrder(paid).map((each) => daysOf(each, limitDays));
  const late = rows.filter((row) => row.late !== undefined);
  const spreads = STEPS.map((step) => [step, spreadOf(rows.flatMap((row) => row[step] ?? []))] as const);
  return {
    rows,
    steps: Object.fromEntries(spreads) as Record<Step, Spread>,
    late: late.length,
    lateAmount: late.reduce((total, { payment }) => total + payment.amount, 0) as Satang,
  };
}

function daysOf(paid: PaidDocument, limitDays: number): PaymentDays {
  const { payment, acceptance, order, request } = paid;
  const first = request ?? order ?? acceptance;
  const toPayment = span(acceptance, payment);
  const over = (toPayment ?? 0) - limitDays;
  return {
    ...paid,
    toOrder: span(request, order),
    toAcceptance: span(order, acceptance),
    toPayment,
    whole: span(first, payment),
    late: over > 0 ? over : undefined,
  };
}

const span = (from: BriefLine | undefined, to: BriefLine | undefined): number | undefined =>
  from && to ? daysBetween(from.madeOn, to.madeOn) : undefined;

/** Nearest rank: the smallest value that is not exceeded by half, or by nine tenths; the mean of two in the middle. */
function spreadOf(days: readonly number[]): Spread {
  const sorted = [...days].sort((a, b) => a - b);
  const { length } = sorted;
  if (length === 0) return { payments: 0, median: undefined, ninetiethPercentile: undefined };
  const [low = 0, high = 0] = [sorted[Math.ceil(length / 2) - 1], sorted[Math.floor(length / 2)]];
  return {
    payments: length,
    median: String((low + high) / 2),
    ninetiethPercentile: String(sorted[Math.ceil((length * 9) / 10) - 1]),
  };
}

const keyOf = ({ payment }: PaidDocument): string =>
  [payment.madeOn, payment.project, payment.number, payment.item ?? ''].join('\n');

/** Each key is put together once, not whenever two are compared. */
const inOrder = (paid: readonly PaidDocument[]): PaidDocument[] =>
  paid
    .map((each) => ({ each, key: keyOf(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);
