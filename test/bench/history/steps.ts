import { negate, type Satang, satang, subtract } from '#kernel';
import type { Course } from './course.ts';
import { REASONS } from './words.ts';

/** A part of an amount, at least one satang and less than all of it. */
export const partOf = (amount: Satang, part: number): Satang =>
  satang(Math.max(1, Math.min(amount - 1, Math.floor(amount * part))));

export const request = (course: Course, amount: Satang): void =>
  course.step((effectiveOn) => ({
    type: 'make-request',
    request: `PR-${course.number}`,
    line: course.line,
    amount,
    description: course.description,
    effectiveOn,
  }));

/** Orders what was requested, for at most that; the rest of the request returns to the line. */
export const orderRequested = (course: Course, amount: Satang, requested: Satang): void =>
  course.step(
    (effectiveOn) => ({
      type: 'commit',
      commitment: `PO-${course.number}`,
      request: `PR-${course.number}`,
      amount,
      final: true,
      description: course.description,
      counterparty: course.counterparty,
      effectiveOn,
    }),
    { events: amount < requested ? 2 : 1 },
  );

export const order = (course: Course, amount: Satang): void =>
  course.step((effectiveOn) => ({
    type: 'commit',
    commitment: `PO-${course.number}`,
    line: course.line,
    amount,
    description: course.description,
    counterparty: course.counterparty,
    effectiveOn,
  }));

export function accept(course: Course, part: number, amount: Satang): void {
  course.step((effectiveOn) => ({
    type: 'accept',
    acceptance: `GR-${course.number}-${part}`,
    commitment: `PO-${course.number}`,
    amount,
    invoice: `INV-${course.number}-${part}`,
    description: `${course.description} งวดที่ ${part}`,
    effectiveOn,
  }));
}

/** Pays what was accepted. Now and then the payment is taken back and made again, or some of it comes back. */
export function pay(course: Course, part: number, amount: Satang): void {
  const { random } = course.account;
  const disburse = (disbursement: string): void =>
    course.step(
      (effectiveOn) => ({
        type: 'disburse',
        disbursement,
        acceptance: `GR-${course.number}-${part}`,
        amount,
        description: `${course.description} งวดที่ ${part}`,
        counterparty: course.counterparty,
        effectiveOn,
      }),
      { pays: amount },
    );
  const number = `PV-${course.number}-${part}`;
  disburse(number);
  if (random.chance(0.02) && course.hasTime(20)) {
    course.wait(2, 15);
    takeBack(course, number, amount);
    course.wait(1, 4);
    disburse(`${number}R`);
  } else if (random.chance(0.01) && course.hasTime(30)) {
    course.wait(5, 25);
    refund(course, { part, amount: partOf(amount, 0.05) });
  }
}

export const payDirectly = (course: Course, amount: Satang): void =>
  course.step(
    (effectiveOn) => ({
      type: 'disburse',
      disbursement: `PV-${course.number}`,
      line: course.line,
      amount,
      description: course.description,
      counterparty: course.counterparty,
      effectiveOn,
    }),
    { pays: amount },
  );

const takeBack = (course: Course, disbursement: string, amount: Satang): void =>
  course.step(
    (effectiveOn) => ({ type: 'reverse-disbursement', disbursement, reason: REASONS.reversal, effectiveOn }),
    { pays: negate(amount) },
  );

const refund = (course: Course, { part, amount }: { part: number; amount: Satang }): void =>
  course.step(
    (effectiveOn) => ({
      type: 'refund',
      refund: `RF-${course.number}-${part}`,
      disbursement: `PV-${course.number}-${part}`,
      amount,
      reason: REASONS.refund,
      effectiveOn,
    }),
    { pays: negate(amount) },
  );

/** Amounts of so many instalments that add up. */
export function instalments(amount: Satang, count: number): readonly Satang[] {
  const each = satang(Math.floor(amount / count));
  let left = amount;
  return Array.from({ length: count }, (_, index) => {
    const part = index === count - 1 ? left : each;
    left = subtract(left, part);
    return part;
  });
}
