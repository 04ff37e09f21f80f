import type { FiscalPeriodsEvent } from '#control';
import { eventName } from '#glossary/folding';
import { printDay, printMonth } from '#kernel/folding';
import {
  type AuditEvent,
  type AuditedAccountEvent,
  isApprovedByAnother,
  isOfAccount,
  peopleOf,
} from '../audit-event.ts';
import { defineRule, type Effect, forget, found, type Look, remember } from '../rule.ts';

/** How a month was closed, and where that stands in the log. */
interface ClosedMonth {
  readonly how: 'closed' | 'closed softly';
  readonly at: string;
  readonly by: string;
  readonly [name: string]: string;
}

/** Postings that take effect in a month that was closed before them. */
export const rule = defineRule({
  id: 'postings-after-close',
  version: 2,
  name: { en: 'Posting after close', th: 'บันทึกรายการหลังปิดงวด' },
  meaning: {
    en: 'A posting took effect in a month that was closed before it, and is no approved restatement.',
    th: 'รายการมีผลในเดือนที่ปิดงวดไปก่อนแล้ว และไม่ใช่การปรับปรุงย้อนหลังที่ได้รับอนุมัติ',
  },
  source: 'ISA 240 and ISSAI 2240, testing of journal entries: entries recorded after the close',
  parameters: {},
  categories: ['fiscalperiods', 'budgetaccount'],
  fold(event, look) {
    return isOfAccount(event) ? posted(event, look) : moved(event);
  },
});

/** The last command that was an approved restatement: only its first event says so. */
const APPROVED = 'approved';

const HOW = { PeriodClosed: 'closed', PeriodSoftClosed: 'closed softly', PeriodReopened: undefined } as const;
const HOW_IN_THAI = { closed: 'ปิดงวดแล้ว', 'closed softly': 'ปิดงวดชั่วคราวแล้ว' } as const;

function moved(event: AuditEvent): Effect[] {
  const { type, data } = event.event as FiscalPeriodsEvent;
  const how = HOW[type];
  return data.months.map((month) =>
    how === undefined ? forget(month) : remember(month, { how, at: event.position, by: event.actor }),
  );
}

function posted(event: AuditedAccountEvent, look: Look): Effect[] {
  const { account, effectiveOn, decision, commandId } = event;
  const month = effectiveOn.slice(0, 7);
  const closed = look(month) as ClosedMonth | undefined;
  if (closed === undefined || look(APPROVED) === commandId) return [];
  if (isApprovedRestatement(event)) return [remember(APPROVED, commandId)];
  const { how, at, by } = closed;
  const restates = decision?.restates !== undefined || event.event.type === 'QuarterCorrected';
  return [
    found({
      key: `${event.stream} ${commandId}`,
      severity: how === 'closed' ? 'high' : 'low',
      sentence: {
        en: `${account.project}: ${event.event.type} takes effect on ${effectiveOn}, in the month ${month} that ${by} had ${how}${restates ? '; it is a restatement that nobody else approved' : ''}.`,
        th: `${account.project}: รายการ${eventName(event.event.type).th} มีผล ${printDay(effectiveOn, 'th')} ในเดือน ${printMonth(month, 'th')} ที่ ${by} ${HOW_IN_THAI[how]}${restates ? ' เป็นการปรับปรุงย้อนหลังที่ไม่มีผู้อื่นอนุมัติ' : ''}`,
      },
      project: account.project,
      fiscalYear: account.fiscalYear,
      effectiveOn,
      people: peopleOf(event),
      events: [at, event.position],
    }),
  ];
}

const isApprovedRestatement = (event: AuditedAccountEvent): boolean =>
  event.decision?.restates !== undefined && isApprovedByAnother(event);
