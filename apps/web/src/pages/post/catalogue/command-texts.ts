import { defineTexts } from '../../../texts/texts.ts';

/** What commands are called, in the order in which the chooser shows them. */

export const groupTexts = defineTexts({
  chain: { th: 'ใช้งบประมาณ', en: 'Use of the budget' },
  budget: { th: 'งบประมาณและแผน', en: 'Budget and plan' },
  documents: { th: 'เอกสารหลายรายการ', en: 'Documents of several lines' },
  reversals: { th: 'กลับรายการและปรับปรุง', en: 'Reversals and adjustments' },
  cash: { th: 'เงินยืม หลักประกัน และเงินประกันผลงาน', en: 'Advances, guarantees and retentions' },
  yearEnd: { th: 'สิ้นปีงบประมาณ', en: 'End of the fiscal year' },
  performance: { th: 'ตัวชี้วัดและรายงาน', en: 'KPIs and reports' },
  control: { th: 'นโยบาย หน้าที่ งวด และการอนุมัติ', en: 'Policy, duties, periods and approvals' },
});

export type CommandGroup = keyof typeof groupTexts;

const chain = defineTexts({
  requestMake: { th: 'จองงบ (ขออนุมัติหลักการ)', en: 'Pre-commit for a request' },
  commitmentMake: { th: 'ก่อหนี้ผูกพัน', en: 'Commit' },
  acceptanceMake: { th: 'ตรวจรับ', en: 'Accept work or goods' },
  disbursementMake: { th: 'เบิกจ่าย', en: 'Disburse' },
});

const budget = defineTexts({
  accountOpen: { th: 'เปิดบัญชีงบประมาณของโครงการ', en: 'Open the account of a project' },
  budgetEstimate: { th: 'บันทึกประมาณการ', en: 'Note an estimate' },
  budgetAllocate: { th: 'จัดสรรงบประมาณ', en: 'Allocate budget' },
  budgetRelease: { th: 'อนุมัติเงินประจำงวด', en: 'Release budget for a period' },
  budgetSupplement: { th: 'เพิ่มงบประมาณระหว่างปี', en: 'Supplement the budget' },
  budgetCut: { th: 'ปรับลดงบประมาณ', en: 'Cut the budget' },
  budgetTransfer: { th: 'โอนเปลี่ยนแปลงงบประมาณ', en: 'Transfer budget' },
  budgetReportTransfer: { th: 'รายงานการโอนแล้ว', en: 'Say that a transfer is reported' },
  planSet: { th: 'บันทึกแผนการใช้จ่าย', en: 'Set the spending plan' },
  planRevise: { th: 'ปรับแผนการใช้จ่าย', en: 'Revise the spending plan' },
});

const documents = defineTexts({
  documentRequest: { th: 'จองงบหลายรายการ', en: 'Pre-commit several lines' },
  documentCommit: { th: 'ก่อหนี้ผูกพันหลายรายการ', en: 'Commit several lines' },
  documentAccept: { th: 'ตรวจรับหลายรายการ', en: 'Accept several lines' },
  documentDisburse: { th: 'เบิกจ่ายหลายรายการ', en: 'Disburse several lines' },
  documentNote: { th: 'บันทึกรายการที่ไม่กระทบงบประมาณ', en: 'Note a line without budget' },
});

const reversals = defineTexts({
  requestRelease: { th: 'คืนเงินที่จองไว้', en: 'Release a request' },
  commitmentAmend: { th: 'แก้ไขวงเงินผูกพัน', en: 'Amend a commitment' },
  commitmentRelease: { th: 'คืนเงินผูกพันที่เหลือ', en: 'Release a commitment' },
  commitmentReverse: { th: 'กลับรายการผูกพัน', en: 'Reverse a commitment' },
  acceptanceReverse: { th: 'กลับรายการตรวจรับ', en: 'Reverse an acceptance' },
  disbursementReverse: { th: 'กลับรายการเบิกจ่าย', en: 'Reverse a disbursement' },
  disbursementRefund: { th: 'เบิกเกินส่งคืน', en: 'Refund of a disbursement' },
  budgetReverseTransfer: { th: 'กลับรายการโอนงบประมาณ', en: 'Reverse a transfer' },
  quarterCorrect: { th: 'ปรับปรุงไตรมาสที่สิ้นสุดแล้ว', en: 'Correct a quarter that has ended' },
  remarkAdd: { th: 'เพิ่มหมายเหตุหรือหลักฐาน', en: 'Add a remark or evidence' },
});

const cash = defineTexts({
  advancePay: { th: 'จ่ายเงินยืม', en: 'Pay an advance' },
  advanceClear: { th: 'ส่งใช้เงินยืม', en: 'Clear an advance' },
  advanceReturn: { th: 'คืนเงินยืมที่เหลือ', en: 'Return cash of an advance' },
  advanceReverseClearing: { th: 'กลับรายการส่งใช้เงินยืม', en: 'Reverse the clearing of an advance' },
  guaranteeHold: { th: 'รับหลักประกันสัญญา', en: 'Hold a guarantee' },
  guaranteeReturn: { th: 'คืนหลักประกันหรือเงินประกันผลงาน', en: 'Return a guarantee or retention' },
});

const yearEnd = defineTexts({
  yearEndReserve: { th: 'กันเงินไว้เบิกเหลื่อมปี', en: 'Reserve for the next year' },
  yearEndConfirm: { th: 'ยืนยันการกันเงิน', en: 'Confirm a reservation' },
  yearEndExtend: { th: 'ขยายเวลาเบิกจ่าย', en: 'Extend a reservation' },
  yearEndLapse: { th: 'ให้เงินที่กันไว้พับไป', en: 'Let a reservation lapse' },
  yearEndClose: { th: 'ปิดปีงบประมาณของโครงการ', en: 'Close the year of a project' },
  yearEndReverse: { th: 'กลับขั้นตอนสิ้นปีล่าสุด', en: 'Reverse the last year-end step' },
});

const performance = defineTexts({
  kpiDefine: { th: 'กำหนดตัวชี้วัด', en: 'Define a KPI' },
  kpiSetTarget: { th: 'กำหนดค่าเป้าหมาย', en: 'Set a target' },
  kpiReviseTarget: { th: 'ปรับค่าเป้าหมาย', en: 'Revise a target' },
  kpiSetPlan: { th: 'บันทึกแผนของตัวชี้วัด', en: 'Set the plan of a KPI' },
  kpiRevisePlan: { th: 'ปรับแผนของตัวชี้วัด', en: 'Revise the plan of a KPI' },
  kpiRecordResult: { th: 'บันทึกผลตัวชี้วัด', en: 'Record a result' },
  kpiCorrectResult: { th: 'แก้ไขผลตัวชี้วัด', en: 'Correct a result' },
  kpiMarkAchieved: { th: 'บันทึกว่าบรรลุเป้าหมาย', en: 'Mark a KPI as achieved' },
  quarterlyReportDate: { th: 'บันทึกรายงานรายไตรมาส', en: 'Enter a quarterly report' },
  quarterlyReportPublish: { th: 'เผยแพร่รายงานรายไตรมาส', en: 'Publish a quarterly report' },
  quarterlyReportStatus: { th: 'บันทึกสถานะโครงการในรายงาน', en: 'Give a project its status' },
});

const control = defineTexts({
  organisationRegister: { th: 'ขึ้นทะเบียนหน่วยงาน', en: 'Register an organisation' },
  policySet: { th: 'กำหนดนโยบายควบคุมงบประมาณ', en: 'Set the control policy' },
  dutyGrant: { th: 'มอบหน้าที่', en: 'Give a duty' },
  dutyWithdraw: { th: 'ถอนหน้าที่', en: 'Withdraw a duty' },
  dutyDelegate: { th: 'มอบหมายหน้าที่แทนชั่วคราว', en: 'Delegate a duty' },
  periodSoftClose: { th: 'ปิดงวดชั่วคราว', en: 'Close a period softly' },
  periodClose: { th: 'ปิดงวด', en: 'Close a period' },
  periodReopen: { th: 'เปิดงวดอีกครั้ง', en: 'Reopen a period' },
  approvalGive: { th: 'อนุมัติเอกสาร', en: 'Approve a document' },
  approvalRefuse: { th: 'ไม่อนุมัติเอกสาร', en: 'Refuse a document' },
  approvalWithdraw: { th: 'ถอนเอกสารที่ส่งไว้', en: 'Withdraw a document' },
});

/** The commands of each group, by operation. */
export const commandGroups = {
  chain,
  budget,
  documents,
  reversals,
  cash,
  yearEnd,
  performance,
  control,
} as const satisfies Readonly<Record<CommandGroup, unknown>>;

/** What every command is called, by operation. */
export const commandTexts = {
  ...chain,
  ...budget,
  ...documents,
  ...reversals,
  ...cash,
  ...yearEnd,
  ...performance,
  ...control,
};
