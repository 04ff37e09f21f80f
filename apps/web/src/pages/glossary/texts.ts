import { defineTexts } from '../../texts/texts.ts';

export const glossaryTexts = defineTexts({
  title: { th: 'อภิธานศัพท์', en: 'Glossary' },
  search: { th: 'ค้นหาคำหรือความหมาย', en: 'Search words and meanings' },
  found: { th: 'พบ {count} คำ', en: '{count, plural, one {# word} other {# words}} found' },
  none: { th: 'ไม่พบคำนี้ ลองคำที่สั้นลง', en: 'No such word. Try a shorter one.' },
  authority: { th: 'งบประมาณและอำนาจใช้จ่าย', en: 'Budget and the authority to spend' },
  spending: { th: 'แผน ผูกพัน และเบิกจ่าย', en: 'Planning, obliging and paying' },
  'year-end': { th: 'สิ้นปีและงวดบัญชี', en: 'Year-end and periods' },
  performance: { th: 'ตัวชี้วัดและผลงาน', en: 'Indicators and results' },
  ledger: { th: 'สมุดรายการและการควบคุม', en: 'The ledger and its control' },
  varies: {
    th: 'แต่ละหน่วยงานหรือระเบียบอาจใช้ต่างกัน ควรตรวจสอบก่อนอ้างอิง',
    en: 'Organisations and rules differ on this word. Ask before you rely on it.',
  },
  all: { th: 'เปิดอภิธานศัพท์ทั้งหมด', en: 'Open the whole glossary' },
});
