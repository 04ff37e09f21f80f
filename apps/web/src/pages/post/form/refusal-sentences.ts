import type { ApiProblem } from '../../../api/problem.ts';
import { sayAmount } from '../../../texts/amounts.ts';
import type { Language } from '../../../texts/language.ts';
import { defineTexts, say } from '../../../texts/texts.ts';

/** Refusals that officers meet, in their words. The values are amounts in baht, already grouped. */
const texts = defineTexts({
  'budget-exceeded': {
    th: 'งบประมาณไม่พอ: ขอใช้ {requested} บาท คงเหลือ {available} บาท ขาด {shortBy} บาท',
    en: 'Not enough budget: {requested} baht is asked, {available} is available, {shortBy} is missing.',
  },
  'ceiling-exceeded': {
    th: 'เกินเพดานของงวด: ขอใช้ {requested} บาท เหลือ {available} บาท ขาด {shortBy} บาท',
    en: 'Above the ceiling of the period: {requested} baht is asked, {available} is left, {shortBy} is missing.',
  },
  'commitment-exceeded': {
    th: 'เกินยอดผูกพันคงเหลือของสัญญา: ขอใช้ {requested} บาท คงเหลือ {outstanding} บาท เกิน {shortBy} บาท',
    en: 'More than what is outstanding of the order: {requested} baht is asked, {outstanding} is outstanding, {shortBy} is too much.',
  },
  'request-exceeded': {
    th: 'เกินยอดที่จองไว้: ขอใช้ {requested} บาท คงเหลือ {outstanding} บาท เกิน {shortBy} บาท',
    en: 'More than what is left of the request: {requested} baht is asked, {outstanding} is left, {shortBy} is too much.',
  },
  'acceptance-exceeded': {
    th: 'เกินยอดที่ตรวจรับและยังไม่จ่าย: ขอใช้ {requested} บาท คงเหลือ {outstanding} บาท เกิน {shortBy} บาท',
    en: 'More than what is accepted and not paid: {requested} baht is asked, {outstanding} is unpaid, {shortBy} is too much.',
  },
  'approval-needed': {
    th: 'รายการนี้ต้องได้รับอนุมัติก่อน ส่งขออนุมัติแทนการบันทึก',
    en: 'This needs approval: hand it in instead of recording it.',
  },
  'period-closed': {
    th: 'งวดของวันที่นี้ปิดแล้ว เปลี่ยนวันที่มีผล หรือบันทึกเป็นการปรับปรุงงวดที่ปิด',
    en: 'The period of this date is closed. Choose another date, or restate the period.',
  },
  'period-soft-closed': {
    th: 'งวดของวันที่นี้ปิดชั่วคราว เฉพาะผู้มีหน้าที่บันทึกได้',
    en: 'The period of this date is closed softly: only those whose duty it is post into it.',
  },
  'idempotency-key-reused': {
    th: 'แบบฟอร์มนี้บันทึกไปแล้วด้วยข้อมูลอื่น จึงไม่บันทึกซ้ำ เปิดแบบฟอร์มใหม่หากต้องการบันทึกอีกรายการ',
    en: 'This form was recorded before with other content, so nothing is recorded. Begin a new form for another posting.',
  },
  'account-not-open': {
    th: 'โครงการนี้ยังไม่มีบัญชีในปีงบประมาณนี้',
    en: 'The project has no account in this fiscal year.',
  },
  'line-not-in-account': {
    th: 'โครงการนี้ไม่มีรายการงบประมาณนี้ จัดสรรหรือโอนก่อน',
    en: 'The project has no such line. Allocate to it or transfer first.',
  },
  'commitment-exists': { th: 'มีสัญญาหรือใบสั่งซื้อเลขที่นี้แล้ว', en: 'There is an order of this number already.' },
  'commitment-unknown': { th: 'ไม่พบสัญญาหรือใบสั่งซื้อเลขที่นี้', en: 'There is no order of this number.' },
  'request-exists': { th: 'มีใบขอจองงบเลขที่นี้แล้ว', en: 'There is a request of this number already.' },
  'request-unknown': { th: 'ไม่พบใบขอจองงบเลขที่นี้', en: 'There is no request of this number.' },
  'acceptance-exists': { th: 'มีใบตรวจรับเลขที่นี้แล้ว', en: 'There is an acceptance of this number already.' },
  'acceptance-unknown': { th: 'ไม่พบใบตรวจรับเลขที่นี้', en: 'There is no acceptance of this number.' },
  'disbursement-exists': { th: 'มีฎีกาเลขที่นี้แล้ว', en: 'There is a voucher of this number already.' },
  'disbursement-unknown': { th: 'ไม่พบฎีกาเลขที่นี้', en: 'There is no voucher of this number.' },
  'document-in-use': {
    th: 'มีรายการอื่นอ้างถึงเอกสารนี้อยู่ กลับรายการเหล่านั้นก่อน',
    en: 'Other postings stand on this document. Reverse them first.',
  },
  'already-reversed': { th: 'กลับรายการนี้ไปแล้ว', en: 'This is reversed already.' },
  'document-reversed': { th: 'เอกสารนี้ถูกกลับรายการแล้ว', en: 'The document is reversed.' },
  'nothing-outstanding': { th: 'เอกสารนี้ไม่มียอดคงค้าง', en: 'Nothing is outstanding of this document.' },
  'date-outside-fiscal-year': {
    th: 'วันที่อยู่นอกปีงบประมาณของบัญชี',
    en: 'The date lies outside the fiscal year of the account.',
  },
  'date-before-document': { th: 'วันที่อยู่ก่อนวันที่ของเอกสารเดิม', en: 'The date lies before that of the document.' },
  'date-before-commitment': { th: 'วันที่อยู่ก่อนวันที่ของสัญญา', en: 'The date lies before that of the order.' },
  'year-closed': { th: 'ปิดปีงบประมาณของโครงการนี้แล้ว', en: 'The year of this project is closed.' },
  'cut-below-used': { th: 'ลดต่ำกว่าที่ใช้ไปแล้วไม่ได้', en: 'Budget that is used cannot be cut.' },
  'plan-exceeds-budget': { th: 'แผนรวมเกินงบประมาณ', en: 'The plan is more than the budget.' },
  'plan-already-set': { th: 'มีแผนแล้ว ใช้การปรับแผนแทน', en: 'There is a plan already: revise it.' },
  'plan-unchanged': { th: 'แผนเหมือนเดิม', en: 'The plan is what it was.' },
  'role-missing': { th: 'บัญชีของท่านไม่มีบทบาทสำหรับรายการนี้', en: 'Your account has no role for this.' },
  'outside-your-limits': {
    th: 'รายการนี้อยู่นอกขอบเขตสิทธิ์ของท่าน',
    en: 'This lies outside what was granted to you.',
  },
  'remark-empty': { th: 'กรอกข้อความหรือแนบหลักฐาน', en: 'Write something, or add a file.' },
  'evidence-added-already': {
    th: 'มีไฟล์นี้เป็นหลักฐานของรายการแล้ว',
    en: 'This file belongs to the posting already.',
  },
});

const AMOUNTS = ['requested', 'available', 'outstanding', 'shortBy'] as const;

/** A refusal in the words of the page; nothing for one that the ledger says best itself. */
export function refusalSentence({ code, body }: ApiProblem, language: Language): string | undefined {
  if (!Object.hasOwn(texts, code)) return undefined;
  const values = Object.fromEntries(
    AMOUNTS.map((name) => [name, typeof body[name] === 'string' ? sayAmount(body[name], 'baht') : '-']),
  );
  return say(texts[code as keyof typeof texts], language, values);
}
