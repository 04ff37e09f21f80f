import type { Quarter } from '#kernel';
import type { Language, Measure, Status } from './model.ts';

/** What the report says of its own, in both languages. */
interface Words {
  readonly measures: Readonly<Record<Measure, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly quarter: (quarter: Quarter) => string;
  readonly fiscalYear: (year: number, era?: 'CE') => string;
  readonly million: string;
  /** Before the unit of a table. */
  readonly inUnit: string;
  readonly project: string;
  readonly total: string;
  readonly code: string;
  readonly planTo: (quarter: Quarter) => string;
  readonly ofPlanTo: (quarter: Quarter) => string;
  readonly status: string;
  readonly inWords: string;
  readonly achievedItems: string;
  readonly item: string;
  readonly year: string;
  readonly kpi: string;
  readonly target: string;
  readonly unit: string;
  readonly planOf: (quarter: Quarter) => string;
  readonly resultOf: (quarter: Quarter) => string;
  readonly ofTarget: string;
  readonly summary: string;
  readonly kpis: (project: string) => string;
  readonly statusPage: string;
  readonly origin: string;
  readonly number: string;
  readonly draft: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly position: string;
  readonly bookedAt: string;
  readonly effectiveTo: string;
  readonly address: string;
  readonly digest: string;
  readonly projections: string;
  readonly software: string;
  readonly noKpis: string;
  readonly signs: string;
  readonly summaryCaption: (quarter: Quarter) => string;
  readonly projectCaption: string;
  readonly chartOfProjects: (share: string, quarter: Quarter) => string;
  readonly chartOfQuarters: (project: string) => string;
  readonly chartDescription: string;
  readonly rounding: (name: string, added: string, total: string, difference: string) => string;
  readonly foreword: string;
  readonly page: string;
}

const th: Words = {
  measures: {
    budget: 'งบประมาณ',
    plan: 'แผนการใช้จ่าย',
    spent: 'ผลการใช้จ่าย',
    disbursed: 'เบิกจ่าย',
    committed: 'ผูกพัน',
    available: 'คงเหลือ',
  },
  statuses: {
    achieved: 'สำเร็จตามเป้าหมาย',
    on_plan: 'เป็นไปตามแผน',
    late: 'ล่าช้ากว่าแผน',
    not_started: 'ยังไม่เริ่ม',
  },
  quarter: (quarter) => `ไตรมาส ${quarter.slice(1)}`,
  fiscalYear: (year, era) => `ปีงบประมาณ ${era === 'CE' ? 'ค.ศ.' : 'พ.ศ.'} ${year}`,
  million: 'ล้านบาท',
  inUnit: 'หน่วย',
  project: 'โครงการ',
  total: 'รวม',
  code: 'รหัส',
  planTo: (quarter) => `แผนถึงไตรมาส ${quarter.slice(1)}`,
  ofPlanTo: (quarter) => `ร้อยละของแผนถึงไตรมาส ${quarter.slice(1)}`,
  status: 'สถานะ',
  inWords: 'รายละเอียด',
  achievedItems: 'รายการที่สำเร็จ',
  item: 'รายการ',
  year: 'รวมทั้งปี',
  kpi: 'ตัวชี้วัด',
  target: 'ค่าเป้าหมาย',
  unit: 'หน่วยนับ',
  planOf: (quarter) => `แผน ไตรมาส ${quarter.slice(1)}`,
  resultOf: (quarter) => `ผล ไตรมาส ${quarter.slice(1)}`,
  ofTarget: 'ร้อยละของเป้าหมาย',
  summary: 'สรุปแผนและผลการใช้จ่ายงบประมาณ',
  kpis: (project) => `ตัวชี้วัดของโครงการ ${project}`,
  statusPage: 'สถานะการดำเนินงานของโครงการ',
  origin: 'ที่มา',
  number: 'เลขที่รายงาน',
  draft: 'ร่าง ยังไม่เผยแพร่',
  asOf: 'ข้อมูล ณ วันที่',
  knownAt: 'ตามที่ทราบ ณ',
  position: 'ลำดับในสมุดรายการ',
  bookedAt: 'บันทึกเมื่อ',
  effectiveTo: 'มีผลถึง',
  address: 'ที่อยู่ของรายงาน',
  digest: 'ค่าตรวจสอบของตัวเลข (SHA-256)',
  projections: 'รุ่นของการประมวลผล',
  software: 'โปรแกรม',
  noKpis: 'โครงการนี้ไม่มีตัวชี้วัด',
  signs: '"-" ไม่มีแผนหรือไม่มีรายการ, 0.0000 เป็นศูนย์จริง, ตัวเลขในวงเล็บเป็นค่าลบ',
  summaryCaption: (quarter) => `แผนและผลการใช้จ่ายงบประมาณสะสมถึงไตรมาส ${quarter.slice(1)}`,
  projectCaption: 'แผนและผลการใช้จ่ายงบประมาณรายไตรมาส',
  chartOfProjects: (share, quarter) => `ใช้จ่ายไปแล้วร้อยละ ${share} ของแผนถึงไตรมาส ${quarter.slice(1)}`,
  chartOfQuarters: (project) => `แผนและผลการใช้จ่ายของ ${project} รายไตรมาส`,
  chartDescription: 'กรอบ = แผน, ทึบ = เบิกจ่าย, ลายทแยง = ผูกพัน ตัวเลขเดียวกับในตาราง',
  rounding: (name, added, total, difference) =>
    `${name}: ผลบวกของตัวเลขที่พิมพ์คือ ${added} ยอดรวมจากค่าจริงคือ ${total} (ต่างกัน ${difference}) เนื่องจากปัดเศษแต่ละช่อง`,
  foreword: 'บทสรุป',
  page: 'หน้า',
};

const en: Words = {
  measures: {
    budget: 'Budget',
    plan: 'Spending plan',
    spent: 'Spent',
    disbursed: 'Disbursed',
    committed: 'Committed',
    available: 'Available',
  },
  statuses: { achieved: 'Achieved', on_plan: 'On plan', late: 'Late', not_started: 'Not started' },
  quarter: (quarter) => `Quarter ${quarter.slice(1)}`,
  fiscalYear: (year, era) => `Fiscal year ${era === 'CE' ? 'C.E.' : 'B.E.'} ${year}`,
  million: 'million baht',
  inUnit: 'Unit',
  project: 'Project',
  total: 'Total',
  code: 'Code',
  planTo: (quarter) => `Plan to quarter ${quarter.slice(1)}`,
  ofPlanTo: (quarter) => `% of plan to quarter ${quarter.slice(1)}`,
  status: 'Status',
  inWords: 'In words',
  achievedItems: 'Items achieved',
  item: 'Item',
  year: 'Year',
  kpi: 'KPI',
  target: 'Target',
  unit: 'Unit',
  planOf: (quarter) => `Plan ${quarter}`,
  resultOf: (quarter) => `Result ${quarter}`,
  ofTarget: '% of target',
  summary: 'Plan and spending of the budget, summary',
  kpis: (project) => `KPIs of project ${project}`,
  statusPage: 'Status of the projects',
  origin: 'Origin',
  number: 'Report number',
  draft: 'Draft, not published',
  asOf: 'Figures of',
  knownAt: 'As known at',
  position: 'Position in the log',
  bookedAt: 'Booked',
  effectiveTo: 'Effective to',
  address: 'Address of the report',
  digest: 'Digest of the figures (SHA-256)',
  projections: 'Projections',
  software: 'Software',
  noKpis: 'This project has no KPIs',
  signs: '"-" nothing planned or posted, 0.0000 a real zero, a figure in parentheses is negative',
  summaryCaption: (quarter) => `Plan and spending, cumulative to quarter ${quarter.slice(1)}`,
  projectCaption: 'Plan and spending by quarter',
  chartOfProjects: (share, quarter) => `${share} % of the plan to quarter ${quarter.slice(1)} is spent`,
  chartOfQuarters: (project) => `Plan and spending of ${project} by quarter`,
  chartDescription: 'Outlined = plan, solid = disbursed, hatched = committed; the figures of the table',
  rounding: (name, added, total, difference) =>
    `${name}: the printed cells add up to ${added}, the total of the exact values is ${total} (difference ${difference}); each cell is rounded by itself`,
  foreword: 'Summary',
  page: 'Page',
};

const WORDS: Readonly<Record<Language, Words>> = { th, en };

export const wordsOf = (language: Language): Words => WORDS[language];

/** A shape beside the word, so that a status survives print without colours. */
export const STATUS_SHAPES: Readonly<Record<Status, string>> = {
  achieved: '●',
  on_plan: '◑',
  not_started: '○',
  late: '▲',
};
