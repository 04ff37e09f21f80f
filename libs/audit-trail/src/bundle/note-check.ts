import { isRefusal } from '#kernel';
import { type Checkpoint, parseCheckpoint, type TreeHead } from '../checkpoint.ts';
import { sameBytes } from '../sha256.ts';
import { verifyNote } from '../signed-note.ts';
import type { ListedKey } from '../listed-key.ts';
import type { FindingCode, OnFinding } from './finding.ts';
import { KeyTurns, nameOfKey } from './key-turns.ts';

/** A checkpoint that a known key signed, and where it stands. */
export interface TrustedCheckpoint extends Checkpoint {
  readonly file: string;
  readonly line: number;
  /** The known keys that signed it, as `<name>+<key id>`. */
  readonly signers: readonly string[];
}

/**
 * Checks the signed notes of one place, oldest first: form, origin, signatures, and that none contradicts the one
 * before it. What no known key signed is a finding, and says nothing about the log.
 */
export class NoteCheck {
  readonly trusted: TrustedCheckpoint[] = [];
  /** Which keys signed them, and when. */
  readonly turns = new KeyTurns();
  readonly #file: string;
  readonly #keys: readonly ListedKey[];
  readonly #origin: string | undefined;
  readonly #onFinding: OnFinding;
  #before: { readonly checkpoint: Checkpoint; readonly text: string } | undefined;

  /** Without an origin, checkpoints of any ledger are taken. */
  constructor(
    file: string,
    expected: { readonly keys: readonly ListedKey[]; readonly origin?: string | undefined },
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
    const signers = read.signatures.filter(({ standing }) => standing === 'verified').map(signerOf);
    const late = this.#late(signers, checkpoint);
    if (late !== undefined) return this.#report('key-not-current', line, late);
    this.#trust(checkpoint, { text: read.text, signers }, line);
  }

  /** Why one of the signers may not sign it any more. */
  #late(signers: readonly string[], { time }: Checkpoint): string | undefined {
    const [past] = this.turns.past(signers);
    if (past !== undefined) return `${past} signed it, after another key had taken its place.`;
    for (const key of this.#keys) {
      const { ended } = key;
      if (!ended || time <= ended.until || !signers.includes(nameOfKey(key))) continue;
      return `${nameOfKey(key)} signed it at ${time}, and was ${ended.how} at ${ended.until}.`;
    }
    return undefined;
  }

  #trust(
    checkpoint: Checkpoint,
    { text, signers }: { readonly text: string; readonly signers: readonly string[] },
    line: number,
  ): void {
    const broken = this.#before && contradiction(this.#before, { checkpoint, text });
    if (broken) this.#report('consistency-broken', line, broken);
    this.#before = { checkpoint, text };
    this.turns.take(checkpoint, signers);
    this.trusted.push({ ...checkpoint, file: this.#file, line, signers });
  }

  #report(code: FindingCode, line: number, message: string): void {
    const file = this.#file;
    const place = `The checkpoint on line ${line} of ${file} cannot be relied on`;
    this.#onFinding({ code, file, line, message: `${place}. ${message}` });
  }
}

/** Those of the keys that signed one of the checkpoints. */
export function keysThatSigned(
  keys: readonly ListedKey[],
  checkpoints: readonly TrustedCheckpoint[],
): ListedKey[] {
  const signers = new Set(checkpoints.flatMap((checkpoint) => checkpoint.signers));
  return keys.filter((key) => signers.has(nameOfKey(key)));
}

const signerOf = ({ name, keyId }: { readonly name: string; readonly keyId: string }): string =>
  nameOfKey({ name, id: keyId });

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
