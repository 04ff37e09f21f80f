/** Receipts: files that prove, without any ledger, that events are in a log, or which events a report was made from. */
export type { ReceiptFinding, ReceiptFindingCode } from './finding.ts';
export {
  formatInclusionReceipt,
  type IncludedEvent,
  type InclusionReceipt,
  inclusionReceiptOf,
  type InclusionReceiptParts,
  MOST_RECEIPT_EVENTS,
} from './inclusion-receipt.ts';
export { spellReceipt } from './receipt-json.ts';
export {
  formatReportReceipt,
  type ReportedLog,
  type ReportReceipt,
  reportReceiptOf,
  type ReportReceiptParts,
} from './report-receipt.ts';
export { rootAt } from './root-at.ts';
export type { KeysFromOutside, Sealing } from './sealing.ts';
export {
  type InclusionVerdict,
  type ProvenEvent,
  verifyInclusionReceipt,
} from './verify-inclusion-receipt.ts';
export { type ReportReceiptVerdict, verifyReportReceipt } from './verify-report-receipt.ts';
