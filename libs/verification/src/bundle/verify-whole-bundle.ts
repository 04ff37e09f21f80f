import path from 'node:path';
import { type BundleSummary, lineOfTotals, readTotals, verifyBundle } from '#audit-trail';
import type { RecordedEvent } from '#event-store';
import { ledgerBook } from '../books.ts';
import { rerunDecisions } from '../decisions/rerun-decisions.ts';
import { World } from '../decisions/world.ts';
import type { Finding, OnFinding } from '../finding.ts';
import { checkTimeStamps } from '../seals/check-time-stamps.ts';
import { timeStampsOfBundle } from '../seals/found-time-stamps.ts';
import { SpilledStreamEnds } from '../scratch/spilled-stream-ends.ts';
import type { OnProgress } from '../telling.ts';
import { compareTotals } from '../totals/compare-totals.ts';
import { TotalsReplay } from '../totals/replay-totals.ts';
import { BundleStreams } from './bundle-streams.ts';

export interface WholeBundleQuestions {
  readonly onFinding: OnFinding;
  readonly onProgress?: OnProgress | undefined;
  /** Sees each event whose form is in order, as when a log is restored while it is verified. */
  readonly onEvent?: ((event: RecordedEvent) => void) | undefined;
  readonly onAccessEvent?: ((event: RecordedEvent) => void) | undefined;
  /** Verifier keys, and signed checkpoints, that were kept elsewhere. */
  readonly keysFile?: string | undefined;
  readonly checkpointFile?: string | undefined;
  /** Certificates in PEM form that vouch for time-stamps. */
  readonly trustedStamps?: string | undefined;
  /** What is no fault and should be known all the same. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

const [EVENTS, ACCESS, TOTALS] = ['events.jsonl', 'access.jsonl', 'totals.json'] as const;

/**
 * Checks everything in a bundle: its form, hashes, checkpoints and signatures, the totals that it reports against those
 * that its events add up to, and every decision, taken again. Throws the refusal `bundle-unreadable`.
 */
export async function verifyWholeBundle(
  folder: string,
  questions: WholeBundleQuestions,
): Promise<BundleSummary> {
  const logs = {
    events: new BundleStreams(path.join(folder, EVENTS)),
    access: new BundleStreams(path.join(folder, ACCESS)),
  };
  try {
    return await verifyWith(logs, folder, questions);
  } finally {
    logs.events.close();
    logs.access.close();
  }
}

interface BundleLogs {
  readonly events: BundleStreams;
  readonly access: BundleStreams;
}

async function verifyWith(
  { events, access }: BundleLogs,
  folder: string,
  questions: WholeBundleQuestions,
): Promise<BundleSummary> {
  const { onProgress, onEvent, onAccessEvent, keysFile, checkpointFile } = questions;
  const told = { findings: 0, totalsReadable: true };
  const onFinding = (finding: Finding): void => {
    told.findings += 1;
    if (finding.code === 'totals-differ') told.totalsReadable = false;
    questions.onFinding(finding);
  };
  const totals = new TotalsReplay(ledgerBook.catalogue);
  const summary = await verifyBundle(folder, {
    streamEnds: () => new SpilledStreamEnds(),
    onFinding,
    onEvent: (event, place) => {
      events.note(event, place);
      totals.take(event);
      onEvent?.(event);
    },
    onAccessEvent: (event, place) => {
      access.note(event, place);
      onAccessEvent?.(event);
    },
    onNotice: questions.onNotice,
    onProgress: ({ file, lines }) => onProgress?.({ what: file, done: lines }),
    ...(keysFile === undefined ? {} : { keysFile }),
    ...(checkpointFile === undefined ? {} : { checkpointFile }),
  });
  // Totals that are missing or cannot be read were found already.
  const reported = told.totalsReadable ? await readTotals(folder) : undefined;
  const place = { file: TOTALS, lineOf: lineOfTotals };
  for (const finding of reported ? compareTotals(reported, totals.rows(), place) : []) onFinding(finding);
  const onNotice = (notice: string): void => questions.onNotice?.(notice);
  await checkTimeStamps(timeStampsOfBundle(folder), questions.trustedStamps, { onFinding, onNotice });
  await rerun({ events, access }, onFinding, onProgress);
  return { ...summary, findings: told.findings };
}

async function rerun(
  { events, access }: BundleLogs,
  onFinding: OnFinding,
  onProgress: OnProgress | undefined,
): Promise<void> {
  events.open();
  access.open();
  const of = (what: string) => (done: number) => onProgress?.({ what, done });
  const ledger = World.ofLedger(events, access);
  await rerunDecisions(ledger, { file: EVENTS, onFinding, onProgress: of(`decisions of ${EVENTS}`) });
  await rerunDecisions(World.ofAccess(access), {
    file: ACCESS,
    onFinding,
    onProgress: of(`decisions of ${ACCESS}`),
  });
}
