import { defineTexts } from '../../texts/texts.ts';

export const amountTexts = defineTexts({
  echo: { th: '{grouped} บาท · {million} ล้านบาท', en: '{grouped} baht · {million} million baht' },
  ambiguous: {
    th: 'อ่านได้หลายแบบ: {ways} พิมพ์ใหม่ เช่น 1,234,567.89',
    en: 'This can be read as {ways}. Type it like 1,234,567.89.',
  },
  ambiguousNoWay: {
    th: 'อ่านจำนวนเงินนี้ไม่แน่ชัด พิมพ์ใหม่ เช่น 1,234,567.89',
    en: 'This amount is not clear. Type it like 1,234,567.89.',
  },
  or: { th: ' หรือ ', en: ' or ' },
});
