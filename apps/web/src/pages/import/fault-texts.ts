import type { Fault } from '../../sheets/faults.ts';
import { type Language } from '../../texts/language.ts';
import { defineTexts, say, type Text } from '../../texts/texts.ts';

/** Faults of cells in the words of the pages, by code. Others are said as the ledger says them. */
const texts = defineTexts({
  'cell-missing': { th: 'ยังไม่ได้กรอก', en: 'It is empty.' },
  'cell-too-long': { th: 'ข้อความยาวเกินไป', en: 'The text is too long.' },
  'cell-without-column': {
    th: 'มีข้อความ “{given}” เกินหัวตาราง จำนวนเงินอาจถูกตัดที่เครื่องหมายจุลภาค กรอกช่องนี้ใหม่',
    en: '“{given}” stands beyond the columns of the header; a comma may have cut an amount in two. Type this cell anew.',
  },
  'cell-not-a-choice': { th: 'ไม่ใช่คำที่รับ', en: 'This is none of the words that are taken.' },
  'cell-not-a-code': { th: 'ไม่ใช่เลขที่หรือรหัสที่รับได้', en: 'This is no number or code.' },
  'cell-not-a-figure': { th: 'ไม่ใช่ตัวเลข', en: 'This is no figure.' },
  'cell-not-a-year': { th: 'ไม่ใช่ปีงบประมาณ', en: 'This is no fiscal year.' },
  'cell-not-a-quarter': { th: 'ไม่ใช่ไตรมาส 1 ถึง 4', en: 'This is no quarter.' },
  'typed-amount-malformed': { th: 'ไม่ใช่จำนวนเงิน', en: 'This is no amount.' },
  'typed-amount-ambiguous': { th: 'อ่านได้มากกว่าหนึ่งแบบ', en: 'This can be read in more than one way.' },
  'typed-amount-too-fine': { th: 'ละเอียดเกินสตางค์', en: 'This has a part of a satang.' },
  'typed-amount-out-of-range': { th: 'จำนวนเงินมากเกินไป', en: 'This is too large.' },
  'typed-date-malformed': { th: 'ไม่ใช่วันที่', en: 'This is no date.' },
  'typed-date-year-unclear': {
    th: 'ปีไม่ชัดว่าเป็น พ.ศ. หรือ ค.ศ.',
    en: 'The year is neither Buddhist nor Christian.',
  },
  'typed-date-not-in-calendar': { th: 'ไม่มีวันนี้ในปฏิทิน', en: 'There is no such day.' },
  'budget-exceeded': {
    th: 'งบไม่พอ ขาด {shortBy} บาท (คงเหลือ {available})',
    en: 'The line is short by {shortBy} baht ({available} available).',
  },
  'commitment-exceeded': { th: 'เกินยอดผูกพันที่เหลือ', en: 'More than is outstanding of the commitment.' },
  'request-exceeded': { th: 'เกินยอดจองที่เหลือ', en: 'More than is outstanding of the request.' },
  'acceptance-exceeded': { th: 'เกินยอดตรวจรับที่ยังไม่จ่าย', en: 'More than is unpaid of the acceptance.' },
  'amount-not-positive': { th: 'จำนวนเงินต้องมากกว่าศูนย์', en: 'The amount must be above zero.' },
  'account-not-open': { th: 'ไม่มีบัญชีของโครงการนี้ในปีงบประมาณ', en: 'The project has no account in this year.' },
  'account-already-open': { th: 'เปิดบัญชีโครงการนี้แล้ว', en: 'The account is open already.' },
  'line-not-in-account': {
    th: 'โครงการไม่มีงบในแหล่งเงินและหมวดนี้',
    en: 'The project has no budget on this line.',
  },
  'line-differs-from-commitment': {
    th: 'ไม่ตรงกับรายการของใบสั่งหรือสัญญา',
    en: 'This is not the line of the commitment.',
  },
  'commitment-exists': { th: 'เลขที่นี้มีอยู่แล้ว', en: 'This number is taken.' },
  'commitment-unknown': { th: 'ไม่พบใบสั่งหรือสัญญาเลขที่นี้', en: 'There is no commitment of this number.' },
  'request-exists': { th: 'เลขที่นี้มีอยู่แล้ว', en: 'This number is taken.' },
  'request-unknown': { th: 'ไม่พบคำขอเลขที่นี้', en: 'There is no request of this number.' },
  'acceptance-exists': { th: 'เลขที่นี้มีอยู่แล้ว', en: 'This number is taken.' },
  'acceptance-unknown': { th: 'ไม่พบการตรวจรับเลขที่นี้', en: 'There is no acceptance of this number.' },
  'disbursement-exists': { th: 'เลขที่นี้มีอยู่แล้ว', en: 'This number is taken.' },
  'date-outside-fiscal-year': { th: 'วันที่อยู่นอกปีงบประมาณ', en: 'The date lies outside the fiscal year.' },
  'date-before-document': { th: 'วันที่อยู่ก่อนเอกสารต้นทาง', en: 'The date lies before the document it draws on.' },
  'date-before-commitment': { th: 'วันที่อยู่ก่อนใบสั่งหรือสัญญา', en: 'The date lies before the commitment.' },
  'period-closed': { th: 'งวดนี้ปิดแล้ว', en: 'The month is closed.' },
  'period-soft-closed': { th: 'งวดนี้ปิดเบื้องต้นแล้ว', en: 'The month is closed softly.' },
  'approval-needed': { th: 'ต้องมีผู้อนุมัติก่อน', en: 'This needs approval.' },
  'plan-already-set': { th: 'มีแผนแล้ว ใช้แผ่น «ปรับแผน»', en: 'There is a plan; use a sheet of revisions.' },
  'plan-not-set': { th: 'ยังไม่มีแผนให้ปรับ', en: 'There is no plan to revise.' },
  'plan-unchanged': { th: 'แผนเหมือนเดิม', en: 'The plan is unchanged.' },
  'plan-exceeds-budget': { th: 'แผนรวมเกินงบประมาณ', en: 'The plan adds up to more than the budget.' },
  'plan-quarter-locked': { th: 'ไตรมาสที่จบแล้วแก้แผนไม่ได้', en: 'A quarter that has ended stays as planned.' },
  'reason-missing': { th: 'ต้องระบุเหตุผล', en: 'A reason is needed.' },
  'role-missing': { th: 'ไม่มีสิทธิ์บันทึกรายการนี้', en: 'You may not record this.' },
  'outside-your-limits': { th: 'อยู่นอกขอบเขตสิทธิ์ของคุณ', en: 'This lies outside your limits.' },
});

/** A fault in the language of the page; the ledger's own words where the page has none. */
export function sayFault(
  { code, message, details }: Fault,
  language: Language,
): { text: string; own: boolean } {
  const known = (texts as Readonly<Record<string, Text>>)[code];
  if (!known) return { text: message, own: false };
  const values = Object.fromEntries(
    ['shortBy', 'available', 'given'].map((name) => [name, textOf(details[name])] as const),
  );
  return { text: say(known, language, values), own: true };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '-');

/** Other ways in which the text of a cell may be meant. */
export function couldMean({ details }: Fault): readonly string[] {
  const ways = details['couldMean'];
  return Array.isArray(ways) ? ways.filter((way) => typeof way === 'string') : [];
}
