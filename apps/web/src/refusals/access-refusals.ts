import { defineTexts } from '../texts/texts.ts';

/** Of signing in, accounts, roles and rights. */
export const accessRefusals = defineTexts({
  'not-signed-in': { th: 'ยังไม่ได้เข้าสู่ระบบ', en: 'Nobody is signed in.' },
  'not-set-up': {
    th: 'สมุดนี้ยังไม่มีผู้ดูแลระบบ เริ่มด้วยการตั้งค่าครั้งแรก',
    en: 'The ledger has no administrator yet. Begin with the set-up.',
  },
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
  'sign-on-refused': {
    th: 'ผู้ให้บริการยืนยันตัวตนไม่อนุญาต หรือใช้เวลานานเกินไป ลองเริ่มใหม่',
    en: 'The identity provider refused, or it took too long. Begin again.',
  },
  'sign-on-unavailable': {
    th: 'ผู้ให้บริการยืนยันตัวตนไม่ตอบ ลองใหม่ภายหลัง หรือใช้รหัสผ่าน',
    en: 'The identity provider does not answer. Try again later, or sign in by a password.',
  },
  'token-refused': {
    th: 'การเข้าสู่ระบบหมดอายุหรือถูกยกเลิก เข้าสู่ระบบอีกครั้ง',
    en: 'The sign-in has expired or was revoked. Sign in again.',
  },
  'second-factor-code-missing': {
    th: 'กรอกรหัสหกหลักจากแอปยืนยันตัวตน',
    en: 'Enter the six digits that your authenticator shows.',
  },
  'second-factor-needed': {
    th: 'ต้องเข้าสู่ระบบด้วยรหัสยืนยันก่อนจึงจะทำได้',
    en: 'Sign in with the second factor first.',
  },
  'second-factor-not-begun': {
    th: 'ยังไม่ได้เริ่มตั้งค่ารหัสยืนยัน เริ่มใหม่',
    en: 'No secret waits to be confirmed. Begin again.',
  },
  'csrf-token-missing': {
    th: 'หน้านี้เปิดไว้ก่อนเข้าสู่ระบบครั้งล่าสุด โหลดหน้าใหม่แล้วลองอีกครั้ง',
    en: 'This page was opened before the last sign-in. Load it again.',
  },
  'password-too-weak': {
    th: 'รหัสผ่านต้องยาว 12 ถึง 256 ตัวอักษร ไม่ใช่คำที่เดาง่าย และไม่ใช่ชื่อผู้ใช้',
    en: 'A password has 12 to 256 characters, is not easy to guess, and is not the name of the account.',
  },
  'one-time-code-wrong': {
    th: 'รหัสใช้ครั้งเดียวไม่ถูกต้อง ใช้ไปแล้ว หรือหมดอายุ ขอรหัสใหม่',
    en: 'The one-time code is wrong, used or expired. Ask for a new one.',
  },
  'not-an-account': {
    th: 'บัญชีนี้ไม่ได้เข้าสู่ระบบด้วยรหัสผ่านของสมุดนี้',
    en: 'This account has no password and no second factor of this ledger.',
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
  'person-unknown': { th: 'ไม่มีบัญชีชื่อนี้', en: 'There is no account of this name.' },
  'account-unknown': { th: 'ไม่มีบัญชีหรือโทเคนชื่อนี้', en: 'There is no account or token of this name.' },
  'account-closed': { th: 'บัญชีนี้ถูกปิด', en: 'The account is closed.' },
  'account-erased': {
    th: 'ข้อมูลของบัญชีนี้ถูกลบแล้ว เปิดอีกไม่ได้',
    en: 'Everything of the account is erased; it stays closed.',
  },
  'account-not-closed': { th: 'บัญชีนี้เปิดอยู่', en: 'The account is open.' },
  'already-set-up': { th: 'สมุดนี้มีผู้ดูแลระบบแล้ว', en: 'The ledger has an administrator already.' },
  'set-up-code-missing': {
    th: 'กรอกรหัสใช้ครั้งเดียวที่ระบบพิมพ์ไว้ตอนเริ่ม',
    en: 'Enter the one-time code that the service printed when it started.',
  },
  'role-missing': { th: 'บัญชีของท่านไม่มีบทบาทสำหรับเรื่องนี้', en: 'Your account has no role for this.' },
  'outside-your-limits': {
    th: 'รายการนี้อยู่นอกขอบเขตสิทธิ์ของท่าน',
    en: 'This lies outside what was granted to you.',
  },
  'administrator-posts-nothing': {
    th: 'ผู้ดูแลระบบบันทึกหรืออนุมัติรายการไม่ได้ ต้องให้ผู้อื่นทำ',
    en: 'Whoever administers accounts records and approves nothing; another must do it.',
  },
  'roles-apart': {
    th: 'บทบาทนี้อยู่ร่วมกับบทบาทเดิมไม่ได้: ผู้ทำรายการต้องไม่ใช่ผู้ดูแล ผู้ตรวจสอบ หรือผู้ดูแลเครื่อง',
    en: 'These roles do not go together: who records does not administer, audit or operate.',
  },
  'role-granted-already': {
    th: 'บัญชีนี้มีบทบาทนี้ในขอบเขตเดียวกันอยู่แล้ว',
    en: 'The account has the role already, on the same terms.',
  },
  'grant-unknown': {
    th: 'บทบาทนี้ถูกถอนหรือสิ้นสุดแล้ว',
    en: 'The role was withdrawn, or has ended.',
  },
  'last-administrator': {
    th: 'ต้องมีผู้ดูแลระบบอย่างน้อยหนึ่งคนเสมอ',
    en: 'Somebody must always administer the accounts.',
  },
  'limits-malformed': {
    th: 'ขอบเขตที่กำหนดไม่ถูกต้อง',
    en: 'A limit of the grant is not of the expected form.',
  },
  'limits-not-for-role': {
    th: 'บทบาทนี้ครอบคลุมทั้งสมุด จำกัดได้เฉพาะวันที่',
    en: 'This role is over the whole ledger: only days limit it.',
  },
  'service-only-reads': {
    th: 'โทเคนของระบบอ่านได้เท่านั้น ให้บทบาทที่บันทึก อนุมัติ หรือดูแลไม่ได้',
    en: 'A service token reads; it has no role that records, approves or administers.',
  },
  'subject-malformed': {
    th: 'ให้บทบาทได้แก่บัญชีหรือโทเคนของระบบเท่านั้น',
    en: 'A role is given to an account or a service token.',
  },
  'rules-malformed': {
    th: 'ตารางสิทธิ์มีส่วนที่ขาด ไม่รู้จัก หรือรูปแบบไม่ถูกต้อง',
    en: 'A part of the rule table is missing, unknown or not of the expected form.',
  },
  'rules-unchanged': { th: 'ตารางสิทธิ์ไม่เปลี่ยน', en: 'The rule table is what it was.' },
});
