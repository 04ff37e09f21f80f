import { defineTexts } from '../../texts/texts.ts';

export const markTexts = defineTexts({
  verified: {
    th: 'ตรวจยืนยันแล้วถึงลำดับ {position} · {time} · {verifier}',
    en: 'Verified up to position {position} · {time} · {verifier}',
  },
  stale: {
    th: 'ตรวจยืนยันครั้งล่าสุดถึงลำดับ {position} · {age} · {verifier}',
    en: 'Last verified up to position {position} · {age} · {verifier}',
  },
  findings: {
    th: 'การตรวจยืนยันล่าสุดพบข้อผิดปกติ {count} ข้อ',
    en: 'The last verification found {count, plural, one {# fault} other {# faults}}',
  },
  failed: { th: 'การตรวจยืนยันล่าสุดทำไม่สำเร็จ', en: 'The last verification could not be completed' },
  never: { th: 'ยังไม่เคยตรวจยืนยัน — ใช้คำสั่ง obligo verify', en: 'Never verified — run obligo verify' },
  underway: { th: 'กำลังตรวจยืนยัน', en: 'Verification under way' },
  hours: { th: '{count} ชั่วโมงก่อน', en: '{count, plural, one {# hour} other {# hours}} ago' },
  days: { th: '{count} วันก่อน', en: '{count, plural, one {# day} other {# days}} ago' },
});
