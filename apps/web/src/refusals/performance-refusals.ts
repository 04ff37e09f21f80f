import { defineTexts } from '../texts/texts.ts';

/** Of KPIs and quarterly reports. */
export const performanceRefusals = defineTexts({
  'accumulation-missing': {
    th: 'ตัวชี้วัดที่เป็นตัวเลขต้องบอกวิธีสะสมผลของไตรมาส',
    en: 'A KPI with figures says how its quarters go together.',
  },
  'already-achieved': { th: 'บันทึกว่าบรรลุเป้าหมายแล้ว', en: 'The KPI is marked as achieved already.' },
  'composite-has-no-value': {
    th: 'ตัวชี้วัดรวมไม่มีผลของตนเอง บันทึกผลที่ตัวชี้วัดย่อย',
    en: 'A composite carries no figure; its parts do.',
  },
  'composite-not-accumulated': {
    th: 'ตัวชี้วัดรวมไม่มีวิธีสะสมผล',
    en: 'A composite has no figures that could accumulate.',
  },
  'date-before-quarter': {
    th: 'วันที่อยู่ก่อน{quarter} ซึ่งเริ่ม {first}',
    en: 'The date lies before {quarter}, which begins on {first}.',
  },
  'day-unknown': { th: 'ไม่ใช่วันที่ในปฏิทิน', en: 'This is no day of the calendar.' },
  'in-plan-does-not-add-up': {
    th: 'ผลในแผนและนอกแผนรวมกันไม่เท่ากับผลของ{quarter} ({value})',
    en: 'The parts in and out of plan do not make up the figure of {quarter}, {value}.',
  },
  'kpi-already-defined': { th: 'กำหนดตัวชี้วัดนี้แล้ว', en: 'The KPI is defined already.' },
  'kpi-not-defined': {
    th: 'ยังไม่ได้กำหนดตัวชี้วัดนี้ในปีงบประมาณ',
    en: 'The KPI is not defined for the fiscal year.',
  },
  'operator-missing': {
    th: 'ค่าเป้าหมายที่เป็นตัวเลขต้องบอกวิธีเทียบ เช่น ≥',
    en: 'A target with a figure says how the result compares with it, such as ≥.',
  },
  'part-not-possible': {
    th: 'ตัวชี้วัดนี้เป็นส่วนของตัวชี้วัดที่ระบุไม่ได้',
    en: 'The KPI cannot be a part of the one that is named.',
  },
  'period-reversed': {
    th: 'เดือนสุดท้ายของข้อมูลอยู่ก่อนเดือนแรก',
    en: 'The last month of the data lies before the first.',
  },
  'plan-empty': {
    th: 'กรอกแผนอย่างน้อยหนึ่งไตรมาส',
    en: 'The plan names no quarter with a figure or a text.',
  },
  'plan-not-cumulative': {
    th: 'แผนสะสมของ{quarter}ต้องไม่น้อยกว่า {before} ของไตรมาสก่อน',
    en: 'The plan is cumulative: {quarter} cannot be below the {before} of the quarter before.',
  },
  'publication-number-wrong': {
    th: 'มีการเผยแพร่รายงานไปแล้วในระหว่างนี้ เลขที่ถัดไปคือ {number}',
    en: 'The report was published meanwhile; the next number is {number}.',
  },
  'report-already-dated': { th: 'บันทึกรายงานนี้แล้ว', en: 'The report is entered already.' },
  'report-empty': {
    th: 'ไม่มีโครงการให้รายงาน ณ เวลานั้น',
    en: 'There is no project that the report could be about.',
  },
  'report-not-dated': {
    th: 'ยังไม่ได้บันทึกรายงานนี้พร้อมวันที่',
    en: 'The report has not been entered with its date.',
  },
  'result-exists': {
    th: 'มีผลเลขที่นี้แล้ว แก้ไขผลนั้นพร้อมเหตุผล',
    en: 'There is a result of this number already: correct it with a reason.',
  },
  'result-unchanged': { th: 'ผลเหมือนที่บันทึกไว้', en: 'The result is what it was.' },
  'result-unknown': { th: 'ไม่พบผลเลขที่นี้', en: 'There is no result of this number.' },
  'status-unchanged': {
    th: 'สถานะของโครงการเหมือนเดิม',
    en: 'The report gives the project this very status already.',
  },
  'target-already-set': { th: 'มีค่าเป้าหมายแล้ว ใช้การปรับแทน', en: 'There is a target already: revise it.' },
  'target-not-set': { th: 'ยังไม่มีค่าเป้าหมายให้ปรับ', en: 'There is no target that could be revised.' },
  'target-unchanged': { th: 'ค่าเป้าหมายเหมือนเดิม', en: 'The target is what it was.' },
  'text-missing': { th: 'กรอกชื่อหรือข้อความให้ครบ', en: 'A name or a text is empty.' },
  'value-malformed': { th: 'ค่าต้องเป็นตัวเลข ไม่เกิน 20 หลัก', en: 'A figure is a number of up to 20 digits.' },
  'value-missing': { th: 'กรอกค่าหรือข้อความ', en: 'A figure or a text is missing.' },
  'value-not-whole': { th: 'ค่าต้องเป็นจำนวนเต็ม', en: 'The figure must be a whole number.' },
  'value-out-of-range': {
    th: 'ค่าอยู่นอกช่วงของตัวชี้วัดนี้',
    en: 'The figure lies outside what the kind of the KPI allows.',
  },
});
