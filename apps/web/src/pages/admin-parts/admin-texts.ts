import { defineTexts } from '../../texts/texts.ts';

/** What all pages of settings share. */
export const adminTexts = defineTexts({
  admin: { th: 'ตั้งค่า', en: 'Settings' },
  people: { th: 'ผู้ใช้', en: 'People' },
  roles: { th: 'บทบาทและสิทธิ์', en: 'Roles' },
  tokens: { th: 'โทเคนของระบบ', en: 'Service tokens' },
  policy: { th: 'นโยบายและหน้าที่', en: 'Policy and duties' },
  periods: { th: 'งวดบัญชี', en: 'Periods' },
  accounts: { th: 'บัญชีงบประมาณ', en: 'Budget accounts' },
  organisation: { th: 'หน่วยงาน', en: 'Organisation' },
  health: { th: 'สถานะระบบ', en: 'Health' },
  past: {
    th: 'กำลังดูข้อมูลในอดีต จึงเปลี่ยนค่าไม่ได้ กลับสู่ปัจจุบันก่อน',
    en: 'This shows the past, so nothing can be changed here. Go back to now first.',
  },
  nowOnly: {
    th: 'ข้อมูลนี้แสดงสถานะปัจจุบันเสมอ แม้กำลังดูอดีต',
    en: 'This shows how things are now, even while the rest of the page shows the past.',
  },
  review: { th: 'ตรวจทาน', en: 'Review' },
  willDo: { th: 'สิ่งที่จะเกิดขึ้น', en: 'What will happen' },
  done: { th: 'บันทึกแล้ว', en: 'Recorded' },
  close: { th: 'ปิดหน้าต่าง', en: 'Close this window' },
  inAccessLog: {
    th: 'ลำดับ {position} ในสมุดสิทธิ์',
    en: 'Position {position} in the log of access rules',
  },
  receipt: { th: 'เปิดใบรับรายการ {position}', en: 'Open receipt {position}' },
  nothing: { th: 'ไม่มีรายการ', en: 'There is nothing here.' },
});
