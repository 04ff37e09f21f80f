/**
 * Whether a ledger is what it says, found without asking it: the totals from the events, every decision taken again, the
 * read models against a fresh rebuild. Beside it how a log leaves a ledger and comes into another.
 */
export { accessBook, type Book, ledgerBook } from './books.ts';
export { exportFolder, type Exported, type ExportOptions } from './carrying/export-folder.ts';
export { importBundle, type ImportQuestions } from './carrying/import-bundle.ts';
export { type LogStreams } from './decisions/log-streams.ts';
export { rerunDecisions, type RerunOptions } from './decisions/rerun-decisions.ts';
export { World } from './decisions/world.ts';
export { type FolderQuestions, type FolderSummary, verifyFolder } from './folder/verify-folder.ts';
export { type Finding, type OnFinding, type VerificationCode } from './finding.ts';
export { verificationRefusals } from './refusals.ts';
export { compareTotals } from './totals/compare-totals.ts';
export { TotalsReplay } from './totals/replay-totals.ts';
export { reportedTotals } from './totals/reported-totals.ts';
export { verifyWholeBundle, type WholeBundleQuestions } from './bundle/verify-whole-bundle.ts';
export type { OnProgress, Progress } from './telling.ts';
export {
  MOST_KEPT_FINDINGS,
  type VerificationCause,
  type VerificationRun,
  verificationRunSchema,
} from './runs/run.ts';
export { VerificationRuns } from './runs/verification-runs.ts';
