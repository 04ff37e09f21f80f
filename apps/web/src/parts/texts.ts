import { defineTexts } from '../texts/texts.ts';

export const partTexts = defineTexts({
  loading: { th: 'กำลังโหลด …', en: 'Loading …' },
  explain: { th: 'ที่มาของ {amount}', en: 'Explain {amount}' },
  million: { th: 'หน่วย : ล้านบาท', en: 'Unit: million baht' },
  baht: { th: 'หน่วย : บาท', en: 'Unit: baht' },
  failed: { th: 'เปิดข้อมูลไม่สำเร็จ', en: 'This could not be read' },
  nothingRecorded: { th: 'ไม่มีการบันทึกรายการใด ๆ', en: 'Nothing was recorded.' },
  noAnswer: {
    th: 'ระบบไม่ตอบ ตรวจสอบเครือข่ายแล้วลองใหม่',
    en: 'The ledger did not answer. Check the network and try again.',
  },
  retry: { th: 'ลองใหม่', en: 'Try again' },
  reference: { th: 'รหัสอ้างอิง {reference}', en: 'Reference {reference}' },
  code: { th: 'รหัส {code}', en: 'Code {code}' },
  noRight: { th: 'ไม่มีสิทธิ์ดูหน้านี้', en: 'You may not see this' },
  neededRoles: { th: 'ต้องมีบทบาท: {roles}', en: 'Needed role: {roles}' },
  close: { th: 'ปิด', en: 'Close' },
  done: { th: 'สำเร็จ', en: 'Done' },
  onPlan: { th: 'เป็นไปตามแผน', en: 'On plan' },
  notStarted: { th: 'ยังไม่เริ่ม', en: 'Not started' },
  late: { th: 'ล่าช้า', en: 'Late' },
  restated: { th: 'เดิม {amount}', en: 'earlier {amount}' },
  legend: {
    th: '«-» ไม่มีแผนหรือรายการ · «0.0000» ศูนย์จริง · «…» ยังไม่ทราบ ณ เวลานั้น · ตัวเลขในวงเล็บเป็นค่าลบ',
    en: '“-” nothing planned or posted · “0.0000” a true zero · “…” not known at that time · figures in parentheses are negative',
  },
  past: { th: 'กำลังดูข้อมูลตามที่ทราบ ณ {moment}', en: 'Shown as known at {moment}' },
  pastTitle: { th: 'ย้อนหลัง: ', en: 'Past: ' },
  table: { th: 'ตาราง เลื่อนดูได้', en: 'Table, can be scrolled' },
});
