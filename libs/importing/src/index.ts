/**
 * Takes published tables over: reads a folder, lists every fault, and plans the postings in the order in
 * which the organisation learnt the figures. Posts nothing itself.
 */
export { type Fault, type Note, type NoteCode, noteCodes } from './fault.ts';
export { type FaultCode, faultCodes } from './fault-codes.ts';
export { importKey } from './import-key.ts';
export {
  type CommandCount,
  type ImportPlan,
  type ImportStep,
  type ImportSummary,
  type StepSummary,
  summaryOf,
} from './import-plan.ts';
export type { KnownLedger } from './known-ledger.ts';
export { organisationOf, planImport } from './plan-import.ts';
export { importFaulty, importRefusals } from './refusals.ts';
export { limits as importLimits, type SourceFile } from './source/source-file.ts';
