import { defineTexts } from '../texts/texts.ts';

/** Of what was typed: amounts, dates, codes, and the cells of a sheet. */
export const typedRefusals = defineTexts({
  'amount-malformed': { th: '“{given}” ไม่ใช่จำนวนเงินที่รับได้', en: '“{given}” is no amount that can be taken.' },
  'amount-not-positive': { th: 'จำนวนต้องมากกว่าศูนย์', en: 'The amount or quantity must be above zero.' },
  'amount-out-of-range': {
    th: 'จำนวนเงินมากเกินกว่าที่บันทึกได้ หรือละเอียดเกินสตางค์',
    en: 'The amount is more than can be recorded, or has a part of a satang.',
  },
  'code-malformed': {
    th: 'รหัสหรือเลขที่นี้ใช้ไม่ได้: ยาวเกินไป มีอักขระที่ไม่รับ หรือเหมือนชื่อของเวลา',
    en: 'This code or number cannot be used: it is too long, has characters that are not taken, or is called like a moment.',
  },
  'date-malformed': { th: 'ไม่ใช่วันที่ในปฏิทิน', en: 'This is no day of the calendar.' },
  'fiscal-year-malformed': { th: 'ปีงบประมาณต้องเป็นตัวเลขสี่หลัก', en: 'A fiscal year has four digits.' },
  'fiscal-year-of-other-era': {
    th: 'หน่วยงานนี้ใช้ปีงบประมาณ {expected} ไม่ใช่ {given}',
    en: 'The organisation calls this fiscal year {expected}, not {given}.',
  },
  'instant-malformed': {
    th: 'ไม่ใช่วันเวลาที่รับได้ ต้องระบุเขตเวลา',
    en: 'This is no moment; it must say its time zone.',
  },
  'quantity-malformed': {
    th: 'จำนวนหน่วยต้องเป็นตัวเลข ทศนิยมไม่เกินสี่ตำแหน่ง',
    en: 'A quantity is a number with at most four decimals.',
  },
  'quarter-malformed': { th: 'ไตรมาสต้องเป็น 1 ถึง 4', en: 'A quarter is 1, 2, 3 or 4.' },
  'typed-amount-ambiguous': { th: 'อ่านได้มากกว่าหนึ่งแบบ', en: 'This can be read in more than one way.' },
  'typed-amount-malformed': { th: 'ไม่ใช่จำนวนเงิน', en: 'This is no amount.' },
  'typed-amount-missing': { th: 'ยังไม่ได้กรอกจำนวนเงิน', en: 'The amount is empty.' },
  'typed-amount-out-of-range': { th: 'จำนวนเงินมากเกินไป', en: 'This is too large.' },
  'typed-amount-too-fine': { th: 'ละเอียดเกินสตางค์', en: 'This has a part of a satang.' },
  'typed-date-malformed': { th: 'ไม่ใช่วันที่', en: 'This is no date.' },
  'typed-date-missing': { th: 'ยังไม่ได้กรอกวันที่', en: 'The date is empty.' },
  'typed-date-not-in-calendar': { th: 'ไม่มีวันนี้ในปฏิทิน', en: 'There is no such day.' },
  'typed-date-year-unclear': {
    th: 'ปีไม่ชัดว่าเป็น พ.ศ. หรือ ค.ศ.',
    en: 'The year is neither Buddhist nor Christian.',
  },
  'cell-missing': { th: 'ยังไม่ได้กรอก', en: 'It is empty.' },
  'cell-not-a-choice': { th: 'ไม่ใช่คำที่รับ', en: 'This is none of the words that are taken.' },
  'cell-not-a-code': { th: 'ไม่ใช่เลขที่หรือรหัสที่รับได้', en: 'This is no number or code.' },
  'cell-not-a-figure': { th: 'ไม่ใช่ตัวเลข', en: 'This is no figure.' },
  'cell-not-a-quarter': { th: 'ไม่ใช่ไตรมาส 1 ถึง 4', en: 'This is no quarter.' },
  'cell-not-a-year': { th: 'ไม่ใช่ปีงบประมาณ', en: 'This is no fiscal year.' },
  'cell-too-long': { th: 'ข้อความยาวเกินไป', en: 'The text is too long.' },
  'cell-without-column': {
    th: 'มีข้อความ “{given}” เกินหัวตาราง จำนวนเงินอาจถูกตัดที่เครื่องหมายจุลภาค กรอกช่องนี้ใหม่',
    en: '“{given}” stands beyond the columns of the header; a comma may have cut an amount in two. Type this cell anew.',
  },
  'sheet-already-reversed': { th: 'กลับรายการทั้งชุดไปแล้ว', en: 'All of it was taken back already.' },
  'sheet-column-missing': {
    th: 'ไม่มีคอลัมน์ “{column}” ที่จำเป็น',
    en: 'The column “{column}” is missing, which is needed.',
  },
  'sheet-column-twice': { th: 'มีสองคอลัมน์ที่ความหมายเดียวกัน', en: 'Two columns say the same.' },
  'sheet-column-unknown': {
    th: 'มีคอลัมน์ที่แผ่นประเภทนี้ไม่ใช้',
    en: 'The sheet has a column that its kind does not know.',
  },
  'sheet-empty': { th: 'ไม่มีแถวข้อมูลใต้หัวตาราง', en: 'There is no row below the header.' },
  'sheet-faulty': {
    th: 'มีแถวที่ถูกปฏิเสธ จึงไม่มีการบันทึกรายการใด',
    en: 'Rows are refused, so nothing was recorded.',
  },
  'sheet-not-reversible': {
    th: 'กลับรายการทั้งชุดไม่ได้ แก้ไขด้วยการปรับปรุงเป็นรายการ',
    en: 'This is not taken back as one; correct its entries.',
  },
  'sheet-too-long': {
    th: 'มี {rows} แถว รับได้ไม่เกิน {most} แถวต่อครั้ง แบ่งแล้วบันทึกทีละส่วน',
    en: 'There are {rows} rows; at most {most} are taken at once. Divide the sheet.',
  },
  'sheet-unit-differs': {
    th: 'หน่วยเงินในหัวคอลัมน์ไม่ตรงกับหน่วยที่เลือก หรือคอลัมน์ใช้หน่วยต่างกัน',
    en: 'The header of a column names another unit than was chosen, or than another column names.',
  },
  'sheet-used-since': {
    th: 'รายการในชุดถูกใช้หรือแก้ไขต่อไปแล้ว จึงกลับทั้งชุดไม่ได้ กลับรายการที่ตามมาก่อน',
    en: 'What it recorded was built on or changed since. Take that back first.',
  },
  'workbook-too-large': {
    th: 'ไฟล์ใหญ่เกินไป แบ่งแล้วนำเข้าทีละส่วน',
    en: 'The workbook is too large. Divide it.',
  },
  'workbook-unreadable': {
    th: 'เปิดไฟล์ไม่ได้: เสียหาย มีรหัสผ่าน หรือไม่ใช่ XLSX',
    en: 'The file is no XLSX workbook that can be read: it is damaged, or has a password.',
  },
});
