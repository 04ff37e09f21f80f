import { defineTexts } from '../texts/texts.ts';

/** Of the budget of a project: what is available, its plan, transfers and months. */
export const budgetRefusals = defineTexts({
  'budget-exceeded': {
    th: 'งบประมาณไม่พอ: ขอใช้ {requested} บาท คงเหลือ {available} บาท ขาด {shortBy} บาท',
    en: 'Not enough budget: {requested} baht is asked, {available} is available, {shortBy} is missing.',
  },
  'ceiling-exceeded': {
    th: 'เกินเพดานของงวด: ขอใช้ {requested} บาท เหลือ {available} บาท ขาด {shortBy} บาท',
    en: 'Above the ceiling of the period: {requested} baht is asked, {available} is left, {shortBy} is missing.',
  },
  'override-not-allowed': {
    th: 'ข้ามการตรวจงบประมาณได้เฉพาะผู้มีหน้าที่นั้น',
    en: 'Only those whose duty it is set this rule aside.',
  },
  'approval-needed': {
    th: 'รายการนี้ต้องได้รับอนุมัติก่อน ส่งขออนุมัติแทนการบันทึก',
    en: 'This needs approval: hand it in instead of recording it.',
  },
  'account-already-open': {
    th: 'โครงการนี้มีบัญชีในปีงบประมาณนี้แล้ว',
    en: 'The project has an account in this fiscal year already.',
  },
  'account-not-open': {
    th: 'โครงการนี้ยังไม่มีบัญชีในปีงบประมาณนี้',
    en: 'The project has no account in this fiscal year.',
  },
  'line-missing': {
    th: 'ระบุรายการงบประมาณ หรือเลขที่เอกสารที่ใช้จ่ายจาก',
    en: 'Name the line, or the document that it draws on.',
  },
  'line-not-in-account': {
    th: 'โครงการนี้ไม่มีรายการงบประมาณนี้ จัดสรรหรือโอนก่อน',
    en: 'The project has no such line. Allocate to it or transfer first.',
  },
  'cut-below-used': {
    th: 'ลดต่ำกว่าที่ใช้ไปแล้วไม่ได้: ขอลด {requested} บาท ลดได้ {available} บาท เกิน {shortBy} บาท',
    en: 'Budget that is used cannot be cut: {requested} baht is asked, {available} can be cut, {shortBy} is too much.',
  },
  'release-exceeds-allocation': {
    th: 'เงินประจำงวดเกินที่จัดสรร: ขอ {requested} บาท เหลือ {available} บาท เกิน {shortBy} บาท',
    en: 'More than is allocated: {requested} baht is asked, {available} is left to release, {shortBy} is too much.',
  },
  'plan-already-set': { th: 'มีแผนแล้ว ใช้การปรับแผนแทน', en: 'There is a plan already: revise it.' },
  'plan-exceeds-budget': {
    th: 'แผนรวมเกินงบประมาณ: แผน {requested} บาท งบประมาณ {budget} บาท เกิน {shortBy} บาท',
    en: 'The plan is more than the budget: {requested} baht is planned, the budget is {budget}, {shortBy} is too much.',
  },
  'plan-negative': {
    th: 'แผนของ{quarter}ติดลบไม่ได้',
    en: 'What is planned for {quarter} cannot be below zero.',
  },
  'plan-not-set': { th: 'ยังไม่มีแผนให้ปรับ', en: 'There is no plan that could be revised.' },
  'plan-quarter-locked': {
    th: '{quarter}สิ้นสุดแล้ว คงแผนเดิมไว้ที่ {planned} บาท',
    en: '{quarter} has ended and stays as planned, at {planned} baht.',
  },
  'plan-unchanged': { th: 'แผนเหมือนเดิม', en: 'The plan is what it was.' },
  'transfer-already-reversed': { th: 'กลับรายการโอนนี้ไปแล้ว', en: 'The transfer is taken back already.' },
  'transfer-blocked': {
    th: 'นโยบายไม่ให้โอนเงินระหว่างหมวดรายจ่ายนี้',
    en: 'The policy lets no money move between these categories.',
  },
  'transfer-exists': { th: 'มีรายการโอนเลขที่นี้แล้ว', en: 'There is a transfer of this number already.' },
  'transfer-needs-agreement': {
    th: 'การโอนระหว่างหมวดนี้ต้องขอทำความตกลงก่อน กรอกเลขที่ความตกลง',
    en: 'Money moves between these categories by agreement only: give its reference.',
  },
  'transfer-not-made': {
    th: 'โครงการนี้ไม่ได้โอนออกเลขที่นี้',
    en: 'The project has given no transfer of this number.',
  },
  'transfer-release-differs': {
    th: 'เงินประจำงวดที่โอนไปด้วยต้องอยู่ระหว่าง {least} ถึง {most} บาท',
    en: 'Of the released budget {least} to {most} baht can move with the transfer.',
  },
  'transfer-to-itself': {
    th: 'โอนไปยังรายการเดิมไม่ได้',
    en: 'A transfer does not lead to the line that it comes from.',
  },
  'transfer-unknown': {
    th: 'ไม่พบรายการโอนเลขที่และจำนวนเงินนี้',
    en: 'There is no transfer of this number and amount.',
  },
  'no-report-owed': {
    th: 'การโอนนี้ไม่ต้องรายงาน หรือรายงานไปแล้ว',
    en: 'The transfer owes no report, or it is reported already.',
  },
  'period-closed': {
    th: 'งวด {period} ปิดแล้ว เปลี่ยนวันที่มีผล หรือบันทึกเป็นการปรับปรุงงวดที่ปิด',
    en: '{period} is closed. Choose another date, or restate the period.',
  },
  'period-soft-closed': {
    th: 'งวด {period} ปิดชั่วคราว เฉพาะผู้มีหน้าที่บันทึกได้',
    en: '{period} is closed softly: only those whose duty it is post into it.',
  },
  'restatement-not-allowed': {
    th: 'ปรับปรุงงวด {period} ที่ปิดแล้วได้เฉพาะผู้มีหน้าที่',
    en: '{period} is closed: only those whose duty it is restate it.',
  },
  'reason-missing': { th: 'กรอกเหตุผล', en: 'Give a reason.' },
  'year-closed': {
    th: 'ปิดปีงบประมาณของโครงการนี้แล้ว เบิกได้เฉพาะเงินที่กันไว้',
    en: 'The year of this project is closed: only reserved money moves.',
  },
  'year-not-ended': {
    th: 'ปิดปีงบประมาณได้ตั้งแต่วันที่ {expected}',
    en: 'The year is closed on {expected} or later.',
  },
  'date-outside-fiscal-year': {
    th: 'วันที่อยู่นอกปีงบประมาณ ใช้วันที่ {first} ถึง {last}',
    en: 'The date lies outside the fiscal year, {first} to {last}.',
  },
  'date-outside-quarter': {
    th: 'วันที่อยู่นอก{quarter} ใช้วันที่ {first} ถึง {last}',
    en: 'The date lies outside {quarter}, {first} to {last}.',
  },
  'document-date-outside-year': {
    th: 'วันที่บนเอกสารอยู่นอกปีงบประมาณ ({first} ถึง {last})',
    en: 'The date on the document lies outside the fiscal year, {first} to {last}.',
  },
  'quarter-not-ended': {
    th: '{quarter}ยังไม่สิ้นสุด บันทึกเป็นรายการปกติแทนการปรับปรุง',
    en: '{quarter} has not ended: record an ordinary posting instead.',
  },
  'correction-below-zero': {
    th: 'การปรับปรุง {requested} บาท จะทำให้ยอดเบิกจ่ายของ{quarter}ติดลบ ({left} บาท)',
    en: 'A correction of {requested} baht would leave {left} disbursed in {quarter}.',
  },
  'correction-changes-nothing': {
    th: 'กรอกยอดเบิกจ่ายหรือยอดผูกพันที่เปลี่ยน',
    en: 'Say by how much disbursed or committed money changes.',
  },
  'correction-exists': { th: 'มีรายการปรับปรุงเลขที่นี้แล้ว', en: 'There is a correction of this number already.' },
});
