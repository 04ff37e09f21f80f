import { defineTexts } from '../../texts/texts.ts';

export const accountsTexts = defineTexts({
  caption: {
    th: 'บัญชีงบประมาณปี {year}: {count} โครงการ',
    en: 'Budget accounts of {year}: {count, plural, one {# project} other {# projects}}',
  },
  project: { th: 'โครงการ', en: 'Project' },
  name: { th: 'ชื่อ', en: 'Name' },
  nameEn: { th: 'ชื่อภาษาอังกฤษ', en: 'Name in English' },
  change: { th: 'ทำรายการ', en: 'Post' },
  open: { th: 'เปิดบัญชีโครงการใหม่', en: 'Open the account of a project' },
  close: { th: 'ปิดสิ้นปี', en: 'Close at year-end' },
  none: {
    th: 'ปีงบประมาณ {year} ยังไม่มีบัญชี เริ่มด้วยการเปิดบัญชีโครงการหรือนำเข้า',
    en: 'Fiscal year {year} has no accounts yet. Begin by opening one, or import.',
  },
});
