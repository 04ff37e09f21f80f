import { isRefusal } from '#kernel';
import { type Checkpoint, parseCheckpoint } from '../checkpoint.ts';
import { verifyNote } from '../signed-note.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../verifier-key.ts';
import { finding, type ReceiptFinding } from './finding.ts';

/** Where the keys come from that a signature is checked with. */
export interface KeysFromOutside {
  /** Those that were published; the keys of the receipt itself do not count then. */
  readonly keys?: readonly VerifierKey[] | undefined;
}

/** A checkpoint that was found to be signed. */
export interface Sealing {
  readonly checkpoint: Checkpoint;
  /** Verifier keys whose signature is right, in their text form. */
  readonly signedBy: readonly string[];
  /** `receipt`: the keys came with what they prove, and must be compared with the published ones. */
  readonly keysFrom: 'receipt' | 'outside';
}

export type SealingReading = { readonly sealing: Sealing } | { readonly findings: readonly ReceiptFinding[] };

/** Reads the note of a receipt, and checks who signed it. `at` is where the note and the keys stand. */
export function readSealing(
  { checkpoint: note, keys: own }: { readonly checkpoint: string; readonly keys: readonly string[] },
  { keys: outside }: KeysFromOutside,
  at = '',
): SealingReading {
  const keys = outside ?? own.map(parseVerifierKey);
  const noKeys = keys.flatMap((key, index) =>
    isRefusal(key) ? [finding('receipt-malformed', `${at}keys[${index}]`, key.message)] : [],
  );
  if (noKeys.length > 0) return { findings: noKeys };
  const known = keys.filter((key): key is VerifierKey => !isRefusal(key));
  const place = `${at}checkpoint`;
  const verified = verifyNote(note, known);
  if (isRefusal(verified)) return { findings: [finding('checkpoint-malformed', place, verified.message)] };
  const wrong = verified.signatures.filter(({ standing }) => standing === 'wrong');
  if (wrong.length > 0) {
    const messages = wrong.map(
      ({ name, keyId }) => `The signature of ${name}+${keyId} was not made by that key.`,
    );
    return { findings: messages.map((message) => finding('signature-wrong', place, message)) };
  }
  const good = verified.signatures.filter(({ standing }) => standing === 'verified');
  const signedBy = known.filter(({ name, id }) => good.some((one) => one.name === name && one.keyId === id));
  if (signedBy.length === 0) return { findings: [keyUnknown(place, outside !== undefined)] };
  const checkpoint = parseCheckpoint(verified.text);
  if (isRefusal(checkpoint))
    return { findings: [finding('checkpoint-malformed', place, checkpoint.message)] };
  const keysFrom = outside === undefined ? 'receipt' : 'outside';
  return { sealing: { checkpoint, signedBy: signedBy.map(formatVerifierKey), keysFrom } };
}

const keyUnknown = (at: string, fromOutside: boolean): ReceiptFinding =>
  finding(
    'key-unknown',
    at,
    fromOutside
      ? 'No signature of the checkpoint is by a key that was given: it is of another ledger, or forged.'
      : 'No signature of the checkpoint is by a key that the receipt lists.',
  );
