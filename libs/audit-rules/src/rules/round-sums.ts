import { parseBaht } from '#kernel/folding';
import { type AuditedAccountEvent, isOfAccount, makerOf, peopleOf } from '../audit-event.ts';
import { total } from '../money.ts';
import { foldedName } from '../names.ts';
import { defineRule, type Effect, ended, forget, found, type Look, remember } from '../rule.ts';

/**
 * The payments to one counterparty, or by one person, in an account. Without names, since there may be millions of
 * them. `unlinked` are positions that no finding has linked yet.
 */
type Payments = readonly [all: number, round: number, unlinked: readonly string[], holds: boolean];

/**
 * A payment, so that it no longer counts when it is taken back: as whose it counts, whether it is round, the satang that
 * are not taken back, and its position.
 */
type Payment = readonly [how: 'to' | 'by', whom: string, isRound: boolean, left: number, at: string];
const payment = (...kept: Payment): Payment => kept;

const NO_PAYMENTS: Payments = [0, 0, [], false];
const payments = (...kept: Payments): Payments => kept;

/** Round payments that are remembered before there is a finding to link them with. */
const MOST_KEPT = 50;

interface Limits {
  readonly count: number;
  readonly percent: number;
}

/** Payments of round amounts, more of them than business makes. */
export const rule = defineRule({
  id: 'round-sums',
  version: 2,
  name: { en: 'Round sums', th: 'ยอดเงินกลมผิดปกติ' },
  meaning: {
    en: 'So many of the payments of a project to one counterparty, or by one person where none is named, are of round amounts.',
    th: 'การจ่ายของโครงการให้คู่สัญญารายเดียว หรือโดยผู้บันทึกคนเดียวเมื่อไม่ระบุคู่สัญญา เป็นยอดเงินกลมถึงส่วนที่กำหนด',
  },
  source:
    'ISA 240 and ISSAI 2240, testing of journal entries: round numbers; round-amount test of the ACFE Fraud Examiners Manual',
  parameters: {
    multiple: { unit: 'baht', default: '10000.00', meaning: 'A round amount is a multiple of this' },
    least: { unit: 'baht', default: '50000.00', meaning: 'Smaller amounts are not called round' },
    count: { unit: 'count', default: 5, meaning: 'Round payments from which on it is a finding' },
    percent: { unit: 'percent', default: 60, meaning: 'Part of all payments that must be round' },
  },
  categories: ['budgetaccount'],
  types: ['DisbursementMade', 'AdvancePaid', 'DisbursementReversed'],
  fold(event, look, { multiple, least, ...limits }) {
    if (!isOfAccount(event)) return [];
    switch (event.event.type) {
      case 'DisbursementMade':
      case 'AdvancePaid': {
        const amount = parseBaht(event.event.data.amount);
        const isRound = multiple > 0 && amount >= least && amount % multiple === 0;
        const { counterparty } = event;
        const [how, whom] =
          counterparty === undefined ? (['by', makerOf(event)] as const) : (['to', counterparty] as const);
        const made = payment(how, whom, isRound, amount, event.position);
        const counted = count(event, made, look, limits);
        if (event.event.type === 'AdvancePaid') return counted;
        return [...counted, remember(paymentKey(event, event.event.data), made)];
      }
      case 'DisbursementReversed':
        return takenBack(event, event.event.data, look, limits);
      default:
        return [];
    }
  },
});

interface Voucher {
  readonly disbursement: string;
  readonly item?: string | undefined;
}

const paymentKey = ({ stream }: AuditedAccountEvent, { disbursement, item }: Voucher): string =>
  JSON.stringify(['payment', stream, disbursement, ...(item === undefined ? [] : [item])]);

/** Taken back wholly, at once or bit by bit, a payment counts no more. */
function takenBack(
  event: AuditedAccountEvent,
  reversed: Voucher & { readonly amount: string },
  look: Look,
  limits: Limits,
): Effect[] {
  const key = paymentKey(event, reversed);
  const made = look(key) as Payment | undefined;
  if (made === undefined) return [];
  const [how, whom, isRound, before, at] = made;
  const left = total([before, -parseBaht(reversed.amount)]);
  if (left > 0) return [remember(key, payment(how, whom, isRound, left, at))];
  return [...count(event, made, look, limits, -1), forget(key)];
}

/** Counts a payment once more, or once less. */
function count(
  event: AuditedAccountEvent,
  [how, whom, isRound, , at]: Payment,
  look: Look,
  limits: Limits,
  times: 1 | -1 = 1,
): Effect[] {
  const key = JSON.stringify([event.stream, `${how} ${how === 'to' ? foldedName(whom) : whom}`]);
  const [allBefore, roundBefore, unlinkedBefore, held] = (look(key) ?? NO_PAYMENTS) as Payments;
  const all = allBefore + times;
  const round = roundBefore + (isRound ? times : 0);
  const others = unlinkedBefore.filter((each) => each !== at);
  const unlinked = isRound && times > 0 ? [...others, at].slice(-MOST_KEPT) : others;
  if (round < limits.count || round * 100 < all * limits.percent) {
    const kept = remember(key, payments(all, round, unlinked, false));
    return held ? [kept, ended(key, event.position)] : [kept];
  }
  const { project, fiscalYear } = event.account;
  const whomInThai = `${how === 'to' ? 'ให้' : 'โดย'} ${whom}`;
  return [
    remember(key, payments(all, round, [], true)),
    found({
      key,
      severity: 'low',
      sentence: {
        en: `${project}: ${round} of ${all} payments ${how} ${whom} in ${fiscalYear} are of round amounts.`,
        th: `${project}: การจ่าย ${round} จาก ${all} ครั้ง${whomInThai} ในปีงบประมาณ ${fiscalYear} เป็นยอดเงินกลม`,
      },
      project,
      fiscalYear,
      effectiveOn: event.effectiveOn,
      people: peopleOf(event),
      events: unlinked,
    }),
  ];
}
