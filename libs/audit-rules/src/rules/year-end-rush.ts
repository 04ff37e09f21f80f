import {
  type CivilDate,
  fiscalYearRange,
  type FiscalYear,
  formatBaht,
  percentOf,
  type Satang,
} from '#kernel/folding';
import { type AuditedAccountEvent, isOfAccount, peopleOf } from '../audit-event.ts';
import { addDays } from '../days.ts';
import { total } from '../money.ts';
import { defineRule, ended, found, remember } from '../rule.ts';

/** What an account spent in the year, and of that in its last days; satang. */
interface Spent {
  readonly year: number;
  readonly late: number;
  /** Positions of late events that no finding has linked yet. */
  readonly unlinked: readonly string[];
  readonly holds: boolean;
  readonly [name: string]: number | boolean | readonly string[];
}

const NOTHING_SPENT: Spent = { year: 0, late: 0, unlinked: [], holds: false };

/** Events that are remembered before there is a finding to link them with. */
const MOST_KEPT = 100;

/** A great part of the year's money obliged or paid in its last days. */
export const rule = defineRule({
  id: 'year-end-rush',
  version: 1,
  name: { en: 'Year-end rush', th: 'เร่งใช้จ่ายปลายปีงบประมาณ' },
  meaning: {
    en: 'So much of what a project obliged and paid in a fiscal year falls into its last days.',
    th: 'เงินที่โครงการก่อหนี้และเบิกจ่ายในปีงบประมาณตกอยู่ในช่วงวันท้ายปีถึงส่วนที่กำหนด',
  },
  source:
    'Liebman and Mahoney, Do Expiring Budgets Lead to Wasteful Year-End Spending?, American Economic Review 107 (2017)',
  parameters: {
    days: { unit: 'days', default: 30, meaning: 'Last days of the fiscal year that count' },
    percent: { unit: 'percent', default: 40, meaning: 'Part of the year from which on it is a finding' },
    least: { unit: 'baht', default: '100000.00', meaning: 'Less than this in the last days is no finding' },
  },
  categories: ['budgetaccount'],
  fold(event, look, { days, percent, least }) {
    if (!isOfAccount(event)) return [];
    const amount = spentBy(event);
    if (amount === 0) return [];
    const key = event.stream;
    const before = (look(key) ?? NOTHING_SPENT) as Spent;
    const isLate = event.effectiveOn > lastEarlyDay(event, days);
    const year = total([before.year, amount]);
    const late = isLate ? total([before.late, amount]) : (before.late as Satang);
    const unlinked = isLate ? [...before.unlinked, event.position].slice(-MOST_KEPT) : before.unlinked;
    if (year <= 0 || late < least || BigInt(late) * 100n < BigInt(year) * BigInt(percent)) {
      const kept = remember(key, { year, late, unlinked, holds: false });
      return before.holds ? [kept, ended(key, event.position)] : [kept];
    }
    const { project, fiscalYear } = event.account;
    const [part, spentLate, spent] = [percentOf(late, year) ?? '100.00', formatBaht(late), formatBaht(year)];
    return [
      remember(key, { year, late, unlinked: [], holds: true }),
      found({
        key,
        severity: 'medium',
        sentence: {
          en: `${project}: ${part} percent of what was obliged and paid in ${fiscalYear}, ${spentLate} of ${spent} baht, falls into its last ${days} days.`,
          th: `${project}: ร้อยละ ${part} ของเงินที่ก่อหนี้และเบิกจ่ายในปีงบประมาณ ${fiscalYear} คือ ${spentLate} จาก ${spent} บาท อยู่ใน ${days} วันสุดท้ายของปี`,
        },
        project,
        fiscalYear,
        effectiveOn: event.effectiveOn,
        amount: late,
        people: isLate ? peopleOf(event) : [],
        events: unlinked,
      }),
    ];
  },
});

/** A payment out of an obligation is not spent again: what is committed becomes less as what is disbursed becomes more. */
function spentBy({ movements }: AuditedAccountEvent): Satang {
  return total(
    movements()
      .filter(
        ({ measure, quarter }) => (measure === 'committed' || measure === 'disbursed') && quarter !== 'after',
      )
      .map(({ amount }) => amount),
  );
}

/** The days of the fiscal years that were met, since every event asks. */
const earlyDays = new Map<string, CivilDate>();

/** The last day of the year of an account that is not among its last days. */
function lastEarlyDay({ account, calendar }: AuditedAccountEvent, days: number): CivilDate {
  const key = `${account.fiscalYear} ${calendar.era} ${calendar.startMonth} ${days}`;
  let day = earlyDays.get(key);
  if (day === undefined) {
    day = addDays(fiscalYearRange(account.fiscalYear as FiscalYear, calendar).last, -days);
    earlyDays.set(key, day);
  }
  return day;
}
