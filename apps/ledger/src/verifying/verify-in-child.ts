import { type Finding, MOST_KEPT_FINDINGS } from '#verification';
import type { ChildMessage, ChildSummary } from './child-message.ts';
import { runOwnProcess } from './own-process.ts';

export interface ChildResult {
  /** Nothing when it could not be brought to an end. */
  readonly summary: ChildSummary | undefined;
  readonly findings: readonly Finding[];
  readonly findingCount: number;
  readonly notices: readonly string[];
  readonly failure: string | null;
}

export interface ChildQuestions {
  readonly folder: string;
  /** Folder of the signing keys. */
  readonly keysFolder: string;
  readonly auditRulesFile: string | undefined;
  readonly onProgress: (progress: { what: string; done: number }) => void;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/** Verifies a folder in a process of its own; whatever becomes of it is told, never thrown. */
export async function verifyInChild(questions: ChildQuestions): Promise<ChildResult> {
  const { folder, keysFolder, auditRulesFile, onProgress, signal } = questions;
  const findings: Finding[] = [];
  const notices: string[] = [];
  let findingCount = 0;
  let summary: ChildSummary | undefined;
  let told: string | undefined;
  const ended = await runOwnProcess<ChildMessage>({
    program: 'verify-child',
    args: [folder, keysFolder, ...(auditRulesFile === undefined ? [] : [auditRulesFile])],
    signal,
    onMessage: (message) => {
      if (message.kind === 'progress') onProgress(message);
      else if (message.kind === 'notice') notices.push(message.notice);
      else if (message.kind === 'done') summary = message.summary;
      else if (message.kind === 'failed') told = message.why;
      else {
        findingCount += 1;
        if (findings.length < MOST_KEPT_FINDINGS) findings.push(message.finding);
      }
    },
  });
  const failure = summary ? null : (told ?? ended ?? 'the verifier said nothing');
  return { summary, findings, findingCount, notices, failure };
}
