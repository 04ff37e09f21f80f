import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BundleSummary } from '#audit-trail';
import { isRowRefused, LogRestoration, type RecordedEvent } from '#event-store';
import { verifyWholeBundle, type WholeBundleQuestions } from '../bundle/verify-whole-bundle.ts';
import { FILES } from '../folder/file-names.ts';
import { refuse } from '../refusals.ts';
import { restoreSeals } from './restore-seals.ts';

export type ImportQuestions = Pick<
  WholeBundleQuestions,
  'onFinding' | 'onProgress' | 'keysFile' | 'checkpointFile'
>;

const PRIVATE_FOLDER = 0o700;

/**
 * Makes a ledger of a bundle in a new or empty folder: the same bytes, order and times, checkpoints and keys. The bundle
 * is verified while it is read; with a finding nothing is there afterwards. Throws the refusals `folder-not-empty` and
 * `bundle-unreadable`.
 */
export async function importBundle(
  bundle: string,
  folder: string,
  questions: ImportQuestions,
): Promise<BundleSummary> {
  const target = path.resolve(folder);
  await mustBeEmpty(target);
  const partial = `${target}.partial-${randomBytes(4).toString('hex')}`;
  await mkdir(partial, { recursive: true, mode: PRIVATE_FOLDER });
  try {
    const summary = await restoreInto(partial, bundle, questions);
    if (summary.findings === 0) await rename(partial, target);
    return summary;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function restoreInto(
  folder: string,
  bundle: string,
  questions: ImportQuestions,
): Promise<BundleSummary> {
  const logs = {
    ledger: LogRestoration.into(path.join(folder, FILES.ledger)),
    access: LogRestoration.into(path.join(folder, FILES.access)),
  };
  const end = (how: 'finish' | 'discard'): void => {
    logs.ledger[how]();
    logs.access[how]();
  };
  try {
    const summary = await verifyInto(logs, bundle, questions);
    const { manifest, findings } = summary;
    if (manifest && findings === 0) await restoreSeals(path.join(folder, FILES.seals), bundle, manifest);
    end(findings === 0 ? 'finish' : 'discard');
    return summary;
  } catch (error) {
    end('discard');
    throw error;
  }
}

/**
 * After the first finding nothing more is written, nor after a row that the tables refuse: some findings, as of an identity
 * that stands twice, are told at the end of a log alone.
 */
async function verifyInto(
  { ledger, access }: Readonly<Record<'ledger' | 'access', LogRestoration>>,
  bundle: string,
  questions: ImportQuestions,
): Promise<BundleSummary> {
  let findings = 0;
  let refused: Error | undefined;
  const adding =
    (log: LogRestoration) =>
    (event: RecordedEvent): void => {
      if (findings > 0 || refused !== undefined) return;
      try {
        log.add(event);
      } catch (error) {
        if (!isRowRefused(error)) throw error;
        refused = error;
      }
    };
  const summary = await verifyWholeBundle(bundle, {
    ...questions,
    onFinding: (finding) => {
      findings += 1;
      questions.onFinding(finding);
    },
    onEvent: adding(ledger),
    onAccessEvent: adding(access),
  });
  if (refused !== undefined && summary.findings === 0) throw refused;
  return summary;
}

async function mustBeEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const message = `${folder} holds ${names.length} things already: expected a new or an empty folder for the ledger.`;
  throw refuse('folder-not-empty', message, { folder });
}
