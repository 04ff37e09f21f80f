import { negate, subtract } from '#kernel';
import type { Account } from './account.ts';
import { Course } from './course.ts';
import { dateOf, type Day } from './days.ts';
import { accept, instalments, order, orderRequested, partOf, pay, payDirectly, request } from './steps.ts';
import { afterTheYear } from './year-end.ts';
import { REASONS } from './words.ts';

/** What an office does with a document from its first day to its last. */
interface Kind {
  /** How often it occurs. */
  readonly weight: number;
  /** How large it is, of the mean document. */
  readonly size: number;
  readonly live: (course: Course, size: number) => void;
}

const KINDS: readonly [Kind, ...Kind[]] = [
  { weight: 38, size: 0.35, live: (course, size) => payDirectly(course, course.amount(size)) },
  { weight: 22, size: 0.8, live: ordered },
  { weight: 17, size: 1, live: requested },
  { weight: 9, size: 4.5, live: contract },
  { weight: 8, size: 0.3, live: advance },
  { weight: 3, size: 1, live: orderedTooMuch },
  { weight: 3, size: 1, live: withdrawn },
];

/** Begins another document of an account on a day. */
export function begin(account: Account, day: Day): void {
  const { size, live } = account.random.weighted(KINDS);
  live(new Course(account, account.random.weighted(account.lines), day), size);
}

function ordered(course: Course, size: number): void {
  const amount = course.amount(size);
  order(course, amount);
  course.wait(5, 30);
  accept(course, 1, amount);
  course.wait(3, 25);
  pay(course, 1, amount);
}

function requested(course: Course, size: number): void {
  const asked = course.amount(size);
  request(course, asked);
  course.wait(5, 30);
  const { random } = course.account;
  const amount = random.chance(0.5) ? asked : partOf(asked, 0.8 + 0.2 * random.next());
  orderRequested(course, amount, asked);
  course.wait(7, 40);
  accept(course, 1, amount);
  course.wait(3, 25);
  pay(course, 1, amount);
}

/** Whoever begins late in the year mostly orders something smaller. */
const LATE_CONTRACTS = 0.3;

/** Paid in parts. What lies beyond the end of the year is reserved, or goes on in the next. */
function contract(course: Course, size: number): void {
  const { random } = course.account;
  if (!course.hasTime(120) && !random.chance(LATE_CONTRACTS)) return ordered(course, size);
  const asked = course.amount(size);
  request(course, asked);
  course.wait(10, 40);
  const amount = partOf(asked, 0.85 + 0.15 * random.next());
  orderRequested(course, amount, asked);
  const parts = instalments(amount, random.between(2, 6));
  for (const [index, part] of parts.entries()) {
    if (!course.hasTime(40)) return afterTheYear(course, parts.slice(index), index + 1);
    course.wait(20, 60);
    accept(course, index + 1, part);
    course.wait(3, 25);
    pay(course, index + 1, part);
  }
}

/** Money that somebody takes along, and accounts for when he is back. */
function advance(course: Course, size: number): void {
  const { random } = course.account;
  const amount = course.amount(size);
  course.step((effectiveOn) => ({
    type: 'pay-advance',
    advance: `AD-${course.number}`,
    line: course.line,
    amount,
    dueOn: dateOf(course.day + 45),
    description: course.description,
    counterparty: course.counterparty,
    effectiveOn,
  }));
  course.wait(7, 50);
  const spent = random.chance(0.4) ? amount : partOf(amount, 0.7 + 0.3 * random.next());
  const rest = subtract(amount, spent);
  course.step((effectiveOn) => ({
    type: 'clear-advance',
    advance: `AD-${course.number}`,
    disbursement: `PV-${course.number}`,
    spent,
    ...(rest > 0 ? { returned: rest } : {}),
    effectiveOn,
  }));
}

/** Less was delivered than ordered, after the contract was made smaller; what is left is given back. */
function orderedTooMuch(course: Course, size: number): void {
  const amount = course.amount(size);
  order(course, amount);
  course.wait(5, 30);
  const less = partOf(amount, 0.1);
  course.step((effectiveOn) => ({
    type: 'amend-commitment',
    commitment: `PO-${course.number}`,
    change: negate(less),
    reason: REASONS.amendment,
    effectiveOn,
  }));
  course.wait(1, 10);
  const delivered = partOf(amount, 0.7);
  accept(course, 1, delivered);
  course.wait(3, 20);
  pay(course, 1, delivered);
  course.wait(1, 10);
  course.step((effectiveOn) => ({
    type: 'release-commitment',
    commitment: `PO-${course.number}`,
    reason: REASONS.release,
    effectiveOn,
  }));
}

/** Most requests that come to nothing are withdrawn; the others are forgotten until the year is closed. */
function withdrawn(course: Course, size: number): void {
  request(course, course.amount(size));
  if (course.account.random.chance(0.2)) return course.account.expect(1);
  course.wait(10, 60);
  course.step((effectiveOn) => ({
    type: 'release-request',
    request: `PR-${course.number}`,
    reason: REASONS.withdrawal,
    effectiveOn,
  }));
}
