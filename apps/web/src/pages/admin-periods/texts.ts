import { defineTexts } from '../../texts/texts.ts';

export const periodsTexts = defineTexts({
  caption: { th: 'งวดบัญชีของปีงบประมาณ {year}', en: 'Periods of fiscal year {year}' },
  quarter: { th: 'ไตรมาส', en: 'Quarter' },
  month: { th: 'เดือน', en: 'Month' },
  state: { th: 'สถานะ', en: 'State' },
  change: { th: 'จัดการ', en: 'Change' },
  open: { th: 'เปิด', en: 'Open' },
  'soft-closed': { th: 'ปิดชั่วคราว', en: 'Softly closed' },
  closed: { th: 'ปิดแล้ว', en: 'Closed' },
  how: {
    th: 'ปิดชั่วคราวรับได้เฉพาะผู้มีหน้าที่ ปิดแล้วรับเฉพาะการแก้ไขย้อนหลังที่ได้รับอนุมัติ',
    en: 'A softly closed period takes postings of those whose duty it is. A closed one takes approved restatements only.',
  },
  whole: { th: 'ทั้งไตรมาส', en: 'The whole quarter' },
  wholeYear: { th: 'ทั้งปี', en: 'The whole year' },
  softClose: { th: 'ปิดชั่วคราว', en: 'Close softly' },
  close: { th: 'ปิดงวด', en: 'Close' },
  reopen: { th: 'เปิดงวดใหม่', en: 'Reopen' },
  willSoftClose: {
    th: 'ปิด {period} ชั่วคราว: รับเฉพาะผู้มีหน้าที่บันทึกหลังปิดชั่วคราว',
    en: 'Close {period} softly: only those whose duty it is may post into it',
  },
  willClose: {
    th: 'ปิด {period}: ไม่รับรายการใดนอกจากการแก้ไขย้อนหลังที่ได้รับอนุมัติ',
    en: 'Close {period}: nothing but approved restatements reaches it',
  },
  willReopen: { th: 'เปิด {period} ให้บันทึกได้อีกครั้ง', en: 'Open {period} for postings again' },
  did: { th: 'บันทึกสถานะของ {period} แล้ว', en: 'The state of {period} is recorded.' },
  noRole: {
    th: 'การปิดและเปิดงวดต้องมีบทบาทผู้รับผิดชอบงบประมาณ',
    en: 'Closing and reopening takes the role of budget owner.',
  },
});
