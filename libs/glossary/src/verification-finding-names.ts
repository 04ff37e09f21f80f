import type { Bilingual } from './term.ts';

/** What a verification found, in a few words, by code. */
export const VERIFICATION_FINDING_NAMES = {
  'manifest-mismatch': {
    th: 'ไฟล์ในชุดหลักฐานไม่ตรงกับใบกำกับ',
    en: 'A file is not the one that the manifest names',
  },
  'event-malformed': { th: 'รายการมีรูปแบบไม่ถูกต้อง', en: 'An event is malformed' },
  'not-canonical': {
    th: 'ข้อมูลของรายการไม่อยู่ในรูปแบบมาตรฐาน',
    en: 'Data of an event are not in their canonical form',
  },
  'revision-gap': { th: 'ลำดับรายการในบัญชีขาดช่วงหรือซ้ำ', en: 'A revision does not follow the one before it' },
  'link-broken': { th: 'รายการไม่ต่อจากรายการก่อนหน้า', en: 'An event does not continue the one before it' },
  'duplicate-event': { th: 'รายการเดียวกันอยู่ในบันทึกสองครั้ง', en: 'An event stands in the log twice' },
  'booked-at-goes-back': { th: 'เวลาลงบัญชีย้อนไปก่อนรายการก่อนหน้า', en: 'A booking time goes back' },
  'recorded-at-goes-back': { th: 'เวลาบันทึกย้อนไปก่อนรายการก่อนหน้า', en: 'A recording time goes back' },
  'tree-mismatch': {
    th: 'รายการไม่ตรงกับที่ลงนามไว้ในจุดตรวจ',
    en: 'The events are not those under the checkpoint',
  },
  'checkpoint-malformed': { th: 'จุดตรวจมีรูปแบบไม่ถูกต้อง', en: 'A checkpoint is malformed' },
  'signature-wrong': { th: 'ลายเซ็นของจุดตรวจไม่ถูกต้อง', en: 'A signature of a checkpoint is wrong' },
  'key-unknown': { th: 'จุดตรวจไม่ได้ลงนามด้วยกุญแจที่รู้จัก', en: 'No known key signed a checkpoint' },
  'key-not-current': { th: 'ลงนามด้วยกุญแจที่เลิกใช้แล้ว', en: 'A key signed after its end' },
  'keys-differ': { th: 'รายชื่อกุญแจไม่ตรงกับที่ลงนามจริง', en: 'The keys are not those that signed' },
  'consistency-broken': { th: 'จุดตรวจขัดแย้งกับจุดตรวจที่เก็บไว้', en: 'A checkpoint contradicts one that was kept' },
  'checkpoint-beyond-log': {
    th: 'จุดตรวจครอบคลุมรายการที่ไม่มีในบันทึก',
    en: 'A checkpoint covers more than the log holds',
  },
  'totals-differ': { th: 'ยอดรวมไม่ตรงกับผลรวมของรายการ', en: 'Totals are not the sums of the events' },
  'event-unknown': { th: 'โปรแกรมรุ่นนี้ไม่รู้จักรายการชนิดนี้', en: 'This version does not know the event' },
  'decision-differs': { th: 'ตัดสินซ้ำแล้วได้ผลต่างจากที่บันทึก', en: 'The decision, taken again, is another one' },
  'decision-missing': { th: 'ไม่พบคำสั่งที่ทำให้เกิดรายการ', en: 'Nothing says what was asked' },
  'log-unreadable': { th: 'อ่านแฟ้มบันทึกไม่ได้', en: 'The log cannot be read' },
  'log-damaged': { th: 'แฟ้มบันทึกเสียหายหรือถูกแก้โครงสร้าง', en: 'The file of the log is damaged or was changed' },
  'rows-missing': { th: 'รายการหายไปจากบันทึก', en: 'Events are gone from the log' },
  'seals-differ': { th: 'ข้อมูลการลงนามไม่ตรงกับบันทึก', en: 'The seals are not those of the log' },
  'time-stamp-wrong': { th: 'การรับรองเวลาไม่ใช่ของจุดตรวจนี้', en: 'A time-stamp is not one of its checkpoint' },
  'read-model-differs': {
    th: 'ข้อมูลสำหรับรายงานไม่ตรงกับที่ได้จากบันทึก',
    en: 'A read model is not what the events give',
  },
} as const satisfies Record<string, Bilingual>;

/** What a finding is called; nothing for a code that this program does not know. */
export const verificationFindingName = (code: string): Bilingual | undefined =>
  Object.hasOwn(VERIFICATION_FINDING_NAMES, code)
    ? VERIFICATION_FINDING_NAMES[code as keyof typeof VERIFICATION_FINDING_NAMES]
    : undefined;
