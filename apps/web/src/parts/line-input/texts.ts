import { defineTexts } from '../../texts/texts.ts';

export const lineTexts = defineTexts({
  choose: { th: 'เลือกรายการ', en: 'Choose a line' },
  other: { th: 'รายการอื่น …', en: 'Another line …' },
  fundSource: { th: 'แหล่งเงิน', en: 'Fund source' },
  category: { th: 'หมวดรายจ่าย', en: 'Expenditure category' },
  available: { th: 'คงเหลือขณะนี้ {amount} บาท', en: 'Available now: {amount} baht' },
});
