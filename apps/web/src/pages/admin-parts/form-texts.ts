import { defineTexts } from '../../texts/texts.ts';

/** What forms of accounts and settings share. */
export const formTexts = defineTexts({
  wrong: { th: 'มีบางอย่างไม่ถูกต้อง', en: 'Something is not right' },
  titleWrong: { th: 'ผิดพลาด: ', en: 'Error: ' },
  needed: { th: 'กรอก{field}', en: 'Enter {field}' },
  noAnswer: {
    th: 'ระบบไม่ตอบ จึงยังไม่ทราบว่าทำแล้วหรือไม่ ตรวจสอบเครือข่ายแล้วลองใหม่',
    en: 'The ledger did not answer, so it is not known whether this was done. Check the network and try again.',
  },
  cancel: { th: 'ยกเลิก', en: 'Cancel' },
  back: { th: 'กลับไปแก้ไข', en: 'Back to the form' },
  reason: { th: 'เหตุผล', en: 'Reason' },
  optional: { th: '(ไม่บังคับ)', en: '(optional)' },
  copy: { th: 'คัดลอก', en: 'Copy' },
  copied: { th: 'คัดลอกแล้ว', en: 'Copied' },
});
