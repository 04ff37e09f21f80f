import { defineTexts } from '../../texts/texts.ts';

export const attemptsTexts = defineTexts({
  title: { th: 'รายการที่ถูกปฏิเสธ', en: 'Refused attempts' },
  all: { th: 'ของทุกคน · เก็บไว้ {days} วัน', en: 'Of everybody · kept for {days} days' },
  own: { th: 'ของท่านเท่านั้น · เก็บไว้ {days} วัน', en: 'Your own only · kept for {days} days' },
  none: { th: 'ไม่มีรายการที่ถูกปฏิเสธตามตัวกรองนี้', en: 'No refused attempts for this filter' },
  text: { th: 'ข้อความ', en: 'Text' },
  who: { th: 'ผู้ทำรายการ', en: 'Who' },
  code: { th: 'รหัสการปฏิเสธ', en: 'Refusal' },
  project: { th: 'โครงการ', en: 'Project' },
  since: { th: 'ตั้งแต่วันที่', en: 'Since' },
  until: { th: 'ถึงวันที่', en: 'Until' },
  filter: { th: 'กรอง', en: 'Filter' },
  clear: { th: 'ล้างตัวกรอง', en: 'Clear' },
  at: { th: 'เวลา', en: 'Time' },
  what: { th: 'รายการ', en: 'What' },
  why: { th: 'เหตุที่ปฏิเสธ', en: 'Why' },
  short: { th: 'ขาด (บาท)', en: 'Missing (baht)' },
  body: { th: 'สิ่งที่ส่ง', en: 'What was sent' },
  next: { th: 'ถัดไป', en: 'Next' },
  newest: { th: 'ล่าสุด', en: 'Newest' },
});
