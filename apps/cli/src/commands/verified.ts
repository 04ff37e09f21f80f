import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Finding, Progress } from '#verification';

export interface VerifyQuestions {
  readonly keysFile: string | undefined;
  readonly checkpointFile: string | undefined;
  /** Folder of the signing keys of the ledger, where it is not beside the data folder. */
  readonly keysFolder: string | undefined;
  /** Certificates in PEM form that vouch for time-stamps. */
  readonly trustedStamps: string | undefined;
  /** Parameters of the audit rules that the ledger was run with. */
  readonly auditRulesFile: string | undefined;
  readonly onFinding: (finding: Finding) => void;
  readonly onNotice: (notice: string) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** What was verified, and what vouches for it. */
export interface Verified {
  readonly kind: 'bundle' | 'ledger';
  readonly events: number;
  readonly accessEvents: number;
  /** Events that a checkpoint vouches for. */
  readonly proven: number;
  readonly accessProven: number;
  readonly checkpoints: number;
  readonly keys: readonly string[];
  readonly findings: number;
}

/** Verifies a bundle, or the folder of a ledger. Throws why it cannot be read. */
export async function verified(folder: string, questions: VerifyQuestions): Promise<Verified> {
  const isBundle = ['manifest.json', 'events.jsonl'].some((name) => existsSync(join(folder, name)));
  const { auditRulesFile, keysFolder, ...others } = questions;
  // Of a million events nearly all is forgotten at once; the heap need not keep room for it.
  setFlagsFromString('--semi-space-growth-factor=1');
  // Loaded only here: help needs none of it.
  const { verifyFolder, verifyWholeBundle } = await import('#verification');
  if (isBundle) {
    const { manifest: _, root: _root, checkpoints, ...summary } = await verifyWholeBundle(folder, others);
    return { kind: 'bundle', ...summary, checkpoints: checkpoints.length };
  }
  const projections = await readModelsWith(auditRulesFile);
  const {
    position: _position,
    root: _root,
    ...summary
  } = await verifyFolder(folder, { ...others, keysFolder, projections });
  return { kind: 'ledger', ...summary };
}

/** The read models that a ledger with these parameters keeps. */
async function readModelsWith(auditRulesFile: string | undefined) {
  const { readModelsOf } = await import('../../../ledger/src/embedded/read-models-of.ts');
  return readModelsOf(auditRulesFile);
}
