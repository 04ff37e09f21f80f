import { defineTexts } from '../texts/texts.ts';

/** Of approvals, duties, periods, the policy and remarks. */
export const controlRefusals = defineTexts({
  'approval-not-needed': {
    th: 'เอกสารนี้ไม่ต้องขออนุมัติ บันทึกได้ทันที',
    en: 'The document needs no approval: it can be recorded at once.',
  },
  'approval-unknown': { th: 'ไม่พบเอกสารเลขที่นี้', en: 'There is no document of this number.' },
  'checker-approved-already': {
    th: 'ท่านอนุมัติเอกสารนี้ไปแล้ว ลำดับถัดไปต้องเป็นผู้อื่น',
    en: 'You approved the document already; the next approval is another’s.',
  },
  'control-reason-missing': { th: 'กรอกเหตุผล', en: 'Give a reason.' },
  'dates-reversed': {
    th: 'วันแรก {first} อยู่หลังวันสุดท้าย {last}',
    en: 'The first day, {first}, lies after the last, {last}.',
  },
  'delegation-to-oneself': {
    th: 'มอบหมายหน้าที่ให้ตนเองไม่ได้',
    en: 'A duty is lent to another, not to oneself.',
  },
  'document-empty': { th: 'เอกสารไม่มีรายการที่จะบันทึก', en: 'The document records nothing.' },
  'document-not-waiting': {
    th: 'เอกสาร {number} {standing, select, approved {อนุมัติ} refused {ส่งกลับ} withdrawn {ถอนคืน} other {พิจารณา}}แล้ว จึงพิจารณาอีกไม่ได้',
    en: 'The document {number} is {standing, select, refused {returned} other {{standing}}} already.',
  },
  'document-too-large': {
    th: 'เอกสารมีรายการหรือขั้นอนุมัติมากเกินไป แบ่งเป็นหลายฉบับ',
    en: 'The document holds more postings, or needs more approvals, than one may. Divide it.',
  },
  'duty-granted-already': {
    th: 'ผู้นี้มีหน้าที่นี้ในขอบเขตเดียวกันอยู่แล้ว',
    en: 'The holder has the duty already, on the same terms.',
  },
  'duty-last-holder': {
    th: 'ต้องมีผู้รักษานโยบายอย่างน้อยหนึ่งคนโดยไม่มีวันสิ้นสุด',
    en: 'Somebody must keep the policy, from today without end.',
  },
  'duty-missing': {
    th: '{upTo, select, none {ต้องมีหน้าที่ {duty} ก่อนจึงจะทำได้ ขอให้ผู้รักษานโยบายมอบหน้าที่} other {ท่านมีหน้าที่ {duty} ได้ไม่เกิน {upTo} บาท แต่เอกสารนี้ {amount} บาท}}',
    en: '{upTo, select, none {This takes the duty {duty}, which you do not have. Whoever keeps the policy can give it.} other {You have the duty {duty} up to {upTo} baht, and the document comes to {amount}.}}',
  },
  'duty-not-held': { th: 'ผู้นี้ไม่มีหน้าที่นี้', en: 'The holder does not have the duty.' },
  'evidence-added-already': {
    th: 'มีไฟล์นี้เป็นหลักฐานของรายการแล้ว',
    en: 'This file belongs to the posting already.',
  },
  'maker-is-checker': {
    th: 'ผู้จัดทำอนุมัติเอกสารของตนเองไม่ได้ ต้องให้ผู้อื่นอนุมัติ',
    en: 'Nobody approves a document that he made; another must approve it.',
  },
  'only-maker-withdraws': {
    th: 'ถอนเอกสารได้เฉพาะผู้จัดทำ {maker}',
    en: 'A document is withdrawn by its maker alone, {maker}.',
  },
  'period-already-so': {
    th: 'งวดอยู่ในสถานะนี้หรือเข้มกว่านี้แล้ว',
    en: 'The period is in this state already, or in a stricter one.',
  },
  'period-not-ended': {
    th: 'งวดยังไม่สิ้นสุด ปิดได้เพียงชั่วคราว',
    en: 'The period has not ended: it can be closed softly only.',
  },
  'period-unknown': {
    th: 'ไม่ใช่งวดของปีงบประมาณนี้',
    en: 'This is no period of the fiscal year.',
  },
  'policy-malformed': {
    th: 'นโยบายมีส่วนที่ขาด ไม่รู้จัก หรือรูปแบบไม่ถูกต้อง',
    en: 'A part of the policy is missing, unknown or not of the expected form.',
  },
  'policy-unchanged': {
    th: 'นโยบายเหมือนฉบับปัจจุบัน ไม่มีอะไรเปลี่ยน',
    en: 'The policy is what it was. Nothing changes.',
  },
  'remark-empty': { th: 'กรอกข้อความหรือแนบหลักฐาน', en: 'Write something, or add a file.' },
  'remarks-too-many': {
    th: 'หมายเหตุหรือไฟล์ของรายการนี้เต็มแล้ว',
    en: 'The posting takes no more remarks, or the remark no more files.',
  },
  'tier-not-due': {
    th: 'เอกสารเปลี่ยนไปรอผู้อนุมัติลำดับอื่นแล้ว ดูเอกสารอีกครั้ง',
    en: 'The document waits for another approval by now. Look at it again.',
  },
});
