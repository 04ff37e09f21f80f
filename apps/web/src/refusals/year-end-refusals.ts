import { defineTexts } from '../texts/texts.ts';

/** Of the end of a fiscal year: money that is reserved, carried over or lapses. */
export const yearEndRefusals = defineTexts({
  'agreement-missing': {
    th: 'กรอกเลขที่ความตกลงกับกระทรวงการคลังสำหรับการขยายเวลาเบิกจ่าย',
    en: 'Name the agreement with the ministry of finance.',
  },
  'brought-forward-already': {
    th: 'ยกเงินของรายการหรือเอกสารนี้มาจากปีก่อนแล้ว',
    en: 'The money of this line or document of the year before is brought forward already.',
  },
  'brought-forward-unknown': {
    th: 'ไม่ได้ยกเงินของรายการหรือเอกสารนี้มาจากปีก่อน',
    en: 'Nothing of this line or document of the year before was brought forward.',
  },
  'brought-forward-used': {
    th: 'เอกสารที่ยกมาถูกใช้ต่อไปแล้ว กลับรายการเหล่านั้นก่อน',
    en: 'The document that was brought forward was worked with since. Take that back first.',
  },
  'date-before-step': {
    th: 'วันที่อยู่ก่อนขั้นตอนก่อนหน้า ใช้วันที่ {expected} เป็นต้นไป',
    en: 'The date lies before the step that it follows; use {expected} or later.',
  },
  'document-already-reserved': {
    th: 'กันเงินของเอกสารนี้ไว้แล้ว เลขที่ {reservation}',
    en: 'The money of the document is reserved already, by {reservation}.',
  },
  'not-the-next-year': {
    th: 'ยกเงินได้จากปีงบประมาณหนึ่งไปปีถัดไปเท่านั้น',
    en: 'Money is carried to the next fiscal year, and to no other.',
  },
  'reservation-already-confirmed': {
    th: 'ยืนยันการกันเงินนี้แล้วถึง {until} เปลี่ยนได้ด้วยการขยายเวลา',
    en: 'The reservation is confirmed until {until}: its time can only be extended.',
  },
  'reservation-exists': {
    th: 'มีรายการกันเงินเลขที่นี้แล้ว',
    en: 'There is a reservation of this number already.',
  },
  'reservation-expired': {
    th: 'เลยกำหนดเบิกจ่ายของเงินที่กันไว้ {until} ขยายเวลาก่อน',
    en: 'The reservation ended on {until}; extend it first.',
  },
  'reservation-in-use': {
    th: 'มีเอกสาร {document} ที่อาศัยการกันเงินนี้ กลับรายการนั้นก่อน',
    en: 'The document {document} stands on this reservation. Take it back first.',
  },
  'reservation-lapsed': { th: 'เงินที่กันไว้พับไปแล้ว', en: 'The reservation has lapsed.' },
  'reservation-not-confirmed': {
    th: 'ยังไม่ได้ยืนยันการกันเงินนี้',
    en: 'The reservation is not confirmed yet.',
  },
  'reservation-not-expired': {
    th: 'เงินที่กันไว้ยังเบิกได้ถึง {until} พับได้หลังวันนั้น',
    en: 'The reservation runs until {until}; it lapses after that day.',
  },
  'reservation-unknown': { th: 'ไม่พบรายการกันเงินเลขที่นี้', en: 'There is no reservation of this number.' },
  'until-out-of-range': {
    th: 'วันสุดท้ายของการเบิกจ่าย {until} เร็วเกินไป หรือเกินกว่าที่กำหนดได้',
    en: 'The last day of disbursement, {until}, is too early, or later than it may be.',
  },
  'year-end-out-of-order': {
    th: 'กลับขั้นตอนสิ้นปีที่ทำภายหลังก่อน',
    en: 'A later step of the year-end has to be taken back first.',
  },
  'year-end-step-unknown': {
    th: 'ไม่มีขั้นตอนสิ้นปีนี้ให้กลับ',
    en: 'The year-end has no such step that could be taken back.',
  },
});
