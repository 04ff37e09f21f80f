import { parseBaht, type Satang } from '#kernel/folding';
import { type AuditedAccountEvent, isOfAccount, peopleOf } from '../audit-event.ts';
import { defineRule, found } from '../rule.ts';

/** What was said before and says something else now, with nobody's agreement but that of whoever posted it. */
export const rule = defineRule({
  id: 'restatements-without-approver',
  version: 1,
  name: { en: 'Restatement without approver', th: 'ปรับปรุงตัวเลขย้อนหลังโดยไม่มีผู้อนุมัติ' },
  meaning: 'A quarter or a closed month was restated and nobody but the poster approved it.',
  source:
    'IPSAS 3 Accounting Policies, Changes in Accounting Estimates and Errors; authorisation as in COSO (2013), principle 10',
  parameters: {},
  categories: ['budgetaccount'],
  fold(event) {
    if (!isOfAccount(event)) return [];
    const { decision = {}, actor, account, effectiveOn } = event;
    const months = decision.restates ?? [];
    if (event.event.type !== 'QuarterCorrected' && months.length === 0) return [];
    const { approval } = decision;
    const approvers = (approval?.approvers ?? []).filter(
      (each) => each !== approval?.maker && each !== actor,
    );
    if (approvers.length > 0) return [];
    const { number, what, amount } = restated(event);
    const where = months.length > 0 ? `, in the closed month ${months.join(', ')}` : '';
    return [
      found({
        key: `${event.stream} ${number ?? event.position}`,
        severity: months.length > 0 ? 'high' : 'medium',
        sentence: `${account.project}: ${what}${where}, by ${actor} and without another's approval.`,
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

function restated({ event }: AuditedAccountEvent) {
  if (event.type !== 'QuarterCorrected') return { what: `${event.type} restated what was reported` };
  const { correction, quarter, disbursed, committed } = event.data;
  return {
    number: correction,
    what: `${quarter} was restated by the correction ${correction} (disbursed ${disbursed}, committed ${committed} baht)`,
    // What moves from one to the other moves once.
    amount: Math.max(...[disbursed, committed].map((each) => Math.abs(parseBaht(each)))) as Satang,
  };
}
