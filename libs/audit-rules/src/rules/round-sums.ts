import { parseBaht } from '#kernel/folding';
import { isOfAccount, peopleOf } from '../audit-event.ts';
import { defineRule, ended, found, remember } from '../rule.ts';

/**
 * The payments to one counterparty, or by one person, in an account. Without names, since there may be millions of
 * them. `unlinked` are positions that no finding has linked yet.
 */
type Payments = readonly [all: number, round: number, unlinked: readonly string[], holds: boolean];

const NO_PAYMENTS: Payments = [0, 0, [], false];
const payments = (...kept: Payments): Payments => kept;

/** Round payments that are remembered before there is a finding to link them with. */
const MOST_KEPT = 50;

/** Payments of round amounts, more of them than business makes. */
export const rule = defineRule({
  id: 'round-sums',
  version: 1,
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
  types: ['DisbursementMade', 'AdvancePaid'],
  fold(event, look, { multiple, least, count, percent }) {
    if (!isOfAccount(event)) return [];
    if (event.event.type !== 'DisbursementMade' && event.event.type !== 'AdvancePaid') return [];
    const { counterparty, amount: written } = event.event.data;
    const amount = parseBaht(written);
    const isRound = multiple > 0 && amount >= least && amount % multiple === 0;
    const who = counterparty === undefined ? `by ${event.actor}` : `to ${counterparty}`;
    const key = JSON.stringify([event.stream, who]);
    const [allBefore, roundBefore, unlinkedBefore, held] = (look(key) ?? NO_PAYMENTS) as Payments;
    const all = allBefore + 1;
    const round = roundBefore + (isRound ? 1 : 0);
    const unlinked = isRound ? [...unlinkedBefore, event.position].slice(-MOST_KEPT) : unlinkedBefore;
    if (round < count || round * 100 < all * percent) {
      const kept = remember(key, payments(all, round, unlinked, false));
      return held ? [kept, ended(key, event.position)] : [kept];
    }
    const { project, fiscalYear } = event.account;
    const whoInThai = counterparty === undefined ? `โดย ${event.actor}` : `ให้ ${counterparty}`;
    return [
      remember(key, payments(all, round, [], true)),
      found({
        key,
        severity: 'low',
        sentence: {
          en: `${project}: ${round} of ${all} payments ${who} in ${fiscalYear} are of round amounts.`,
          th: `${project}: การจ่าย ${round} จาก ${all} ครั้ง${whoInThai} ในปีงบประมาณ ${fiscalYear} เป็นยอดเงินกลม`,
        },
        project,
        fiscalYear,
        effectiveOn: event.effectiveOn,
        people: peopleOf(event),
        events: unlinked,
      }),
    ];
  },
});
