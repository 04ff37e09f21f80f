import { defineTexts } from '../texts/texts.ts';

/** Of the service itself: what it cannot do now, and what was asked that it does not take. */
export const serviceRefusals = defineTexts({
  internal: {
    th: 'ระบบขัดข้อง แจ้งผู้ดูแลเครื่องพร้อมรหัสอ้างอิง',
    en: 'The ledger itself failed. Tell the operator, with the reference.',
  },
  'account-contended': {
    th: 'มีผู้อื่นบันทึกบัญชีเดียวกันพร้อมกันหลายราย จึงยังไม่ได้บันทึก ลองใหม่',
    en: 'Others wrote the same account at the same time; nothing was recorded. Try again.',
  },
  'ledger-busy': {
    th: 'มีรายการรอบันทึกมาก จึงยังไม่ได้บันทึก ลองใหม่อีกสักครู่',
    en: 'Too many postings are waiting; nothing was recorded. Try again in a moment.',
  },
  'idempotency-key-reused': {
    th: 'แบบฟอร์มนี้บันทึกไปแล้วด้วยข้อมูลอื่น จึงไม่บันทึกซ้ำ เปิดแบบฟอร์มใหม่หากต้องการบันทึกอีกรายการ',
    en: 'This form was recorded before with other content, so nothing is recorded. Begin a new form for another posting.',
  },
  'outcome-unknown': {
    th: 'ยังไม่ทราบว่าบันทึกแล้วหรือไม่ ถามซ้ำได้โดยไม่บันทึกสองครั้ง',
    en: 'It is not known whether this is recorded. Ask again: it is recorded once.',
  },
  'log-unreachable': {
    th: 'ติดต่อฐานข้อมูลของสมุดไม่ได้ ลองใหม่อีกสักครู่',
    en: 'The database of the ledger does not answer. Try again in a moment.',
  },
  'storage-failed': {
    th: 'เครื่องเขียนข้อมูลไม่ได้ เช่น ดิสก์เต็ม จึงไม่มีการบันทึก แจ้งผู้ดูแลเครื่อง',
    en: 'The store could not write, as when the disk is full; nothing was recorded. Tell the operator.',
  },
  'posting-too-large': {
    th: 'รายการใหญ่เกินกว่าที่รับได้ แบ่งเป็นหลายรายการ',
    en: 'The posting is larger than is taken. Divide it.',
  },
  'booked-at-goes-back': {
    th: 'นำเข้าประวัติได้ตามลำดับเวลาที่บันทึก ก่อนรายการที่ใหม่กว่าเท่านั้น',
    en: 'History is taken over in the order in which it was booked, before anything newer is posted.',
  },
  'too-many-requests': {
    th: 'ถามถี่เกินไป รอสักครู่แล้วลองใหม่',
    en: 'This was asked too often. Wait a moment and try again.',
  },
  'shutting-down': {
    th: 'ระบบกำลังหยุดทำงาน ลองใหม่อีกสักครู่',
    en: 'The service is stopping. Try again in a moment.',
  },
  'accounts-unavailable': {
    th: 'ขณะนี้อ่านบัญชีผู้ใช้ไม่ได้ จึงยังเข้าใช้ไม่ได้ ลองใหม่อีกสักครู่',
    en: 'Accounts cannot be read now, so nobody is let in. Try again in a moment.',
  },
  'desk-unavailable': {
    th: 'ขณะนี้อ่านหรือเก็บร่างไม่ได้ ลองใหม่อีกสักครู่',
    en: 'Drafts cannot be read or kept now. Try again in a moment.',
  },
  'draft-changed-elsewhere': {
    th: 'ร่างนี้ถูกแก้ไขหรือลบในหน้าต่างหรือเครื่องอื่น',
    en: 'The draft was changed or removed in another window or on another machine.',
  },
  'draft-unknown': {
    th: 'ไม่พบร่างนี้ อาจบันทึกหรือทิ้งไปแล้ว',
    en: 'There is no such draft; it may have been recorded or removed.',
  },
  'drafts-too-many': {
    th: 'ร่างของท่านเต็มแล้ว ลบร่างที่ไม่ใช้ก่อน',
    en: 'You have as many drafts as are kept. Remove some.',
  },
  'readings-unavailable': {
    th: 'ขณะนี้บันทึกการเปิดดูไม่ได้ จึงยังแสดงข้อมูลไม่ได้ ลองใหม่อีกสักครู่',
    en: 'Who looks cannot be noted now, so nothing is shown. Try again in a moment.',
  },
  'file-busy': {
    th: 'แฟ้มข้อมูลถูกโปรแกรมอื่นใช้อยู่ เช่น การสำรองข้อมูล ลองใหม่อีกสักครู่',
    en: 'Another program holds a file of the ledger, such as for a backup. Try again in a moment.',
  },
  'store-not-ready': {
    th: 'สมุดยังไม่พร้อมให้บริการ ลองใหม่ หากยังเป็นอยู่แจ้งผู้ดูแลเครื่อง',
    en: 'The ledger is not ready. Try again; tell the operator if it lasts.',
  },
  'event-unreadable': {
    th: 'มีรายการในสมุดที่อ่านไม่ได้ แจ้งผู้ดูแลเครื่อง',
    en: 'The log holds an event that cannot be read. Tell the operator.',
  },
  'ledger-damaged': {
    th: 'แฟ้มของสมุดเสียหาย แจ้งผู้ดูแลเครื่อง',
    en: 'A file of the ledger is damaged. Tell the operator.',
  },
  'seals-broken': {
    th: 'สมุดไม่ตรงกับที่ปิดผนึกไว้ แจ้งผู้ดูแลเครื่อง',
    en: 'The log is not the one that was sealed. Tell the operator.',
  },
  'read-models-behind': {
    th: 'ข้อมูลสำหรับแสดงยังตามสมุดไม่ทัน ลองใหม่อีกสักครู่',
    en: 'What is shown has not caught up with the log. Try again in a moment.',
  },
  'position-not-reached': {
    th: 'ข้อมูลสำหรับแสดงยังตามสมุดไม่ทัน ลองใหม่อีกสักครู่',
    en: 'What is shown has not caught up with the log. Try again in a moment.',
  },
  'read-models-damaged': {
    th: 'ข้อมูลสำหรับแสดงเสียหาย สมุดเองไม่เสียหาย แจ้งผู้ดูแลเครื่องให้สร้างใหม่',
    en: 'What pages are read from is damaged; the log is not. Ask the operator to make it again.',
  },
  'read-models-stopped': {
    th: 'ข้อมูลสำหรับแสดงหยุดอยู่ที่รายการหนึ่ง แจ้งผู้ดูแลเครื่อง',
    en: 'What pages are read from stands still at an event. Tell the operator.',
  },
  'chromium-missing': {
    th: 'เครื่องนี้พิมพ์ PDF ไม่ได้ ใช้รูปแบบอื่นแทน',
    en: 'No PDF can be printed here. Take another form.',
  },
  'print-failed': { th: 'พิมพ์รายงานไม่สำเร็จ ลองใหม่', en: 'The report was not printed. Try again.' },
  'printer-busy': {
    th: 'มีรายงานรอพิมพ์มาก ลองใหม่อีกสักครู่',
    en: 'Too many reports wait to be printed. Try again in a moment.',
  },
  'published-files-unavailable': {
    th: 'ขณะนี้อ่านหรือเขียนไฟล์ของรายงานที่เผยแพร่ไม่ได้ ลองใหม่อีกสักครู่',
    en: 'Files of published reports cannot be read or written now. Try again in a moment.',
  },
  'bundle-failed': {
    th: 'เขียนชุดข้อมูลตรวจสอบไม่สำเร็จ สมุดไม่เปลี่ยนแปลง',
    en: 'The bundle could not be written; nothing of the ledger was changed.',
  },
  'body-too-large': { th: 'ข้อมูลที่ส่งใหญ่เกินไป แบ่งเป็นหลายส่วน', en: 'What was sent is too large. Divide it.' },
  'organisation-ambiguous': { th: 'เลือกหน่วยงานก่อน', en: 'Choose an organisation first.' },
  'organisation-unknown': { th: 'ไม่มีหน่วยงานรหัสนี้', en: 'There is no organisation of this code.' },
  'organisation-already-registered': {
    th: 'ขึ้นทะเบียนหน่วยงานนี้แล้ว',
    en: 'The organisation is registered already.',
  },
  'organisation-code-malformed': {
    th: 'รหัสหน่วยงานมีอักขระที่ใช้ไม่ได้',
    en: 'The code of the organisation has characters that it cannot have.',
  },
  'calendar-malformed': {
    th: 'เดือนแรกของปีงบประมาณต้องเป็น 1 ถึง 12',
    en: 'The first month of the fiscal year is 1 to 12.',
  },
  'currency-unsupported': { th: 'สมุดใช้สกุลเงินบาทเท่านั้น', en: 'The ledger keeps accounts in baht only.' },
  'time-zone-unknown': {
    th: 'ไม่รู้จักเขตเวลานี้ เช่น Asia/Bangkok',
    en: 'This is no time zone such as Asia/Bangkok.',
  },
  'known-at-ambiguous': {
    th: 'รายงานรหัส {given} มีหลายปีงบประมาณ เลือกวันที่หรือลำดับแทน',
    en: 'Reports of several fiscal years are called {given}. Choose the date or the position.',
  },
  'known-at-in-future': {
    th: 'เวลาที่เลือกยังมาไม่ถึง',
    en: 'The moment is still to come: what will be known then is not known yet.',
  },
  'known-at-malformed': {
    th: '“{given}” ไม่ใช่วันที่ เวลา ลำดับ หรือรหัสรายงาน',
    en: '“{given}” is no date, time, position or code of a report.',
  },
  'known-at-order': {
    th: 'เวลาแรกอยู่หลังเวลาที่สอง สลับกันก่อน',
    en: 'The first moment lies after the second. Swap them.',
  },
  'known-at-unknown': { th: 'สมุดยังไม่มีลำดับที่ {given}', en: 'The log has no position {given}.' },
  'position-malformed': { th: 'ลำดับที่ต้องเป็นตัวเลข', en: 'A position is a whole number.' },
  'published-table-faulty': {
    th: 'ตารางที่เผยแพร่เปรียบเทียบไม่ได้',
    en: 'The published table cannot be compared.',
  },
  'comparison-not-said': {
    th: 'เลือกปีงบประมาณและไตรมาสที่จะเปรียบเทียบ',
    en: 'Choose the fiscal year and quarter to compare with.',
  },
  'not-sealed-yet': {
    th: 'รายการนี้ยังไม่ถูกปิดผนึก หลักฐานจะมีเมื่อปิดผนึกครั้งถัดไป',
    en: 'The event is not sealed yet; the next checkpoint proves it.',
  },
  'event-not-as-sealed': {
    th: 'รายการนี้ไม่ตรงกับที่ปิดผนึกไว้ แจ้งผู้ตรวจสอบ',
    en: 'The event is not the one that was sealed. Tell the auditors.',
  },
});
