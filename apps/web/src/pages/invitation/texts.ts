import { defineTexts } from '../../texts/texts.ts';

export const invitationTexts = defineTexts({
  title: { th: 'ตั้งรหัสผ่านด้วยรหัสเชิญ', en: 'Choose a password with an invitation' },
  what: {
    th: 'ผู้ดูแลระบบส่งรหัสเชิญให้ท่าน รหัสใช้ได้ครั้งเดียวภายใน 72 ชั่วโมง ไม่มีใครอื่นรู้รหัสผ่านที่ท่านตั้ง',
    en: 'An administrator gave you a one-time code, good for 72 hours. Nobody else ever knows the password that you choose.',
  },
  code: { th: 'รหัสเชิญ', en: 'One-time code' },
  password: { th: 'รหัสผ่านใหม่', en: 'New password' },
  send: { th: 'ตั้งรหัสผ่านและเข้าสู่ระบบ', en: 'Choose the password and sign in' },
});
