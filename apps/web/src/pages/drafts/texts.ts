import { defineTexts } from '../../texts/texts.ts';

export const draftsTexts = defineTexts({
  title: { th: 'แบบร่างของฉัน', en: 'My drafts' },
  none: { th: 'ไม่มีแบบร่าง', en: 'No drafts' },
  begin: { th: 'เริ่มทำรายการ', en: 'Begin a posting' },
  caption: { th: 'แบบร่างที่ยังไม่ได้ส่ง', en: 'Drafts that are not sent' },
  name: { th: 'รายการ', en: 'Draft' },
  changed: { th: 'แก้ไขล่าสุด', en: 'Last changed' },
  age: { th: 'อายุ', en: 'Age' },
  days: {
    th: '{n, plural, =0 {วันนี้} other {# วัน}}',
    en: '{n, plural, =0 {today} one {# day} other {# days}}',
  },
  act: { th: 'จัดการ', en: 'Act' },
  discard: { th: 'ทิ้ง', en: 'Throw away' },
  discardOf: { th: 'ทิ้ง {title}', en: 'Throw away {title}' },
});
