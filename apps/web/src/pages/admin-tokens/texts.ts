import { defineTexts } from '../../texts/texts.ts';

export const tokensTexts = defineTexts({
  issue: { th: 'ออกโทเคนใหม่', en: 'Issue a token' },
  caption: { th: 'โทเคนของระบบ {count} รายการ', en: '{count, plural, one {# token} other {# tokens}}' },
  none: {
    th: 'ยังไม่มีโทเคน โทเคนให้ระบบอื่นอ่านข้อมูลได้ตามบทบาทและขอบเขต ไม่บันทึกรายการ',
    en: 'No tokens yet. A token lets another system read within a role and its limits. It records nothing.',
  },
  name: { th: 'ชื่อระบบ', en: 'Name of the service' },
  nameHow: { th: 'เช่น dashboards ใช้ซ้ำไม่ได้', en: 'Such as dashboards. A name is never used again.' },
  role: { th: 'บทบาท', en: 'Role' },
  expires: { th: 'ใช้ได้ถึงวันที่', en: 'Counts until' },
  expiresHow: { th: 'ไม่เกินสองปีจากวันนี้', en: 'At most two years from today' },
  used: { th: 'ใช้ล่าสุด', en: 'Last used' },
  never: { th: 'ยังไม่เคยใช้', en: 'never' },
  state: { th: 'สถานะ', en: 'State' },
  active: { th: 'ใช้ได้', en: 'Active' },
  revoked: { th: 'ยกเลิกแล้ว', en: 'Revoked' },
  expired: { th: 'หมดอายุ', en: 'Expired' },
  createdBy: { th: 'ออกโดย', en: 'Issued by' },
  change: { th: 'จัดการ', en: 'Change' },
  revoke: { th: 'ยกเลิกโทเคน', en: 'Revoke' },
  willIssue: {
    th: 'ออกโทเคนชื่อ {name} ในบทบาท{role} ใช้ได้ถึง {day}',
    en: 'A token for {name} with the role {role}, good until {day}',
  },
  willShow: { th: 'โทเคนแสดงครั้งเดียว เก็บไว้ในที่ปลอดภัย', en: 'It is shown once; keep it safe' },
  actIssue: { th: 'ออกโทเคน {name}', en: 'Issue the token {name}' },
  shown: { th: 'โทเคนของ {name} แสดงครั้งเดียวนี้', en: 'The token of {name}. It is shown this once.' },
  willRevoke: {
    th: 'ยกเลิกโทเคน {name} และบทบาทของโทเคนทันที',
    en: 'Revoke the token {name} and end its roles at once',
  },
  didRevoke: { th: 'ยกเลิกโทเคน {name} แล้ว', en: 'The token {name} counts no more.' },
});
