import { column, optional, type SheetColumn } from './column.ts';

/** Columns that several kinds of sheet share. */

export const fiscalYear = optional(
  column('fiscalYear', 'year', ['ปีงบประมาณ', 'ปี', 'ปีงบ'], ['Fiscal year', 'Year', 'FY'], '2569'),
);
export const project = column(
  'project',
  'name',
  ['โครงการ', 'รหัสโครงการ'],
  ['Project', 'Project code'],
  'P01',
);
export const fundSource = column(
  'fundSource',
  'code',
  ['แหล่งเงิน', 'แหล่งของเงิน', 'รหัสแหล่งของเงิน'],
  ['Fund source', 'Source of funds', 'Fund'],
  'annual-appropriation',
);
export const category = column(
  'category',
  'code',
  ['หมวดรายจ่าย', 'หมวด', 'งบรายจ่าย', 'ประเภทรายจ่าย'],
  ['Category', 'Expenditure category'],
  'operating',
);
export const amount = column(
  'amount',
  'amount',
  ['จำนวนเงิน', 'จำนวนเงิน (บาท)', 'วงเงิน', 'เงิน'],
  ['Amount', 'Amount (baht)', 'Total'],
  '14,400,000.00',
);
export const effectiveOn = column(
  'effectiveOn',
  'date',
  ['วันที่', 'วันที่มีผล', 'ลงวันที่', 'วันที่เอกสาร'],
  ['Date', 'Effective on', 'Effective date'],
  '30 ธ.ค. 2568',
);
export const description = optional(
  column('description', 'text', ['รายละเอียด', 'รายการ', 'คำอธิบาย'], ['Description', 'Item'], 'ค่าจ้างพัฒนาระบบ'),
);
export const counterparty = optional(
  column(
    'counterparty',
    'code',
    ['คู่สัญญา', 'รหัสคู่สัญญา', 'ผู้ขาย', 'เจ้าหนี้'],
    ['Counterparty', 'Vendor', 'Supplier'],
    'V-0012',
  ),
);
export const reason = optional(
  column('reason', 'text', ['เหตุผล', 'หมายเหตุ'], ['Reason', 'Remark', 'Note'], 'ตามมติคณะกรรมการ'),
);
export const request = column(
  'request',
  'code',
  ['เลขที่คำขอ', 'เลขที่ใบขอ', 'คำขอ'],
  ['Request', 'Request number', 'PR'],
  'PR-2569-007',
);
export const commitment = column(
  'commitment',
  'code',
  ['เลขที่ใบสั่ง/สัญญา', 'เลขที่ใบสั่งซื้อ', 'เลขที่ใบสั่งจ้าง', 'เลขที่สัญญา', 'เลขที่ PO'],
  ['Commitment', 'Order number', 'Contract number', 'PO'],
  'PO-2569-014',
);
export const acceptance = column(
  'acceptance',
  'code',
  ['เลขที่ตรวจรับ', 'เลขที่ใบตรวจรับ'],
  ['Acceptance', 'Acceptance number'],
  'AC-2569-021',
);
export const document = optional(
  column('document', 'code', ['เลขที่หนังสือ', 'เลขที่เอกสาร'], ['Document', 'Document number'], 'นร 0701/123'),
);
export const kindOfCommitment = optional(
  column('kind', 'choice', ['ประเภท', 'ประเภทเอกสาร'], ['Kind', 'Type'], 'ใบสั่ง', {
    choices: {
      order: ['ใบสั่ง', 'ใบสั่งซื้อ', 'ใบสั่งจ้าง', 'po', 'order'],
      contract: ['สัญญา', 'contract'],
      'non-order': ['ไม่มีใบสั่ง', 'ดำเนินการเอง', 'non-order', 'no order'],
    },
  }),
);
/** What is planned in a quarter. */
export const quarterAmount = (quarter: 1 | 2 | 3 | 4): SheetColumn =>
  column(
    `Q${quarter}`,
    'amount',
    [`ไตรมาส ${quarter}`, `แผนไตรมาส ${quarter}`, `ไตรมาสที่ ${quarter}`],
    [`Q${quarter}`, `Quarter ${quarter}`, `Plan Q${quarter}`],
    '3,600,000.00',
    { dash: 'zero' },
  );
/** The columns of a plan. */
export const planned = [
  fiscalYear,
  project,
  quarterAmount(1),
  quarterAmount(2),
  quarterAmount(3),
  quarterAmount(4),
  effectiveOn,
];
/** A column of text. */
export const text = (
  key: string,
  th: readonly string[],
  en: readonly string[],
  example: string,
  longest = 20_000,
): SheetColumn => column(key, 'text', th, en, example, { longest });
