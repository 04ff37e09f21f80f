import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, spawnNpm } from '../install.mjs';
import { type Answer, readAnswer } from './answer.ts';

/** A version that has had a critical advisory since 2021. A registry without one knows none at all. */
const KNOWN_BAD = { name: 'minimist', version: '0.0.8' };

/** Asks the registry about the packages of the product. */
export async function askRegistry(): Promise<Answer> {
  const answer = await audit(ROOT, ['--omit=dev']);
  if (answer.kind === 'none' || answer.findings.length > 0) return answer;
  // A mirror without advisories and an npm that is told to stay offline both say that all is well.
  const probe = await auditKnownBad();
  if (probe.kind === 'none') return probe;
  return probe.findings.length > 0
    ? answer
    : {
        kind: 'none',
        reason: `it has no advisory for ${KNOWN_BAD.name} ${KNOWN_BAD.version}, so it has none to give.`,
      };
}

async function auditKnownBad(): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'obligo-audit-'));
  const { name, version } = KNOWN_BAD;
  const project = { name: 'probe', version: '0.0.0', dependencies: { [name]: version } };
  const packages = { '': project, [`node_modules/${name}`]: { version } };
  try {
    // The settings of the project may name the registry.
    copyFileSync(path.join(ROOT, '.npmrc'), path.join(folder, '.npmrc'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(project));
    writeFileSync(
      path.join(folder, 'package-lock.json'),
      JSON.stringify({ ...project, lockfileVersion: 3, packages }),
    );
    return await audit(folder, []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `npm audit` by the lock file of a folder. */
function audit(folder: string, args: readonly string[]): Promise<Answer> {
  const options = ['--package-lock-only', '--json', '--loglevel=error', '--fetch-timeout=60000'];
  const child = spawnNpm(['audit', ...options, ...args], {
    cwd: folder,
    // What it says of a failure on stderr stands in its JSON too.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ kind: 'none', reason: `npm does not start: ${error.message}` }));
    child.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'))));
  });
}
