import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Finding, verifyFolder, verifyWholeBundle } from '#verification';
import { readModelsOf } from '../../apps/ledger/src/embedded/read-models-of.ts';
import type { Place } from './bundle-changes.fixture.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a verifier says of one bundle or data folder. */
export interface Verdict {
  /** 0 nothing found, 6 findings. */
  readonly code: number;
  readonly findings: readonly Pick<Finding, 'code' | 'file' | 'line' | 'stream' | 'revision' | 'message'>[];
}

/** What an auditor kept elsewhere. */
export interface Kept {
  readonly keysFile?: string;
  readonly checkpointFile?: string;
}

export async function ourVerdictOnBundle(folder: string, kept: Kept = {}): Promise<Verdict> {
  const findings: Finding[] = [];
  await verifyWholeBundle(folder, { ...kept, onFinding: (finding) => findings.push(finding) });
  return { code: findings.length > 0 ? 6 : 0, findings };
}

export async function ourVerdictOnFolder(folder: string, kept: Kept = {}): Promise<Verdict> {
  const findings: Finding[] = [];
  const projections = await readModelsOf(undefined);
  await verifyFolder(folder, { ...kept, projections, onFinding: (finding) => findings.push(finding) });
  return { code: findings.length > 0 ? 6 : 0, findings };
}

/** What the verifier in Python, which shares no code with ours, says of many bundles. */
export function independentVerdicts(
  folders: readonly string[],
  { keysFile, checkpointFile }: Kept = {},
): ReadonlyMap<string, Verdict> {
  const flags = { '--keys': keysFile, '--checkpoint': checkpointFile };
  const kept = Object.entries(flags).flatMap(([flag, file]) =>
    file === undefined ? [] : [`${flag}=${file}`],
  );
  const { stdout, stderr, status } = spawnSync(
    'python3',
    [
      join(import.meta.dirname, 'verify-many.py'),
      join(ROOT, 'libs/audit-trail/verifier/verify.py'),
      ...kept,
      ...folders,
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`the independent verifier ended with ${String(status)}: ${stderr}`);
  const verdicts = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict & { readonly bundle: string });
  return new Map(verdicts.map((verdict) => [verdict.bundle, verdict]));
}

/** Whether a finding points at one of the places of a change. */
export const isLocated = ({ findings }: Verdict, places: readonly Place[]): boolean =>
  findings.some((finding) => places.some((place) => pointsAt(finding, place)));

function pointsAt(finding: Verdict['findings'][number], place: Place): boolean {
  const [first, last] = place.lines ?? [0, Infinity];
  const line = finding.line ?? 0;
  const inLines = place.lines === undefined || (line >= first && line <= last);
  const revisions = [place.revision, place.revision && String(BigInt(place.revision) + 1n)];
  return (
    (place.file === undefined || finding.file === place.file) &&
    inLines &&
    (place.stream === undefined || finding.stream === place.stream) &&
    (place.revision === undefined || revisions.includes(finding.revision))
  );
}
