import { type Bilingual, eventName } from '#glossary/folding';
import { parseBaht, printMonth, type Satang } from '#kernel/folding';
import {
  type AuditedAccountEvent,
  isApprovedByAnother,
  isOfAccount,
  makerOf,
  peopleOf,
} from '../audit-event.ts';
import { defineRule, found } from '../rule.ts';

/** What was said before and says something else now, with nobody's agreement but that of whoever made it. */
export const rule = defineRule({
  id: 'restatements-without-approver',
  version: 2,
  name: { en: 'Restatement without approver', th: 'ปรับปรุงตัวเลขย้อนหลังโดยไม่มีผู้อนุมัติ' },
  meaning: {
    en: 'A quarter or a closed month was restated and nobody but its maker approved it.',
    th: 'มีการปรับปรุงตัวเลขของไตรมาสหรือเดือนที่ปิดงวดแล้ว โดยไม่มีผู้อื่นนอกจากผู้ทำรายการอนุมัติ',
  },
  source:
    'IPSAS 3 Accounting Policies, Changes in Accounting Estimates and Errors; authorisation as in COSO (2013), principle 10',
  parameters: {},
  categories: ['budgetaccount'],
  fold(event) {
    if (!isOfAccount(event)) return [];
    const { decision = {}, account, effectiveOn } = event;
    const months = decision.restates ?? [];
    if (event.event.type !== 'QuarterCorrected' && months.length === 0) return [];
    if (isApprovedByAnother(event)) return [];
    const maker = makerOf(event);
    const { number, what, amount } = restated(event);
    const where = months.length > 0 ? `, in the closed month ${months.join(', ')}` : '';
    const printed = months.map((month) => printMonth(month, 'th')).join(', ');
    const whereInThai = months.length > 0 ? ` ในเดือนที่ปิดงวดแล้ว ${printed}` : '';
    return [
      found({
        key: `${event.stream} ${number ?? event.position}`,
        severity: months.length > 0 ? 'high' : 'medium',
        sentence: {
          en: `${account.project}: ${what.en}${where}, by ${maker} and without another's approval.`,
          th: `${account.project}: ${what.th}${whereInThai} โดย ${maker} และไม่มีผู้อื่นอนุมัติ`,
        },
        project: account.project,
        fiscalYear: account.fiscalYear,
        effectiveOn,
        amount,
        people: peopleOf(event),
        events: [event.position],
      }),
    ];
  },
});

interface Restated {
  readonly number?: string;
  readonly what: Bilingual;
  readonly amount?: Satang;
}

function restated({ event }: AuditedAccountEvent): Restated {
  if (event.type !== 'QuarterCorrected') {
    const th = `รายการ${eventName(event.type).th} ปรับปรุงตัวเลขที่รายงานไปแล้ว`;
    return { what: { en: `${event.type} restated what was reported`, th } };
  }
  const { correction, quarter, disbursed, committed } = event.data;
  return {
    number: correction,
    what: {
      en: `${quarter} was restated by the correction ${correction} (disbursed ${disbursed}, committed ${committed} baht)`,
      th: `ใบปรับปรุง ${correction} ปรับปรุงยอดไตรมาส ${quarter.slice(1)} (เบิกจ่าย ${disbursed} ผูกพัน ${committed} บาท)`,
    },
    // What moves from one to the other moves once.
    amount: Math.max(...[disbursed, committed].map((each) => Math.abs(parseBaht(each)))) as Satang,
  };
}
