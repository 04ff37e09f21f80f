import { existsSync, readFileSync } from 'node:fs';
import type { Ended, Totals } from './tasks.ts';

/** What is read of the report that jest writes with --json. */
interface SuiteReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Suites that could not be loaded. */
  readonly numRuntimeErrorTestSuites: number;
}

/** The totals of a run. No report, no test, or an exit code that the tests do not explain is a failure. */
export function readSuites(file: string, ended: Ended): Totals {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as SuiteReport;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const unexplained = failed === 0 && (ended.code !== 0 || report.numPassedTests === 0);
  return {
    passed: report.numPassedTests,
    failed: failed + (unexplained ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
