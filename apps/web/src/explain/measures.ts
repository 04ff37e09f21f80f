import { defineTexts } from '../texts/texts.ts';

/** What the measures of the ledger are called; keys as the API writes them. */
export const measureTexts = defineTexts({
  budget: { th: 'งบประมาณ', en: 'Budget' },
  plan: { th: 'แผน', en: 'Plan' },
  spent: { th: 'รวมใช้ไป', en: 'Spent' },
  disbursed: { th: 'เบิกจ่าย', en: 'Disbursed' },
  committed: { th: 'ผูกพัน', en: 'Committed' },
  available: { th: 'คงเหลือ', en: 'Available' },
  estimated: { th: 'ประมาณการ', en: 'Estimated' },
  released: { th: 'อนุมัติเงินประจำงวด', en: 'Released' },
  original: { th: 'งบประมาณเดิม', en: 'Original' },
  supplement: { th: 'งบประมาณเพิ่มเติม', en: 'Supplements' },
  cut: { th: 'ปรับลด', en: 'Cuts' },
  transfer: { th: 'โอนเปลี่ยนแปลง', en: 'Transfers' },
  'brought-forward': { th: 'ยกมาจากปีก่อน', en: 'Brought forward' },
  'carried-forward': { th: 'กันไปปีถัดไป', en: 'Carried forward' },
  returned: { th: 'ส่งคืน', en: 'Returned' },
  lapsed: { th: 'พับ', en: 'Lapsed' },
  'pre-committed': { th: 'จองงบ', en: 'Pre-committed' },
  accepted: { th: 'ตรวจรับแล้วรอจ่าย', en: 'Accepted, unpaid' },
  advanced: { th: 'เงินยืมค้างชำระ', en: 'Open advances' },
  'spent-variance': { th: 'Δแผน ของรวมใช้ไป', en: 'Spent less plan' },
  'disbursed-variance': { th: 'Δแผน ของเบิกจ่าย', en: 'Disbursed less plan' },
  ordered: { th: 'ยอดตั้งต้นและที่เพิ่ม', en: 'Ordered' },
  'document-released': { th: 'คืนและลดลง', en: 'Given back' },
  amount: { th: 'ยอดเอกสาร', en: 'Amount' },
  used: { th: 'เอกสารถัดไปใช้แล้ว', en: 'Used by later documents' },
  outstanding: { th: 'คงค้าง', en: 'Outstanding' },
});

/** How each figure comes about, in words. */
export const formulaTexts = defineTexts({
  budget: {
    th: 'จัดสรร + เพิ่มเติม ± ปรับลดและโอนเปลี่ยนแปลง + ยกมา − กันไป ส่งคืน และพับ',
    en: 'allocations ± supplements, cuts and transfers + brought forward − carried forward, returned and lapsed',
  },
  plan: { th: 'แผนการใช้จ่ายฉบับล่าสุด', en: 'the plan as last revised' },
  disbursed: {
    th: 'เบิกจ่าย + เงินยืม − กลับรายการ เงินส่งคืน และเงินยืมที่คืน ± แก้ไข',
    en: 'disbursements + advances − reversals, refunds and returned advances ± corrections',
  },
  committed: {
    th: 'ก่อหนี้ผูกพัน ± แก้ไขสัญญา − คืนผูกพัน − เบิกจ่ายจากผูกพัน ± แก้ไข',
    en: 'commitments ± amendments − releases − disbursements against commitments ± corrections',
  },
  spent: { th: 'เบิกจ่าย + ผูกพัน', en: 'disbursed + committed' },
  available: { th: 'งบประมาณ − จองงบ − รวมใช้ไป', en: 'budget − pre-committed − spent' },
  estimated: { th: 'ยอดประมาณการ', en: 'estimates' },
  released: { th: 'อนุมัติเงินประจำงวดจากที่จัดสรร', en: 'releases of allocated budget' },
  original: { th: 'จัดสรรครั้งแรก', en: 'first allocations' },
  supplement: { th: 'งบประมาณเพิ่มเติม', en: 'supplements' },
  cut: { th: 'ยอดปรับลด ตามเครื่องหมาย', en: 'cuts, with their sign' },
  transfer: { th: 'โอนเข้า − โอนออก', en: 'transfers in − transfers out' },
  'brought-forward': { th: 'ยกมาจากปีก่อน', en: 'what came from the year before' },
  'carried-forward': { th: 'กันไปปีถัดไป ตามเครื่องหมาย', en: 'what went to the next year, with its sign' },
  returned: { th: 'ส่งคืนเมื่อสิ้นปี ตามเครื่องหมาย', en: 'what was given back at year-end, with its sign' },
  lapsed: { th: 'พับเมื่อสิ้นปี ตามเครื่องหมาย', en: 'what lapsed, with its sign' },
  'pre-committed': { th: 'คำขอ − คืนคำขอ − ที่ก่อหนี้แล้ว', en: 'requests − releases − what was ordered on them' },
  accepted: {
    th: 'ตรวจรับ − กลับรายการ − เบิกจ่ายตามการตรวจรับ',
    en: 'acceptances − reversals − disbursements against acceptances',
  },
  advanced: { th: 'เงินยืม − ส่งใช้ − คืนเงิน', en: 'advances − clearings − returns' },
  'spent-variance': { th: 'รวมใช้ไป − แผน', en: 'spent − plan' },
  'disbursed-variance': { th: 'เบิกจ่าย − แผน', en: 'disbursed − plan' },
  ordered: { th: 'ยอดตั้งต้นและทุกรายการที่เพิ่มยอด', en: 'the document and all that raised it' },
  'document-released': { th: 'ทุกรายการที่ลดยอดเอกสาร', en: 'all that lowered the document' },
  amount: { th: 'ยอดตั้งต้นและที่เพิ่ม − คืนและลดลง', en: 'ordered − given back' },
  used: { th: 'ยอดที่เอกสารถัดไปใช้ไป', en: 'what later documents have taken' },
  outstanding: { th: 'ยอดเอกสาร − ตรวจรับรอจ่าย − ใช้แล้ว', en: 'amount − accepted, unpaid − used' },
});

export type MeasureName = keyof typeof measureTexts;

/** The name under which a measure is told; what a document gave back is not what a budget released. */
export function measureName(measure: string, ofDocument = false): MeasureName {
  const name = ofDocument && measure === 'released' ? 'document-released' : measure;
  return name in measureTexts ? (name as MeasureName) : 'amount';
}
