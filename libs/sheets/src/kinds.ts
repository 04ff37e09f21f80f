import { column, optional, type SheetColumn } from './column.ts';
import {
  fiscalYear,
  project,
  fundSource,
  category,
  amount,
  effectiveOn,
  description,
  counterparty,
  reason,
  request,
  commitment,
  acceptance,
  document,
  kindOfCommitment,
  planned,
  text,
} from './columns.ts';

/** What the rows of a sheet are posted as. */
export const SHEET_KINDS = [
  'accounts',
  'allocations',
  'plans',
  'plan-revisions',
  'requests',
  'commitments',
  'acceptances',
  'disbursements',
  'kpi-results',
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export interface KindOfSheet {
  readonly kind: SheetKind;
  readonly title: { readonly th: string; readonly en: string };
  readonly columns: readonly SheetColumn[];
  /** Columns of which one at least must be filled: where the money of the row comes from. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Whether what it recorded can be taken back as one. */
  readonly reversible: boolean;
}

/** At most so many rows are one sheet. */
export const MOST_ROWS = 2_000;

/** Every kind of sheet with its columns, in the order of a template. */
export const sheetKinds: readonly KindOfSheet[] = [
  {
    kind: 'accounts',
    title: { th: 'เปิดบัญชีโครงการ', en: 'Project accounts' },
    columns: [
      fiscalYear,
      project,
      text('name', ['ชื่อโครงการ'], ['Project name', 'Name'], 'ดิจิทัลไอดี', 500),
      optional(text('nameEn', ['ชื่อภาษาอังกฤษ'], ['English name', 'Name in English'], 'Digital ID', 500)),
      optional(text('programme', ['แผนงาน'], ['Programme', 'Plan'], 'แผนงานบูรณาการ', 500)),
      effectiveOn,
    ],
    reversible: false,
  },
  {
    kind: 'allocations',
    title: { th: 'จัดสรรงบประมาณ', en: 'Allocations' },
    columns: [fiscalYear, project, fundSource, category, amount, effectiveOn, document, reason],
    reversible: true,
  },
  { kind: 'plans', title: { th: 'แผนการใช้จ่าย', en: 'Spending plans' }, columns: planned, reversible: false },
  {
    kind: 'plan-revisions',
    title: { th: 'ปรับแผนการใช้จ่าย', en: 'Plan revisions' },
    columns: [...planned, { ...reason, required: true }],
    reversible: true,
  },
  {
    kind: 'requests',
    title: { th: 'จองงบ', en: 'Requests' },
    columns: [request, fiscalYear, project, fundSource, category, amount, effectiveOn, description, reason],
    reversible: true,
  },
  {
    kind: 'commitments',
    title: { th: 'ก่อหนี้ผูกพัน', en: 'Commitments' },
    columns: [
      commitment,
      fiscalYear,
      project,
      optional(fundSource),
      optional(category),
      optional(request),
      amount,
      effectiveOn,
      kindOfCommitment,
      description,
      counterparty,
      reason,
    ],
    oneOf: [['fundSource', 'category'], ['request']],
    reversible: true,
  },
  {
    kind: 'acceptances',
    title: { th: 'ตรวจรับ', en: 'Acceptances' },
    columns: [
      acceptance,
      fiscalYear,
      project,
      commitment,
      amount,
      effectiveOn,
      optional(column('dueOn', 'date', ['กำหนดจ่าย', 'วันครบกำหนด'], ['Due on', 'Due date'], '15 ม.ค. 2569')),
      optional(column('invoice', 'code', ['เลขที่ใบแจ้งหนี้'], ['Invoice', 'Invoice number'], 'INV-77')),
      description,
      reason,
    ],
    reversible: true,
  },
  {
    kind: 'disbursements',
    title: { th: 'เบิกจ่าย', en: 'Disbursements' },
    columns: [
      column(
        'disbursement',
        'code',
        ['เลขที่ฎีกา', 'เลขที่ใบสำคัญ', 'เลขที่ขอเบิก'],
        ['Disbursement', 'Voucher', 'Voucher number'],
        'V-2569-101',
      ),
      fiscalYear,
      project,
      optional(fundSource),
      optional(category),
      optional(commitment),
      optional(acceptance),
      amount,
      effectiveOn,
      optional(column('final', 'flag', ['งวดสุดท้าย', 'จ่ายงวดสุดท้าย'], ['Final', 'Final payment'], 'ใช่')),
      description,
      counterparty,
      reason,
    ],
    oneOf: [['fundSource', 'category'], ['commitment'], ['acceptance']],
    reversible: true,
  },
  {
    kind: 'kpi-results',
    title: { th: 'ผลตัวชี้วัด', en: 'KPI results' },
    columns: [
      column('kpi', 'name', ['ตัวชี้วัด', 'รหัสตัวชี้วัด'], ['KPI', 'KPI code'], 'P08-K2'),
      column('result', 'code', ['เลขที่ผล', 'เลขที่รายงานผล'], ['Result', 'Result number'], 'Q2-2569'),
      fiscalYear,
      column('quarter', 'quarter', ['ไตรมาส', 'ไตรมาสที่'], ['Quarter'], '2'),
      optional(column('value', 'figure', ['ผล', 'ผลการดำเนินงาน', 'ค่าที่ได้'], ['Value', 'Figure'], '1805')),
      optional(text('text', ['ผลเป็นข้อความ', 'ผล (ข้อความ)'], ['Result in words', 'Text'], 'แล้วเสร็จ')),
      optional(column('inPlan', 'figure', ['ในแผน'], ['In plan'], '1500')),
      optional(column('outOfPlan', 'figure', ['นอกแผน'], ['Out of plan'], '305')),
      optional(text('narrative', ['รายละเอียดการดำเนินงาน', 'คำบรรยาย'], ['Narrative'], 'จัดอบรม 12 ครั้ง')),
      effectiveOn,
      reason,
    ],
    oneOf: [['value'], ['text']],
    reversible: false,
  },
];

/** A kind of sheet by its name; nothing for a name that no sheet has. */
export const sheetKind = (name: string): KindOfSheet | undefined =>
  sheetKinds.find(({ kind }) => kind === name);
