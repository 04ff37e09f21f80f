import { defineTexts } from '../../texts/texts.ts';

export const setUpTexts = defineTexts({
  title: { th: 'ตั้งค่าครั้งแรก', en: 'Set up the ledger' },
  what: {
    th: 'ตั้งผู้ดูแลระบบคนแรก ผู้ดูแลระบบเปิดบัญชีให้ผู้อื่นและมอบบทบาท แต่ไม่บันทึกหรืออนุมัติรายการงบประมาณ',
    en: 'Name the first administrator, who opens accounts for others and gives them roles, and neither records nor approves anything.',
  },
  code: { th: 'รหัสใช้ครั้งเดียว', en: 'One-time code' },
  codeHow: {
    th: 'ระบบพิมพ์รหัสนี้ไว้ตอนเริ่มทำงาน ใช้ได้ 24 ชั่วโมง',
    en: 'The service printed it when it started. It counts for 24 hours.',
  },
  name: { th: 'ชื่อผู้ใช้', en: 'Name of the account' },
  nameHow: {
    th: 'ชื่อนี้อยู่ในรายการตลอดไป จึงไม่ใช้อีเมล',
    en: 'It stands in the records for ever, so no e-mail address.',
  },
  displayName: { th: 'ชื่อที่แสดง', en: 'Name to show' },
  password: { th: 'รหัสผ่าน', en: 'Password' },
  passwordHow: {
    th: '12 ถึง 256 ตัวอักษร ใช้วลีที่จำได้ดีกว่าคำสั้น ๆ ที่ซับซ้อน',
    en: '12 to 256 characters. A phrase that you remember is better than a short riddle.',
  },
  show: { th: 'แสดงรหัสผ่าน', en: 'Show the password' },
  send: { th: 'ตั้งเป็นผู้ดูแลระบบคนแรก', en: 'Become the first administrator' },
  done: {
    th: 'สมุดนี้มีผู้ดูแลระบบแล้ว',
    en: 'This ledger has an administrator already.',
  },
  signIn: { th: 'เข้าสู่ระบบ', en: 'Sign in' },
});
