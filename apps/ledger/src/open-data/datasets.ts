import type { Bilingual } from '#glossary';
import { amountFields } from './amount-fields.ts';
import type { Field } from './field.ts';
import { wordFields } from './word-fields.ts';

/** A table that the ledger gives out as CSV and as JSON. */
export interface Dataset {
  readonly id: string;
  /** Address under /api/v1. */
  readonly path: string;
  readonly name: Bilingual;
  /** What must be asked besides `format=csv`. */
  readonly needs: readonly ('fiscalYear' | 'quarter')[];
  /** Keys of its columns, in their order. */
  readonly columns: readonly string[];
}

const YEAR = ['fiscalYear'] as const;
const QUARTER = ['fiscalYear', 'quarter'] as const;

const dataset = (
  path: string,
  name: readonly [th: string, en: string],
  needs: Dataset['needs'],
  columns: string,
): Dataset => ({
  id: path.split('/').at(-1) ?? path,
  path,
  name: { th: name[0], en: name[1] },
  needs,
  columns: columns.split(' '),
});

const LINE = 'level project_code fund_source category';

/** The datasets of the ledger, those that most ask for first. A spec holds the columns against the real answers. */
export const DATASETS: readonly Dataset[] = [
  dataset(
    'reports/quarterly',
    ['แผนและผลรายไตรมาสของโครงการ', 'Plan and actual of projects by quarter'],
    QUARTER,
    'project_code budget_m plan_m spent_m disbursed_m committed_m available_m',
  ),
  dataset(
    'reports/budget-status',
    ['สถานะงบประมาณรายรายการ', 'Budget status by line'],
    YEAR,
    `${LINE} estimated_m original_m supplements_m cuts_m transfers_m brought_forward_m carried_forward_m returned_m lapsed_m current_m released_m pre_committed_m committed_m accepted_m disbursed_m advances_m available_m`,
  ),
  dataset(
    'reports/budget-book',
    ['เล่มงบประมาณ', 'Budget book'],
    YEAR,
    'side level project_code fund_source category name estimated_m budget_m',
  ),
  dataset(
    'reports/budget-comparison',
    ['เปรียบเทียบงบประมาณกับจ่ายจริง', 'Budget against actual payments'],
    YEAR,
    `${LINE} original_m changes_m final_m actual_m difference_m carried_forward_m returned_m lapsed_m open_m reasons`,
  ),
  dataset(
    'reports/execution',
    ['การใช้งบประมาณรายขั้น', 'Execution by stage'],
    YEAR,
    'project_code through original_m commitment_stage_m commitment_stage_percent payment_stage_m payment_stage_percent',
  ),
  dataset(
    'reports/disbursement-targets',
    ['การเบิกจ่ายเทียบเป้าหมาย', 'Disbursement against target rates'],
    YEAR,
    'group through last_day budget_m disbursed_m percent target_percent shortfall_m status',
  ),
  dataset(
    'reports/year-end',
    ['สิ้นปีงบประมาณ', 'End of the fiscal year'],
    YEAR,
    `fiscal_year ${LINE} final_m disbursed_m disbursed_after_m carried_forward_m returned_m lapsed_m reserved_m open_m available_m brought_forward_m`,
  ),
  dataset(
    'reports/kpi',
    ['ตัวชี้วัดรายไตรมาส', 'KPIs by quarter'],
    QUARTER,
    'kpi_code project_code name quarter unit target_op target plan plan_to_date result in_plan out_of_plan result_to_date of_plan_percent of_plan_to_date_percent of_target_percent status result_text plan_text target_text data_as_of narrative',
  ),
  dataset(
    'reports/status',
    ['สถานะโครงการ', 'Status of projects'],
    QUARTER,
    'report project_code status shape achieved_items text',
  ),
  dataset(
    'commitments',
    ['หนี้ผูกพันคงค้าง', 'Open commitments'],
    YEAR,
    'project_code commitment item fund_source category made_on last_moved_on committed accepted disbursed outstanding counterparty description',
  ),
  dataset(
    'reports/ageing',
    ['อายุของเอกสารคงค้าง', 'Age of open documents'],
    YEAR,
    'level stage bucket project_code document item fund_source category made_on due_on age_days overdue_days documents outstanding counterparty description',
  ),
  dataset(
    'reports/payment-days',
    ['ระยะเวลาจนถึงจ่าย', 'Days until payment'],
    YEAR,
    'level project_code document item request order acceptance paid_on amount request_to_order_days order_to_acceptance_days acceptance_to_payment_days whole_days late_days',
  ),
  dataset(
    'reports/likely-to-lapse',
    ['เงินที่อาจพับไป', 'Money likely to lapse'],
    YEAR,
    'project_code fund_source category what document item amount at_risk carry rest deadline days_left counterparty',
  ),
  dataset(
    'reports/transfer-reports',
    ['การโอนที่ต้องรายงาน', 'Transfers to be reported'],
    YEAR,
    'project_code document fund_source category made_on amount status due_on reported_on days_left',
  ),
  dataset(
    'reports/restatements',
    ['ตัวเลขที่เปลี่ยนหลังเผยแพร่', 'Figures restated after publication'],
    YEAR,
    'report published_as_of subject quarter column published now difference published_text now_text movement position booked_at effective_on event document actor reason source',
  ),
  dataset(
    'budget-accounts',
    ['บัญชีงบประมาณของโครงการ', 'Budget accounts of projects'],
    YEAR,
    'project_code name name_en',
  ),
  dataset(
    'journal',
    ['สมุดรายการ', 'Journal'],
    [],
    'position booked_at effective_on type fiscal_year project_code document amount actor reason source recorded_at event_id stream item counterparty description imported reverses reversed_by',
  ),
];

/** What a column holds, by its key; nothing for a key of no dataset. */
export const fieldOf = (key: string): Field | undefined => amountFields[key] ?? wordFields[key];
