import { defineTexts } from '../texts/texts.ts';

/** Of the documents of an account: requests, orders, acceptances, vouchers, and cash that is lent or held. */
export const documentRefusals = defineTexts({
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
  'quantity-exceeded': {
    th: 'เกินจำนวนหน่วยคงเหลือ: ขอใช้ {requested} หน่วย คงเหลือ {outstanding} หน่วย',
    en: 'More units than are outstanding: {requested} are asked, {outstanding} are left.',
  },
  'commitment-exists': { th: 'มีสัญญาหรือใบสั่งซื้อเลขที่นี้แล้ว', en: 'There is an order of this number already.' },
  'commitment-missing': {
    th: 'การปรับปรุงยอดผูกพันต้องระบุเลขที่สัญญาหรือใบสั่งซื้อ',
    en: 'Name the order whose committed money is corrected.',
  },
  'commitment-unknown': { th: 'ไม่พบสัญญาหรือใบสั่งซื้อเลขที่นี้', en: 'There is no order of this number.' },
  'request-exists': { th: 'มีใบขอจองงบเลขที่นี้แล้ว', en: 'There is a request of this number already.' },
  'request-unknown': { th: 'ไม่พบใบขอจองงบเลขที่นี้', en: 'There is no request of this number.' },
  'acceptance-exists': { th: 'มีใบตรวจรับเลขที่นี้แล้ว', en: 'There is an acceptance of this number already.' },
  'acceptance-unknown': { th: 'ไม่พบใบตรวจรับเลขที่นี้', en: 'There is no acceptance of this number.' },
  'disbursement-exists': { th: 'มีฎีกาเลขที่นี้แล้ว', en: 'There is a voucher of this number already.' },
  'disbursement-unknown': { th: 'ไม่พบฎีกาเลขที่นี้', en: 'There is no voucher of this number.' },
  'refund-exists': { th: 'มีรายการเบิกเกินส่งคืนเลขที่นี้แล้ว', en: 'There is a refund of this number already.' },
  'off-budget-line-exists': {
    th: 'บันทึกรายการย่อยนี้ของเอกสารไว้แล้ว',
    en: 'This item of the document is noted already.',
  },
  'document-ambiguous': {
    th: 'ระบุใบตรวจรับหรือสัญญาอย่างใดอย่างหนึ่ง ไม่ใช่ทั้งสอง',
    en: 'Name the acceptance or the order, not both.',
  },
  'document-exists': { th: 'มีเอกสารเลขที่นี้แล้ว', en: 'There is a document of this number already.' },
  'document-in-use': {
    th: 'มีรายการอื่นอ้างถึงเอกสารนี้อยู่ กลับรายการเหล่านั้นก่อน',
    en: 'Other postings stand on this document. Reverse them first.',
  },
  'document-reversed': { th: 'เอกสารนี้ถูกกลับรายการแล้ว', en: 'The document is reversed.' },
  'document-unknown': { th: 'ไม่พบเอกสารเลขที่นี้', en: 'There is no document of this number.' },
  'already-reversed': { th: 'กลับรายการนี้ไปแล้ว', en: 'This is reversed already.' },
  'nothing-outstanding': { th: 'เอกสารนี้ไม่มียอดคงค้าง', en: 'Nothing is outstanding of this document.' },
  'change-is-zero': { th: 'การแก้ไขนี้ไม่เปลี่ยนยอดใด', en: 'The amendment changes nothing.' },
  'line-differs-from-commitment': {
    th: 'ไม่ตรงกับรายการงบประมาณของสัญญาหรือใบสั่งซื้อ',
    en: 'This is not the line of the order.',
  },
  'currency-differs': {
    th: 'เอกสารเดิมเป็นสกุลเงิน {expected} ไม่ใช่ {currency}',
    en: 'The document is booked in {expected}, not in {currency}.',
  },
  'foreign-amount-differs': {
    th: 'จำนวนเงินบาทไม่ตรงกับเงินตราต่างประเทศตามอัตราแลกเปลี่ยน ควรเป็น {expected} บาท',
    en: 'The foreign amount comes to {expected} baht at its rate, which is not the amount given.',
  },
  'date-before-document': {
    th: 'วันที่อยู่ก่อนวันที่ของเอกสารเดิม {expected}',
    en: 'The date lies before that of the document, {expected}.',
  },
  'date-before-commitment': {
    th: 'วันที่อยู่ก่อนวันที่ของสัญญา {expected}',
    en: 'The date lies before that of the order, {expected}.',
  },
  'reversal-before-disbursement': {
    th: 'วันที่กลับรายการอยู่ก่อนวันที่เบิกจ่าย {expected}',
    en: 'The reversal lies before the disbursement, {expected}.',
  },
  'reversal-exceeds-disbursement': {
    th: 'กลับรายการเกินยอดที่เบิกจ่าย: ขอ {requested} บาท คงเหลือ {left} บาท เกิน {shortBy} บาท',
    en: 'More than is left of the disbursement: {requested} baht is asked, {left} is left, {shortBy} is too much.',
  },
  'contract-year-exceeded': {
    th: 'เกินวงเงินของปีนี้ในสัญญา: ขอใช้ {requested} บาท วงเงิน {expected} บาท',
    en: 'More than the year’s part of the contract: {requested} baht is asked, the part is {expected}.',
  },
  'contract-year-taken': {
    th: 'ผูกพันวงเงินของปีนี้ในสัญญาไปแล้ว',
    en: 'The year’s part of the contract is committed already.',
  },
  'contract-year-unknown': {
    th: 'ไม่พบสัญญาที่มีวงเงินของปีนี้',
    en: 'There is no contract with a part for this year.',
  },
  'contract-years-differ': {
    th: 'วงเงินแต่ละปีรวมกันไม่เท่ากับสัญญา หรือวงเงินปีนี้ไม่เท่ากับ {amount} บาทที่ผูกพัน',
    en: 'The years do not add up to the contract, or this year’s part is not the {amount} baht that are committed.',
  },
  'withheld-exceeds-payment': {
    th: 'เงินที่หักไว้ {withheld} บาท เกินยอดจ่าย {amount} บาท หรือมีส่วนที่ไม่มากกว่าศูนย์',
    en: 'More is kept back ({withheld} baht) than is paid ({amount}), or a part of it is not above zero.',
  },
  'retention-returned': {
    th: 'คืนหรือริบเงินประกันผลงานของฎีกานี้แล้ว จึงกลับรายการไม่ได้',
    en: 'The retention of this voucher is given back or kept already, so it cannot be reversed.',
  },
  'voucher-clears-advance': {
    th: 'ฎีกานี้เป็นการส่งใช้เงินยืม กลับรายการที่การส่งใช้แทน',
    en: 'The voucher clears an advance: reverse the clearing instead.',
  },
  'advance-due-early': {
    th: 'กำหนดส่งใช้เงินยืมต้องไม่ก่อนวันที่จ่าย {expected}',
    en: 'An advance is not due before it is paid, on {expected}.',
  },
  'advance-exceeded': {
    th: 'คืนเกินเงินยืมคงค้าง: คืน {requested} บาท คงค้าง {left} บาท เกิน {shortBy} บาท',
    en: 'More than is left of the advance: {requested} baht is returned, {left} is left, {shortBy} is too much.',
  },
  'advance-exists': { th: 'มีสัญญายืมเงินเลขที่นี้แล้ว', en: 'There is an advance of this number already.' },
  'advance-settled': {
    th: 'ส่งใช้เงินยืมครบแล้ว ไม่มียอดคงค้าง',
    en: 'The advance is settled; nothing of it is outstanding.',
  },
  'advance-unknown': { th: 'ไม่พบสัญญายืมเงินเลขที่นี้', en: 'There is no advance of this number.' },
  'clearing-already-reversed': { th: 'กลับรายการส่งใช้นี้ไปแล้ว', en: 'The clearing is taken back already.' },
  'clearing-unknown': { th: 'ไม่พบใบสำคัญส่งใช้เลขที่นี้', en: 'There is no clearing of this number.' },
  'held-cash-exceeded': {
    th: 'คืนเกินเงินประกันที่ถือไว้: ขอคืน {requested} บาท ถือไว้ {held} บาท เกิน {shortBy} บาท',
    en: 'More than is held: {requested} baht is asked, {held} is held, {shortBy} is too much.',
  },
  'held-cash-exists': {
    th: 'มีหลักประกันหรือเงินประกันผลงานเลขที่นี้แล้ว',
    en: 'There is a guarantee or retention of this number already.',
  },
  'held-cash-unknown': {
    th: 'ไม่พบหลักประกันหรือเงินประกันผลงานเลขที่นี้',
    en: 'There is no guarantee or retention of this number.',
  },
});
