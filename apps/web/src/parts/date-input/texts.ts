import { defineTexts } from '../../texts/texts.ts';

export const dateTexts = defineTexts({
  day: { th: 'วัน', en: 'Day' },
  month: { th: 'เดือน', en: 'Month' },
  year: { th: 'ปี', en: 'Year' },
  echo: {
    th: '{date} ({iso}), ไตรมาส {quarter} ปีงบประมาณ {fiscalYear}',
    en: '{date} ({iso}), quarter {quarter} of fiscal year {fiscalYear}',
  },
  hint: { th: 'เช่น 30 ธ.ค. 2568', en: 'Such as 30 Dec 2568 or 30 12 2025' },
  unread: { th: 'ยังอ่านวันที่นี้ไม่ได้', en: 'This is no date yet' },
});
