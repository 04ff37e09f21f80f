import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  type KeyTurns,
  NoteCheck,
  OUTSIDE,
  type ListedKey,
  parseListedKey,
  readKeys,
  readNotes,
  type TrustedCheckpoint,
} from '#audit-trail';
import { isRefusal } from '#kernel';
import { SealsFile } from '#sealing';
import type { OnFinding } from '../finding.ts';
import { FILES } from '../folder/file-names.ts';

/** What vouches for the logs of a data folder. */
export interface Vouching {
  /** Checkpoints that a known key signed. */
  readonly checkpoints: readonly TrustedCheckpoint[];
  readonly keys: readonly ListedKey[];
}

export interface VouchingQuestions {
  /** The seals of the folder; absent where there are none. */
  readonly seals: DatabaseSync | undefined;
  readonly onFinding: OnFinding;
  /** What is no fault and should be known all the same. */
  readonly onNotice: (notice: string) => void;
  /** Verifier keys, and signed checkpoints, that were kept elsewhere. */
  readonly keysFile?: string | undefined;
  readonly checkpointFile?: string | undefined;
}

/** Reads and checks the checkpoints of a data folder, and those that were kept elsewhere. Keys from outside go first. */
export async function readVouching({
  seals,
  onFinding,
  onNotice,
  keysFile,
  checkpointFile,
}: VouchingQuestions): Promise<Vouching> {
  if (seals) checkForm(seals, onFinding);
  const keys =
    keysFile === undefined ? keysIn(seals, onFinding) : await readKeys(keysFile, OUTSIDE, onFinding);
  const origin = seals?.prepare('SELECT origin FROM ledger').get()?.['origin'] as string | undefined;
  const inside = new NoteCheck(FILES.seals, { keys, origin }, onFinding);
  for (const row of seals?.prepare('SELECT number, note FROM checkpoints ORDER BY number').iterate() ?? []) {
    inside.take(String(row['note']), Number(row['number']));
  }
  if (seals) checkColumns(seals, inside.trusted, onFinding);
  if (seals && keysFile === undefined) checkTurns(seals, { keys, turns: inside.turns }, onFinding);
  for (const notice of inside.turns.notices()) onNotice(notice);
  const outside = new NoteCheck(OUTSIDE, { keys, origin }, onFinding);
  if (checkpointFile !== undefined) {
    for await (const { note, line } of readNotes(checkpointFile)) outside.take(note, line);
  }
  return { checkpoints: [...inside.trusted, ...outside.trusted], keys };
}

function keysIn(seals: DatabaseSync | undefined, onFinding: OnFinding): ListedKey[] {
  const rows =
    seals?.prepare('SELECT number, key, until, ended FROM verifier_keys ORDER BY number').all() ?? [];
  return rows.flatMap((row) => {
    const end = row['ended'] === null ? [] : ['until', row['until'], row['ended']];
    const key = parseListedKey([row['key'], ...end].join(' '));
    if (!isRefusal(key)) return [{ ...key, line: Number(row['number']) }];
    const place = { table: 'verifier_keys', key: `number=${String(row['number'])}` };
    onFinding({
      code: 'key-unknown',
      file: FILES.seals,
      ...place,
      message: `A key there is none. ${key.message}`,
    });
    return [];
  });
}

/** Since when and until when a key signed is told by the checkpoints that it signed. */
function checkTurns(
  seals: DatabaseSync,
  { keys, turns }: { readonly keys: readonly ListedKey[]; readonly turns: KeyTurns },
  onFinding: OnFinding,
): void {
  const report = (number: number | undefined, message: string): void =>
    onFinding({
      code: 'keys-differ',
      file: FILES.seals,
      table: 'verifier_keys',
      key: `number=${number ?? 0}`,
      message,
    });
  const differences = turns.differences(keys);
  for (const { key, message } of differences) report(key.line, message);
  const told = new Set(differences.map(({ key }) => key));
  const read = seals.prepare('SELECT since FROM verifier_keys WHERE number = ?');
  for (const key of keys) {
    const turn = turns.of(key);
    const { since } = read.get(key.line ?? 0) ?? {};
    const isSame = since === turn?.since && (key.ended !== undefined || turn?.ended === undefined);
    if (!turn || told.has(key) || isSame) continue;
    const until = turn.ended ? `${turn.ended.until} (${turn.ended.how})` : 'now';
    report(
      key.line,
      `Since or until of this key are not those that its checkpoints tell: ${turn.since} to ${until}.`,
    );
  }
}

/** The columns beside a note say again what it says, to be found by. */
function checkColumns(
  seals: DatabaseSync,
  trusted: readonly TrustedCheckpoint[],
  onFinding: OnFinding,
): void {
  const read = seals.prepare('SELECT size, access_size, time FROM checkpoints WHERE number = ?');
  for (const { line: number, size, access, time } of trusted) {
    const row = read.get(number);
    const fits = row?.['size'] === size && row['access_size'] === (access?.size ?? 0) && row['time'] === time;
    if (fits) continue;
    const message = `The columns of checkpoint ${number} do not say what its note says.`;
    onFinding({
      code: 'seals-differ',
      file: FILES.seals,
      table: 'checkpoints',
      key: `number=${number}`,
      message,
    });
  }
}

/** The tables, and the triggers that guard them, are those that a new file has. */
function checkForm(seals: DatabaseSync, onFinding: OnFinding): void {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-verify-'));
  try {
    const file = join(folder, FILES.seals);
    SealsFile.open({ file }).close();
    const fresh = new DatabaseSync(file, { readOnly: true });
    const same = formOf(fresh) === formOf(seals);
    fresh.close();
    if (same) return;
    const message = 'Its tables, or the triggers that guard them, were changed.';
    onFinding({ code: 'seals-differ', file: FILES.seals, message });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function formOf(database: DatabaseSync): string {
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  return JSON.stringify(rows.map((row) => Object.values(row)));
}
