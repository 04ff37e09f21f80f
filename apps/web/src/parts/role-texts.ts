import { defineTexts } from '../texts/texts.ts';

/** Roles and permissions in the words of the pages; the codes stand in rules and events. */
export const roleTexts = defineTexts({
  maker: { th: 'ผู้บันทึก', en: 'Maker' },
  checker: { th: 'ผู้อนุมัติ', en: 'Checker' },
  'budget-owner': { th: 'ผู้รับผิดชอบงบประมาณ', en: 'Budget owner' },
  auditor: { th: 'ผู้ตรวจสอบ', en: 'Auditor' },
  reader: { th: 'ผู้อ่านรายงาน', en: 'Reader' },
  administrator: { th: 'ผู้ดูแลระบบ', en: 'Administrator' },
  operator: { th: 'ผู้ดูแลเครื่อง', en: 'Operator' },
  'read-reports': { th: 'ดูรายงานทุกแบบ', en: 'Reports, in every form' },
  'read-journal': { th: 'ดูรายการ เอกสาร นโยบาย และงวด', en: 'Events, documents, policy, periods' },
  replay: { th: 'ประมวลย้อนหลังและดูข้อค้นพบ', en: 'Re-runs, audit findings, state of the log' },
  operate: { th: 'ดูและสร้างข้อมูลอ่านใหม่', en: 'State of the projections, making them again' },
  administer: { th: 'จัดการบัญชี บทบาท โทเคน ตารางสิทธิ์', en: 'Accounts, roles, tokens, the rule table' },
  'read-access': { th: 'ดูว่าใครทำอะไรได้', en: 'Who may what, now and on any day' },
  'read-readings': { th: 'ดูว่าใครเปิดดูอะไร', en: 'Who looked at what' },
});

export type RoleName =
  'maker' | 'checker' | 'budget-owner' | 'auditor' | 'reader' | 'administrator' | 'operator';
export const ROLE_NAMES: readonly RoleName[] = [
  'maker',
  'checker',
  'budget-owner',
  'auditor',
  'reader',
  'administrator',
  'operator',
];
