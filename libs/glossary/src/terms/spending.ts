import { terms } from '../term.ts';

/** How money is planned, held, obliged and paid. */
export const spending = terms({
  plan: {
    name: { th: 'แผนการใช้จ่ายงบประมาณ', en: 'Spending plan' },
    meaning: {
      th: 'จำนวนเงินที่วางแผนจะใช้ในแต่ละไตรมาส ปรับแผนได้โดยแผนเดิมยังอยู่',
      en: 'What is planned to be spent in each quarter. It may be revised; the earlier plan stays.',
    },
  },
  'disbursement-plan': {
    name: { th: 'แผนการเบิกจ่าย', en: 'Disbursement plan' },
    meaning: {
      th: 'แผนว่าจะจ่ายเงินเมื่อใด บางหน่วยงานใช้ตัวเลขเดียวกับแผนการใช้จ่าย',
      en: 'When money is planned to be paid out. Some organisations use the figures of the spending plan.',
    },
    varies: true,
  },
  'pre-committed': {
    name: { th: 'จองงบ / กันวงเงิน', en: 'Pre-commitment / earmark' },
    meaning: {
      th: 'เงินที่กันไว้ให้คำขอที่อนุมัติแล้ว ยังไม่ก่อหนี้',
      en: 'Money held for a request that was approved, before any obligation.',
    },
  },
  committed: {
    name: { th: 'ผูกพัน', en: 'Commitment / obligation' },
    meaning: {
      th: 'หนี้ตามใบสั่งหรือสัญญาที่ยังไม่ได้เบิกจ่าย ในแต่ละไตรมาสเป็นการเปลี่ยนแปลงสุทธิจึงติดลบได้ ณ วันหนึ่งเป็นยอดคงค้าง',
      en: 'An obligation by order or contract that is not paid yet. Per quarter it is a net movement and may be negative; on a day it is what is outstanding.',
    },
  },
  'multi-year-commitment': {
    name: { th: 'ก่อหนี้ผูกพันข้ามปีงบประมาณ', en: 'Multi-year commitment' },
    meaning: {
      th: 'หนี้ผูกพันที่กินเวลาหลายปีงบประมาณ มีเกณฑ์อนุมัติของตนเอง',
      en: 'An obligation over several fiscal years, with an approval rule of its own.',
    },
  },
  'purchase-order': {
    name: { th: 'ใบสั่งซื้อ / ใบสั่งจ้าง', en: 'Purchase order' },
    meaning: { th: 'เอกสารสั่งซื้อหรือสั่งจ้างที่ก่อหนี้ผูกพัน', en: 'An order that commits money.' },
  },
  contract: {
    name: { th: 'สัญญา', en: 'Contract' },
    meaning: { th: 'ข้อตกลงที่เป็นฐานของหนี้ผูกพัน', en: 'An agreement on which a commitment rests.' },
  },
  acceptance: {
    name: { th: 'ตรวจรับ', en: 'Acceptance / inspection' },
    meaning: {
      th: 'การรับมอบงานหรือพัสดุ หนี้ถึงกำหนดจ่ายนับจากวันนี้',
      en: 'Work or goods are accepted: the obligation falls due, and the days until payment count.',
    },
  },
  'waiting-for-payment': {
    name: { th: 'รอจ่าย', en: 'Waiting for payment' },
    meaning: { th: 'ตรวจรับแล้วแต่ยังไม่ได้เบิกจ่าย', en: 'Accepted, and not yet disbursed.' },
  },
  'withdrawal-request': {
    name: { th: 'วางฎีกา / ขอเบิกเงินจากคลัง', en: 'Withdrawal request' },
    meaning: { th: 'คำขอให้คลังจ่ายเงิน', en: 'A request to the treasury to pay.' },
  },
  disbursed: {
    name: { th: 'เบิกจ่าย', en: 'Disbursement' },
    meaning: { th: 'เงินที่จ่ายออกไปแล้วจากงบประมาณ', en: 'Money paid out against the budget.' },
  },
  spent: {
    name: { th: 'ผลการใช้จ่าย / รวมใช้ไป', en: 'Spent' },
    meaning: { th: 'เบิกจ่ายบวกผูกพัน', en: 'Disbursed and committed together.' },
  },
  available: {
    name: { th: 'คงเหลือ', en: 'Available' },
    meaning: {
      th: 'งบประมาณหักจองงบ ผูกพัน และเบิกจ่าย คือส่วนที่ยังใช้ได้',
      en: 'Budget less pre-commitments, commitments and disbursements: what may still be used.',
    },
  },
  variance: {
    name: { th: 'ผลต่างจากแผน', en: 'Variance to plan' },
    meaning: {
      th: 'ผลจริงหักแผน ค่าบวกหมายถึงใช้มากกว่าแผน',
      en: 'Actual less plan. Positive means that more was used than planned.',
    },
  },
  remainder: {
    name: { th: 'เงินเหลือจ่าย', en: 'Released remainder' },
    meaning: {
      th: 'เงินที่เหลือหลังบรรลุวัตถุประสงค์ของรายการแล้ว',
      en: 'What is left after the purpose of an item is met.',
    },
  },
  'own-execution': {
    name: { th: 'ดำเนินการเอง', en: 'Own execution' },
    meaning: { th: 'ใช้จ่ายโดยไม่มีสัญญา', en: 'Spending without a contract.' },
  },
  'on-behalf': {
    name: { th: 'เบิกแทนกัน', en: 'Disbursement on behalf' },
    meaning: {
      th: 'หน่วยงานอื่นใช้งบประมาณของหน่วยงานนี้',
      en: 'Another unit spends the budget of this one.',
    },
  },
  advance: {
    name: { th: 'เงินยืม', en: 'Advance / staff loan' },
    meaning: {
      th: 'เงินที่ให้ไปก่อนใช้จ่าย ต้องส่งหลักฐานและเงินเหลือคืน',
      en: 'Money given before it is spent; evidence and what is left come back.',
    },
  },
  clearing: {
    name: { th: 'ส่งใช้เงินยืม / ล้างลูกหนี้เงินยืม', en: 'Clearing an advance' },
    meaning: {
      th: 'ส่งหลักฐานการจ่ายและเงินเหลือของเงินยืม ค่าเดินทางภายในสิบห้าวันหลังกลับ',
      en: 'Evidence and the rest of an advance are returned; for travel within fifteen days of the return.',
    },
    varies: true,
  },
  imprest: {
    name: { th: 'เงินทดรองราชการ', en: 'Imprest' },
    meaning: {
      th: 'เงินสดคงที่ที่จ่ายไปก่อนแล้วเบิกชดใช้ภายหลัง',
      en: 'Standing cash that pays first and is reimbursed later.',
    },
  },
  refund: {
    name: { th: 'เบิกเกินส่งคืน', en: 'Over-withdrawn money returned' },
    meaning: {
      th: 'เงินที่เบิกเกินและส่งคืนในปีเดียวกัน งบประมาณกลับมาใช้ได้อีก',
      en: 'A refund within the same year, which restores the budget.',
    },
  },
  'net-withdrawal': {
    name: { th: 'เบิกหักผลักส่ง', en: 'Withdraw, net off and remit' },
    meaning: {
      th: 'การเบิกที่นำเงินส่งคลังหรือเงินฝากโดยไม่มีการจ่ายเงินสด นิยามของแต่ละแห่งต่างกัน',
      en: 'A withdrawal that is remitted without cash payment. Definitions differ.',
    },
    varies: true,
  },
  retention: {
    name: { th: 'เงินประกันผลงาน / หลักประกันสัญญา', en: 'Retention / contract guarantee' },
    meaning: {
      th: 'เงินที่หักหรือรับไว้เป็นประกัน ไม่กระทบงบประมาณ',
      en: 'Amounts withheld or held as a guarantee. They do not touch the budget.',
    },
  },
});
