import { defineTexts } from '../../../texts/texts.ts';

export const faultTexts = defineTexts({
  missing: { th: 'กรอก{field}', en: 'Enter: {field}' },
  malformed: { th: '{field}: อ่านไม่ได้', en: '{field}: this cannot be read' },
  row: { th: 'รายการที่ {row} · ', en: 'Line {row} · ' },
  or: { th: ' หรือ ', en: ' or ' },
  'typed-amount-missing': { th: 'กรอก{field}', en: 'Enter: {field}' },
  'typed-amount-malformed': {
    th: '{field}: ไม่ใช่จำนวนเงิน พิมพ์เช่น 1,234,567.89',
    en: '{field}: this is no amount. Type it like 1,234,567.89.',
  },
  'typed-amount-ambiguous': {
    th: '{field}: อ่านได้หลายแบบ ({ways}) พิมพ์เช่น 1,234,567.89',
    en: '{field}: this can be read as {ways}. Type it like 1,234,567.89.',
  },
  'typed-amount-too-fine': { th: '{field}: มีเศษของสตางค์', en: '{field}: this holds a part of a satang' },
  'typed-amount-out-of-range': {
    th: '{field}: มากเกินกว่าที่ระบบเก็บได้',
    en: '{field}: this is more than can be held',
  },
  'typed-date-missing': { th: 'กรอก{field}', en: 'Enter: {field}' },
  'typed-date-malformed': {
    th: '{field}: อ่านวันที่ไม่ได้ พิมพ์เช่น 30 ธ.ค. 2568',
    en: '{field}: this is no date. Type it like 30 Dec 2568.',
  },
  'typed-date-year-unclear': {
    th: '{field}: ปีไม่ใช่ พ.ศ. หรือ ค.ศ. ที่ใช้ได้',
    en: '{field}: the year is neither Buddhist nor Christian',
  },
  'typed-date-not-in-calendar': { th: '{field}: ไม่มีวันนี้ในปฏิทิน', en: '{field}: there is no such day' },
  'whole-number-malformed': { th: '{field}: กรอกเป็นจำนวนเต็ม', en: '{field}: enter a whole number' },
  'json-malformed': { th: '{field}: ไม่ใช่ JSON', en: '{field}: this is not JSON' },
  'outside-year': {
    th: '{field}: อยู่นอกปีงบประมาณของแบบฟอร์ม แก้วันที่หรือยืนยันด้านล่าง',
    en: '{field}: this lies outside the fiscal year of the form. Change it, or confirm it below.',
  },
});
