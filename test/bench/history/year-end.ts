import type { Satang } from '#kernel';
import type { Course } from './course.ts';
import { accept, pay } from './steps.ts';
import { REASONS } from './words.ts';

/** Working days before the last one on which reservations are asked for. */
const RESERVING = 14;
/** Of the reserved documents, how many are never paid. */
const LAPSING = 0.1;
/** Days after the year: the first payment of reserved money, and when what is left of it lapses. */
const [FIRST, LAPSES] = [40, 190];

/** What becomes of instalments that lie beyond the end of the year. */
export function afterTheYear(course: Course, parts: readonly Satang[], first: number): void {
  if (course.line.category === 'capital') carried(course, parts, first);
  else reserved(course, parts, first);
}

/** Closing the year takes it into the next one, with its budget. */
function carried(course: Course, parts: readonly Satang[], first: number): void {
  course.account.expect(2);
  course.carriedOver();
  payLater(course, parts, first);
}

/** Its money stays in the account until the end of March. */
function reserved(course: Course, parts: readonly Satang[], first: number): void {
  const { random, season } = course.account;
  const reservation = `RS-${course.number}`;
  course.waitUntil(season.workingDays.at(-RESERVING) ?? season.last);
  course.step((effectiveOn) => ({
    type: 'reserve-at-year-end',
    reservation,
    document: { stage: 'commitment', number: `PO-${course.number}` },
    reason: REASONS.approval,
    effectiveOn,
  }));
  course.wait(1, 5);
  course.step((effectiveOn) => ({ type: 'confirm-reservation', reservation, effectiveOn }));
  if (!random.chance(LAPSING)) return payLater(course, parts, first);
  course.goOn(season.last + LAPSES);
  course.step((effectiveOn) => ({ type: 'lapse-reservation', reservation, effectiveOn }));
}

function payLater(course: Course, parts: readonly Satang[], first: number): void {
  const { random, season } = course.account;
  for (const [index, part] of parts.entries()) {
    course.goOn(Math.max(course.day, season.last + FIRST) + random.between(0, 8));
    accept(course, first + index, part);
    course.goOn(course.day + random.between(2, 6));
    pay(course, first + index, part);
  }
}
