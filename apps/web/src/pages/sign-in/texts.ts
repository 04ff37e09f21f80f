import { defineTexts } from '../../texts/texts.ts';

export const signInTexts = defineTexts({
  title: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  product: { th: 'สมุดงบประมาณ Obligo', en: 'Obligo, the budget ledger' },
  name: { th: 'ชื่อผู้ใช้', en: 'Name' },
  password: { th: 'รหัสผ่าน', en: 'Password' },
  show: { th: 'แสดงรหัสผ่าน', en: 'Show the password' },
  code: { th: 'รหัสหกหลักจากแอปยืนยันตัวตน', en: 'Six digits of your authenticator' },
  send: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
  signOn: { th: 'เข้าสู่ระบบด้วยบัญชีของหน่วยงาน', en: 'Sign in with the account of your organisation' },
  or: { th: 'หรือ', en: 'or' },
  ended: {
    th: 'การเข้าสู่ระบบสิ้นสุดแล้ว เข้าสู่ระบบอีกครั้งเพื่อทำต่อ สิ่งที่กรอกไว้ยังอยู่',
    en: 'Your session has ended. Sign in again to go on; what you typed is still there.',
  },
  back: { th: 'เข้าสู่ระบบแล้วจะกลับไปที่หน้าเดิม', en: 'After signing in you come back to the page you asked for.' },
  forgot: {
    th: 'ลืมรหัสผ่าน: ขอรหัสเชิญใหม่จากผู้ดูแลระบบ แล้วตั้งรหัสผ่านที่หน้านี้',
    en: 'Forgot the password? Ask an administrator for a new invitation and choose a password here',
  },
  invitation: { th: 'ใช้รหัสเชิญ', en: 'Use an invitation' },
  notSetUp: {
    th: 'สมุดนี้ยังไม่มีผู้ดูแลระบบ เริ่มด้วยการตั้งค่าครั้งแรก',
    en: 'This ledger has no administrator yet. Begin with the set-up.',
  },
  setUp: { th: 'ตั้งค่าครั้งแรก', en: 'Set up' },
  language: { th: 'ภาษา', en: 'Language' },
});
