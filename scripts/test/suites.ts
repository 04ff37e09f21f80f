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
  readonly testResults: readonly { readonly assertionResults: readonly TestReport[] }[];
}

interface TestReport {
  readonly status: string;
  readonly title: string;
  readonly ancestorTitles: readonly string[];
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

/** What was left out, by the name of the topic that it stands under, with how many tests of it. */
export function leftOut(file: string): ReadonlyMap<string, number> {
  const topics = new Map<string, number>();
  if (!existsSync(file)) return topics;
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as SuiteReport;
  for (const { assertionResults } of testResults) {
    for (const { status, title, ancestorTitles } of assertionResults) {
      if (status !== 'pending' && status !== 'todo') continue;
      const topic = ancestorTitles[0] ?? title;
      topics.set(topic, (topics.get(topic) ?? 0) + 1);
    }
  }
  return topics;
}
