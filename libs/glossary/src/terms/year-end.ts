import { terms } from '../term.ts';

/** What becomes of money when the year ends. */
export const yearEnd = terms({
  'carry-over': {
    name: { th: 'กันเงินไว้เบิกเหลื่อมปี', en: 'Carry-over reservation' },
    meaning: {
      th: 'เก็บเงินไว้เบิกจ่ายในปีถัดไป กรณีมีหนี้ผูกพันต้องมีสัญญาก่อนสิ้นปี กรณีไม่มีหนี้ต้องขออนุมัติเป็นพิเศษ',
      en: 'Money kept for payment in the next year. With an obligation, the contract exists before the end of the year; without one, it takes a special approval.',
    },
  },
  'reservation-document': {
    name: { th: 'เอกสารสำรองเงิน', en: 'Fund-reservation document' },
    meaning: {
      th: 'เอกสารในระบบคลังที่กันเงินซึ่งเบิกจ่ายไม่ทันสิ้นปี',
      en: 'A document of the treasury system for money that cannot be paid by the end of the year.',
    },
  },
  'extension-of-time': {
    name: { th: 'ขยายเวลาเบิกจ่าย', en: 'Extension of disbursement time' },
    meaning: {
      th: 'ยืดเวลาเบิกจ่ายเงินกันไปในปีถัดไป โดยปกติไม่เกินหกเดือน',
      en: 'More time for reserved money in the next year, usually six months at most.',
    },
    varies: true,
  },
  lapse: {
    name: { th: 'พับ / ตกไป', en: 'Lapse' },
    meaning: { th: 'อำนาจใช้จ่ายสิ้นสุดและยกไปไม่ได้', en: 'The authority to spend ends and is not carried.' },
  },
  'period-close': {
    name: { th: 'ปิดงวด', en: 'Period close' },
    meaning: {
      th: 'เดือนที่ปิดแล้วไม่รับรายการใดนอกจากการแก้ไขย้อนหลังที่มีผู้มีหน้าที่อนุมัติ ปิดชั่วคราวรับได้เฉพาะผู้มีหน้าที่',
      en: 'A closed month takes nothing but approved restatements. A softly closed one takes postings of those whose duty it is.',
    },
  },
  'advance-across-years': {
    name: { th: 'เงินยืมคาบเกี่ยว', en: 'Advance across year-end' },
    meaning: {
      th: 'เงินของปีนี้ที่ยืมไปทำงานของปีหน้า มีกำหนดส่งใช้นับจาก 1 ตุลาคม',
      en: 'Money of this year lent for work of the next; it is due so many days after 1 October.',
    },
    varies: true,
  },
});
