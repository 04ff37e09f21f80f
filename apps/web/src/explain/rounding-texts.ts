import { defineTexts } from '../texts/texts.ts';

export const roundingTexts = defineTexts({
  rounded: {
    th: '{measure}: ตัวเลขที่พิมพ์รวมกันต่างจากยอดรวม {difference} ล้านบาท เพราะปัดเศษแต่ละช่องจากค่าจริง',
    en: '{measure}: the printed figures differ from the total by {difference} million baht, since each is rounded from its exact value.',
  },
});
