import { isRefusal } from '#kernel';
import { type Checkpoint, parseCheckpoint, type TreeHead } from '../checkpoint.ts';
import { sameBytes } from '../sha256.ts';
import { verifyNote } from '../signed-note.ts';
import type { VerifierKey } from '../verifier-key.ts';
import type { FindingCode, OnFinding } from './finding.ts';

/** A checkpoint that a known key signed, and where it stands. */
export interface TrustedCheckpoint extends Checkpoint {
  readonly file: string;
  readonly line: number;
}

/**
 * Checks the signed notes of one place, oldest first: form, origin, signatures, and that none contradicts the one
 * before it. What no known key signed is a finding, and says nothing about the log.
 */
export class NoteCheck {
  readonly trusted: TrustedCheckpoint[] = [];
  readonly #file: string;
  readonly #keys: readonly VerifierKey[];
  readonly #origin: string | undefined;
  readonly #onFinding: OnFinding;
  #before: { readonly checkpoint: Checkpoint; readonly text: string } | undefined;

  /** Without an origin, checkpoints of any ledger are taken. */
  constructor(
    file: string,
    expected: { readonly keys: readonly VerifierKey[]; readonly origin?: string | undefined },
    onFinding: OnFinding,
  ) {
    this.#file = file;
    this.#keys = expected.keys;
    this.#origin = expected.origin;
    this.#onFinding = onFinding;
  }

  /** Takes the next note; nothing stands for one that is no text of a permitted length. */
  take(note: string | undefined, line: number): void {
    const read = note === undefined ? undefined : verifyNote(note, this.#keys);
    if (read === undefined || isRefusal(read)) {
      return this.#report('checkpoint-malformed', line, read?.message ?? 'It is no text, or too long.');
    }
    const checkpoint = parseCheckpoint(read.text);
    if (isRefusal(checkpoint)) return this.#report('checkpoint-malformed', line, checkpoint.message);
    const { origin } = checkpoint;
    if (this.#origin !== undefined && origin !== this.#origin) {
      const message = `It is one of ${origin}: expected one of ${this.#origin}.`;
      return this.#report('checkpoint-malformed', line, message);
    }
    const wrong = read.signatures.find(({ standing }) => standing === 'wrong');
    if (wrong) {
      const message = `The signature of ${wrong.name}+${wrong.keyId} is not that of this key over this checkpoint.`;
      return this.#report('signature-wrong', line, message);
    }
    if (read.signatures.every(({ standing }) => standing !== 'verified')) {
      const names = read.signatures.map(({ name, keyId }) => `${name}+${keyId}`).join(', ');
      return this.#report('key-unknown', line, `No known key signed it, only ${names}.`);
    }
    this.#trust(checkpoint, read.text, line);
  }

  #trust(checkpoint: Checkpoint, text: string, line: number): void {
    const broken = this.#before && contradiction(this.#before, { checkpoint, text });
    if (broken) this.#report('consistency-broken', line, broken);
    this.#before = { checkpoint, text };
    this.trusted.push({ ...checkpoint, file: this.#file, line });
  }

  #report(code: FindingCode, line: number, message: string): void {
    const file = this.#file;
    const place = `The checkpoint on line ${line} of ${file} cannot be relied on`;
    this.#onFinding({ code, file, line, message: `${place}. ${message}` });
  }
}

interface Signed {
  readonly checkpoint: Checkpoint;
  readonly text: string;
}

/** Why two checkpoints, one after the other, cannot both be true. */
function contradiction(before: Signed, after: Signed): string | undefined {
  const [a, b] = [before.checkpoint, after.checkpoint];
  if (before.text === after.text) return 'It stands twice.';
  if (b.time < a.time) return `It was sealed at ${b.time}, before the one in front of it at ${a.time}.`;
  const log = headsContradict(a, b);
  if (log) return `The log of events ${log}.`;
  if (!a.access) return undefined;
  if (!b.access) return 'It does not seal the access log, and the one in front of it does.';
  const access = headsContradict(a.access, b.access);
  return access && `The access log ${access}.`;
}

function headsContradict(a: TreeHead, b: TreeHead): string | undefined {
  if (b.size < a.size) return `has ${b.size} events, and had ${a.size} in the one in front of it`;
  if (b.size > a.size || sameBytes(a.root, b.root)) return undefined;
  return `has another root than in the one in front of it, over the same ${a.size} events`;
}
