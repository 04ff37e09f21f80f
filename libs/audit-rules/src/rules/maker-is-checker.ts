import type { ApprovalEvent } from '#control';
import { eventName } from '#glossary/folding';
import { parseBaht } from '#kernel/folding';
import { type AuditEvent, isOfAccount, peopleOf } from '../audit-event.ts';
import { defineRule, type Effect, forget, found, type Look, remember } from '../rule.ts';

/** A document that waits, as far as it matters who touched it. */
interface Waiting {
  readonly maker: string;
  readonly amount: string;
  readonly submitted: string;
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
  readonly [name: string]: string | readonly { readonly by: string; readonly at: string }[];
}

/** Approvals by the maker of a document or by the same person twice, and postings that name such an approval. */
export const rule = defineRule({
  id: 'maker-is-checker',
  version: 1,
  name: { en: 'Maker is checker', th: 'ผู้ทำรายการเป็นผู้ตรวจสอบเอง' },
  meaning: {
    en: 'Whoever made a document approved it too, lent the duty to do so, or gave two of its approvals.',
    th: 'ผู้ทำเอกสารอนุมัติเอกสารของตนเอง มอบหน้าที่ให้ผู้อื่นอนุมัติแทน หรือมีผู้อนุมัติคนเดียวกันสองครั้ง',
  },
  source:
    'Segregation of duties: COSO Internal Control – Integrated Framework (2013), principle 10; INTOSAI GOV 9100, control activities',
  parameters: {},
  categories: ['approval', 'budgetaccount'],
  fold(event, look) {
    if (isOfAccount(event)) return recordedWithOwnApproval(event);
    const happened = event.event as ApprovalEvent;
    const { number } = happened.data;
    switch (happened.type) {
      case 'DocumentSubmitted': {
        const { maker, amount } = happened.data;
        return [remember(number, { maker, amount, submitted: event.position, approvals: [] })];
      }
      case 'DocumentApproved':
        return approved(event, happened.data, look);
      case 'DocumentRefused':
      case 'DocumentWithdrawn':
        return [forget(number)];
    }
  },
});

type Approved = Extract<ApprovalEvent, { type: 'DocumentApproved' }>['data'];

function approved(event: AuditEvent, { number, by, onBehalfOf, last }: Approved, look: Look): Effect[] {
  const waiting = look(number) as Waiting | undefined;
  if (waiting === undefined) return [];
  const { maker, amount, submitted, approvals } = waiting;
  const next = [...approvals, { by, at: event.position }];
  const kept = last ? forget(number) : remember(number, { ...waiting, approvals: next });
  const earlier = approvals.find((each) => each.by === by);
  const how =
    by === maker
      ? {
          en: `, made by ${maker}, was approved by the same person`,
          th: ` ที่ ${maker} เป็นผู้ทำ ผู้ทำอนุมัติเอง`,
        }
      : onBehalfOf === maker
        ? {
            en: `, made by ${maker}, was approved by ${by} with a duty that ${maker} lent`,
            th: ` ที่ ${maker} เป็นผู้ทำ อนุมัติโดย ${by} ด้วยหน้าที่ที่ ${maker} มอบหมายให้`,
          }
        : earlier && { en: ` was approved twice by ${by}`, th: ` ได้รับอนุมัติสองครั้งโดย ${by}` };
  if (how === undefined) return [kept];
  const what = found({
    key: number,
    severity: 'high',
    sentence: {
      en: `The document ${number} of ${amount} baht${how.en}.`,
      th: `เอกสาร ${number} จำนวน ${amount} บาท${how.th}`,
    },
    effectiveOn: event.effectiveOn,
    amount: parseBaht(amount),
    people: [maker, by, ...(onBehalfOf === undefined ? [] : [onBehalfOf])],
    events: [submitted, ...(earlier ? [earlier.at] : []), event.position],
  });
  return [what, kept];
}

/** What the account itself says of the approval that it was recorded with. */
function recordedWithOwnApproval(event: AuditEvent): Effect[] {
  const { decision: { approval } = {}, account } = event;
  if (approval?.approvers.includes(approval.maker) !== true) return [];
  return [
    found({
      key: `${event.stream} ${approval.number}`,
      severity: 'high',
      sentence: {
        en: `${account?.project ?? ''}: ${event.event.type} was recorded out of the document ${approval.number}, which ${approval.maker} both made and approved.`,
        th: `${account?.project ?? ''}: รายการ${eventName(event.event.type).th} บันทึกจากเอกสาร ${approval.number} ซึ่ง ${approval.maker} เป็นทั้งผู้ทำและผู้อนุมัติ`,
      },
      project: account?.project,
      fiscalYear: account?.fiscalYear,
      effectiveOn: event.effectiveOn,
      people: [...peopleOf(event), approval.maker],
      events: [event.position],
    }),
  ];
}
