import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { EMPTY_ROOT, formatVerifierKey, keysThatSigned, type TrustedCheckpoint } from '#audit-trail';
import { assertReadable, type RecordedEvent } from '#event-store';
import { type Projection, projections as allProjections } from '#read-models';
import type { KeyFolder, LogName } from '#sealing';
import { rerunDecisions } from '../decisions/rerun-decisions.ts';
import { World } from '../decisions/world.ts';
import type { OnFinding } from '../finding.ts';
import { ReadModelsCheck } from '../read-models/check-read-models.ts';
import { checkKeyFolders, keyFoldersOf, wasSealed } from '../seals/check-key-folder.ts';
import { checkTimeStamps } from '../seals/check-time-stamps.ts';
import { timeStampsOfSeals } from '../seals/found-time-stamps.ts';
import { readVouching, type Vouching } from '../seals/read-seals.ts';
import { TileCheck } from '../seals/tile-check.ts';
import { refuse } from '../refusals.ts';
import type { OnProgress, Telling } from '../telling.ts';
import { checkFiles, type LogsWithoutDoubles } from './check-files.ts';
import { type CheckedLog, checkLog } from './check-log.ts';
import { FILES, SNAPSHOTS } from './file-names.ts';
import { onDamage, onDamageAsync, openFolder, type OpenedFolder } from './read-folder.ts';

export interface FolderQuestions {
  readonly onFinding: OnFinding;
  /** What is no fault and should be known all the same. */
  readonly onNotice?: ((notice: string) => void) | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Verifier keys, and signed checkpoints, that were kept elsewhere. */
  readonly keysFile?: string | undefined;
  readonly checkpointFile?: string | undefined;
  /** Folder of the signing keys, with the list of the public ones; beside the data folder when absent. */
  readonly keysFolder?: string | undefined;
  /** Certificates in PEM form that vouch for time-stamps. */
  readonly trustedStamps?: string | undefined;
  /** The read models of the ledger; those that every ledger has when absent. */
  readonly projections?: readonly Projection[] | undefined;
  /** Whether the program that asks serves this folder: then read models of another version are not its own. */
  readonly isServed?: boolean | undefined;
}

export interface FolderSummary {
  readonly events: number;
  readonly accessEvents: number;
  /** Position of the last event; 0 of an empty log. */
  readonly position: number;
  /** Root of the tree over the events. */
  readonly root: Uint8Array;
  /** Events, and events of the access log, that a checkpoint vouches for. */
  readonly proven: number;
  readonly accessProven: number;
  readonly checkpoints: number;
  /** The keys that signed these checkpoints, in their text form. */
  readonly keys: readonly string[];
  readonly findings: number;
}

/**
 * Checks everything in a data folder, also while a service owns it: the log and the access log row by row, seals and
 * signatures, every decision, the totals and the read models. Nothing is written there. Throws the refusal
 * `no-ledger-to-verify`, or `ledger-moved-on` when somebody opened the ledger meanwhile.
 */
export async function verifyFolder(folder: string, questions: FolderQuestions): Promise<FolderSummary> {
  assertReadable(folder);
  if (!existsSync(join(folder, FILES.ledger))) {
    const message = existsSync(join(folder, FILES.seals))
      ? `The log of the ledger in ${folder} is lost: its seals are there, and ${FILES.ledger} is not; restore it.`
      : `${folder} holds nothing to verify: expected a bundle, or the folder of a ledger.`;
    throw refuse('no-ledger-to-verify', message, { folder });
  }
  let findings = 0;
  const telling: Telling = {
    onFinding: (finding) => {
      findings += 1;
      questions.onFinding(finding);
    },
    onNotice: (notice) => questions.onNotice?.(notice),
    onProgress: (progress) => questions.onProgress?.(progress),
  };
  const files = openFolder(folder, telling.onFinding);
  try {
    const summary = await checkAll(files, questions, telling);
    mustHaveStayed(folder, files);
    return { ...summary, findings };
  } finally {
    files.close();
  }
}

async function checkAll(
  files: OpenedFolder,
  {
    keysFile,
    checkpointFile,
    keysFolder,
    trustedStamps,
    projections = allProjections,
    isServed = false,
  }: FolderQuestions,
  telling: Telling,
): Promise<Omit<FolderSummary, 'findings'>> {
  const { ledger, access, seals } = files;
  const { onFinding } = telling;
  const withoutDoubles = checkFiles(files, telling);
  tellSnapshots(files, telling);
  const vouching = (await onDamageAsync(FILES.seals, onFinding, () =>
    readVouching({ seals, ...telling, keysFile, checkpointFile }),
  )) ?? { checkpoints: [], keys: [] };
  const keyFolders = keyFoldersOf(files.dir, keysFolder);
  onDamage(FILES.seals, onFinding, () => seals && checkKeyFolders(seals, keyFolders, telling));
  await onDamageAsync(FILES.seals, onFinding, async () => {
    if (seals) await checkTimeStamps(timeStampsOfSeals(seals), trustedStamps, telling);
  });
  const tables = onDamage(
    FILES.projections,
    onFinding,
    () => files.projections && ReadModelsCheck.of(files.projections, { projections, isServed }, telling),
  );
  const events = await checkOne({ files, name: 'ledger', vouching, withoutDoubles }, telling, (event) =>
    tables?.take(event),
  );
  const accessEvents = await checkOne({ files, name: 'access', vouching, withoutDoubles }, telling);
  const known = { keyFolders, keysGiven: keysFile !== undefined, checkpoints: vouching.checkpoints.length };
  tellTail(files, known, { events, access: accessEvents }, telling);
  if (ledger && access) await rerunBoth(files, telling);
  if (tables && events === NOTHING) {
    telling.onNotice('the read models are not compared, since the log cannot be read to its end');
  } else if (ledger && tables) {
    await onDamageAsync(FILES.projections, onFinding, () => tables.finish((span) => ledger.recorded(span)));
  }
  return {
    events: events.size,
    accessEvents: accessEvents.size,
    position: events.position,
    root: events.root,
    proven: events.proven,
    accessProven: accessEvents.proven,
    checkpoints: vouching.checkpoints.length,
    keys: keysThatSigned(vouching.keys, vouching.checkpoints).map(formatVerifierKey),
  };
}

const NOTHING: CheckedLog = { size: 0, proven: 0, tail: 0, position: 0, root: EMPTY_ROOT };

interface OneLog {
  readonly files: OpenedFolder;
  readonly name: LogName;
  readonly vouching: Vouching;
  readonly withoutDoubles: LogsWithoutDoubles;
}

async function checkOne(
  { files, name, vouching: { checkpoints }, withoutDoubles }: OneLog,
  { onFinding, onProgress }: Telling,
  onEvent?: (event: RecordedEvent) => void,
): Promise<CheckedLog> {
  const [file, log] = [FILES[name], files[name]];
  const heads = name === 'ledger' ? checkpoints : checkpoints.flatMap(accessHead);
  const identitiesDiffer = log !== undefined && withoutDoubles.has(log);
  const check = async (): Promise<CheckedLog> => {
    const tiles = files.seals && log && new TileCheck(files.seals, { name, log, onFinding });
    const progress = (done: number): void => onProgress({ what: file, done });
    const listeners = { onFinding, onEvent, onProgress: progress };
    return log ? checkLog(log, { file, heads, tiles, identitiesDiffer, ...listeners }) : NOTHING;
  };
  if (!log)
    onFinding({ code: 'log-unreadable', file, message: `${file} is missing, or cannot be read at all.` });
  return (await onDamageAsync(file, onFinding, check, log)) ?? NOTHING;
}

const accessHead = ({ access, file, line }: TrustedCheckpoint) => (access ? [{ ...access, file, line }] : []);

/** What was never sealed cannot have been changed since; that the ledger goes on is no fault. */
function tellTail(
  { seals }: OpenedFolder,
  known: {
    readonly keyFolders: readonly KeyFolder[];
    readonly keysGiven: boolean;
    readonly checkpoints: number;
  },
  { events, access }: { readonly events: CheckedLog; readonly access: CheckedLog },
  { onFinding, onNotice }: Telling,
): void {
  if (wasSealed(known.keyFolders) && !(seals && hasCheckpoints(seals))) {
    const missing = seals ? 'holds no checkpoint' : 'is missing or cannot be read';
    const message = `${FILES.seals} ${missing}, and the keys beside the folder say that it was sealed.`;
    return onFinding({ code: 'seals-differ', file: FILES.seals, message });
  }
  if (known.keysGiven && known.checkpoints === 0 && events.size + access.size > 0) {
    const message = 'No checkpoint is signed with the keys that were given: nothing vouches for any event.';
    return onFinding({ code: 'seals-differ', file: FILES.seals, message });
  }
  if (!seals) return onNotice('nothing was ever sealed here: no checkpoint vouches for any event');
  for (const [what, { tail }] of [
    ['events', events],
    ['events of the access log', access],
  ] as const) {
    if (tail > 0) onNotice(`the last ${tail} ${what} are not sealed yet: no checkpoint vouches for them`);
  }
}

/** States of accounts that postings begin with after a start; a decision that one of them misled is found in the log. */
function tellSnapshots({ dir }: OpenedFolder, { onNotice }: Telling): void {
  if (!existsSync(join(dir, SNAPSHOTS))) return;
  onNotice(`${SNAPSHOTS} is not verified: without it, accounts are folded from the log at the next start`);
}

/** A service that finds no seals makes an empty file of them. What cannot be read is told elsewhere. */
function hasCheckpoints(seals: DatabaseSync): boolean {
  try {
    return seals.prepare('SELECT 1 FROM checkpoints LIMIT 1').get() !== undefined;
  } catch {
    return true;
  }
}

async function rerunBoth(
  { ledger, access }: OpenedFolder,
  { onFinding, onProgress }: Telling,
): Promise<void> {
  if (!ledger || !access) return;
  const logs = [
    [ledger, () => World.ofLedger(ledger, access)],
    [access, () => World.ofAccess(access)],
  ] as const;
  for (const [log, make] of logs) {
    // Either looks into the log of who may do what first.
    const world = onDamage(FILES.access, onFinding, make);
    if (!world) continue;
    const file = log === ledger ? FILES.ledger : FILES.access;
    const progress = (done: number): void => onProgress({ what: `decisions of ${file}, streams`, done });
    const rerun = () => rerunDecisions(world, { file, onFinding, onProgress: progress });
    await onDamageAsync(file, onFinding, rerun, log);
  }
}

/** Files that nobody had open were read without a lock. */
function mustHaveStayed(folder: string, files: OpenedFolder): void {
  if (files.stayed()) return;
  const message = `Somebody opened the ledger in ${folder} while it was read: expected it to stay as it was; verify again.`;
  throw refuse('ledger-moved-on', message, { folder });
}
