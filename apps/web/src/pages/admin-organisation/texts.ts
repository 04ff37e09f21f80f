import { defineTexts } from '../../texts/texts.ts';

export const organisationTexts = defineTexts({
  code: { th: 'รหัส', en: 'Code' },
  name: { th: 'ชื่อ', en: 'Name' },
  nameEn: { th: 'ชื่อภาษาอังกฤษ', en: 'Name in English' },
  calendar: { th: 'ปีงบประมาณเริ่มเดือน', en: 'Fiscal year begins in' },
  quarters: { th: 'ไตรมาส', en: 'Quarters' },
  quartersSaid: {
    th: 'ไตรมาส 1 {q1} · ไตรมาส 2 {q2} · ไตรมาส 3 {q3} · ไตรมาส 4 {q4}',
    en: 'Q1 {q1} · Q2 {q2} · Q3 {q3} · Q4 {q4}',
  },
  era: { th: 'ศักราช', en: 'Era' },
  BE: { th: 'พุทธศักราช', en: 'Buddhist era' },
  CE: { th: 'คริสต์ศักราช', en: 'Christian era' },
  timeZone: { th: 'เขตเวลา', en: 'Time zone' },
  currency: { th: 'สกุลเงิน', en: 'Currency' },
  THB: { th: 'บาท ทศนิยมสองตำแหน่ง', en: 'Baht, two decimals' },
  language: { th: 'ภาษาของรายงาน', en: 'Language of reports' },
  th: { th: 'ไทย', en: 'Thai' },
  en: { th: 'อังกฤษ', en: 'English' },
  negatives: { th: 'ค่าลบ', en: 'Negative amounts' },
  negativesSaid: {
    th: 'ในตารางและรายงานใช้วงเล็บ เช่น {sample} ใน CSV และ API ใช้เครื่องหมายลบ',
    en: 'In parentheses in tables and reports, such as {sample}; with a minus in CSV and the API',
  },
  unit: { th: 'หน่วยในรายงาน', en: 'Unit of reports' },
  unitSaid: {
    th: 'ล้านบาท 4 ตำแหน่ง ปัดครึ่งขึ้นจากค่าจริง ผลรวมคิดจากค่าจริง',
    en: 'Million baht with four decimals, rounded half-up; totals come from exact amounts',
  },
  fixed: {
    th: 'ค่าเหล่านี้กำหนดครั้งเดียวตอนขึ้นทะเบียน เปลี่ยนไม่ได้ เพราะจะทำให้ไตรมาสของรายการเดิมเลื่อน',
    en: 'These are fixed when the organisation is registered. They cannot change: the quarters of what is recorded would move.',
  },
  none: {
    th: 'ยังไม่ขึ้นทะเบียนหน่วยงาน หากบันทึกรายการแรกโดยไม่ขึ้นทะเบียน ระบบใช้ปฏิทินงบประมาณไทย',
    en: 'No organisation is registered yet. One that posts without it gets the Thai fiscal calendar.',
  },
  register: { th: 'ขึ้นทะเบียนหน่วยงาน', en: 'Register an organisation' },
  registered: { th: 'หน่วยงาน {name}', en: 'Organisation {name}' },
});
