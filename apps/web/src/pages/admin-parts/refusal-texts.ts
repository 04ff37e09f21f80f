import { defineTexts } from '../../texts/texts.ts';

/** Refusals of accounts, roles and settings in the words of the pages, by code. Others are said as the ledger says them. */
export const refusalTexts = defineTexts({
  'sign-in-refused': {
    th: 'ชื่อผู้ใช้ รหัสผ่าน หรือรหัสยืนยันไม่ถูกต้อง หรือบัญชีถูกปิด',
    en: 'The name, the password or the code is wrong, or the account is closed.',
  },
  'sign-in-paused': {
    th: 'ลองผิดหลายครั้งเกินไป รอสักครู่แล้วลองใหม่ เวลารอจะนานขึ้นทุกครั้ง',
    en: 'Too many wrong attempts. Wait a while and try again; each wait is longer.',
  },
  'sign-in-busy': {
    th: 'ขณะนี้มีผู้เข้าสู่ระบบพร้อมกันมาก ลองใหม่อีกครั้ง',
    en: 'Many people are signing in at this moment. Try again.',
  },
  'second-factor-code-missing': {
    th: 'กรอกรหัสหกหลักจากแอปยืนยันตัวตน',
    en: 'Enter the six digits that your authenticator shows.',
  },
  'second-factor-needed': {
    th: 'ต้องเข้าสู่ระบบด้วยรหัสยืนยันก่อนจึงจะเปลี่ยนได้',
    en: 'Sign in with the second factor first.',
  },
  'password-too-weak': {
    th: 'รหัสผ่านต้องยาว 12 ถึง 256 ตัวอักษร ไม่ใช่คำที่เดาง่าย และไม่ใช่ชื่อผู้ใช้',
    en: 'A password has 12 to 256 characters, is not easy to guess, and is not the name of the account.',
  },
  'one-time-code-wrong': {
    th: 'รหัสใช้ครั้งเดียวไม่ถูกต้อง ใช้ไปแล้ว หรือหมดอายุ ขอรหัสใหม่',
    en: 'The one-time code is wrong, used or expired. Ask for a new one.',
  },
  'name-malformed': {
    th: 'ชื่อผู้ใช้ใช้ตัวอักษร ตัวเลข จุด ขีด และขีดล่าง ไม่เกิน 32 ตัว ไม่ใช่อีเมล',
    en: 'A name has up to 32 letters, digits, dots, hyphens and underscores. It is no e-mail address.',
  },
  'name-taken': {
    th: 'มีหรือเคยมีบัญชีชื่อนี้แล้ว ใช้ชื่ออื่น',
    en: 'There is, or was, an account of this name. Choose another.',
  },
  'name-in-use': {
    th: 'มีหรือเคยมีโทเคนชื่อนี้แล้ว ใช้ชื่ออื่น',
    en: 'There is, or was, a token of this name. Choose another.',
  },
  'already-set-up': { th: 'สมุดนี้มีผู้ดูแลระบบแล้ว', en: 'The ledger has an administrator already.' },
  'set-up-code-missing': {
    th: 'กรอกรหัสใช้ครั้งเดียวที่ระบบพิมพ์ไว้ตอนเริ่ม',
    en: 'Enter the one-time code that the service printed when it started.',
  },
  'roles-apart': {
    th: 'บทบาทนี้อยู่ร่วมกับบทบาทเดิมไม่ได้: ผู้ทำรายการต้องไม่ใช่ผู้ดูแล ผู้ตรวจสอบ หรือผู้ดูแลเครื่อง',
    en: 'These roles do not go together: who records does not administer, audit or operate.',
  },
  'role-granted-already': {
    th: 'บัญชีนี้มีบทบาทนี้ในขอบเขตเดียวกันอยู่แล้ว',
    en: 'The account has the role already, on the same terms.',
  },
  'last-administrator': {
    th: 'ต้องมีผู้ดูแลระบบอย่างน้อยหนึ่งคนเสมอ',
    en: 'Somebody must always administer the accounts.',
  },
  'limits-not-for-role': {
    th: 'บทบาทนี้ครอบคลุมทั้งสมุด จำกัดได้เฉพาะวันที่',
    en: 'This role is over the whole ledger: only days limit it.',
  },
  'policy-unchanged': {
    th: 'นโยบายเหมือนฉบับปัจจุบัน ไม่มีอะไรเปลี่ยน',
    en: 'The policy is what it was. Nothing changes.',
  },
  'rules-unchanged': { th: 'ตารางสิทธิ์ไม่เปลี่ยน', en: 'The rule table is what it was.' },
  'duty-missing': {
    th: 'ต้องมีหน้าที่นี้ก่อนจึงจะทำได้ ขอให้ผู้รักษานโยบายมอบหน้าที่',
    en: 'This takes a duty that you do not have. Whoever keeps the policy can give it.',
  },
  'duty-last-holder': {
    th: 'ต้องมีผู้รักษานโยบายอย่างน้อยหนึ่งคนโดยไม่มีวันสิ้นสุด',
    en: 'Somebody must keep the policy, from today without end.',
  },
  'period-not-ended': {
    th: 'งวดยังไม่สิ้นสุด ปิดได้เพียงชั่วคราว',
    en: 'The period has not ended: it can be closed softly only.',
  },
  'control-reason-missing': { th: 'บอกเหตุผลที่เปิดงวด', en: 'Say why the period is reopened.' },
  'sign-on-refused': {
    th: 'ผู้ให้บริการยืนยันตัวตนไม่อนุญาต หรือใช้เวลานานเกินไป ลองเริ่มใหม่',
    en: 'The identity provider refused, or it took too long. Begin again.',
  },
  'account-closed': { th: 'บัญชีนี้ถูกปิด', en: 'The account is closed.' },
  'role-missing': {
    th: 'บัญชีของท่านไม่มีบทบาทสำหรับเรื่องนี้',
    en: 'Your account has no role for this.',
  },
});
