import { fromBase64 } from './bytes.ts';
import { verifyHead } from './note.ts';
import { continues } from './tree.ts';

/** Two checkpoints as signed notes, and the keys that must have signed them. */
export interface TwoNotes {
  readonly earlier: string;
  readonly later: string;
  readonly keys: readonly string[];
}

export type ConsistencyVerdict =
  | { readonly found: 'consistent'; readonly from: number; readonly to: number }
  | { readonly found: 'inconsistent' | 'not-signed' };

/** Checks that the tree of one checkpoint is the beginning of that of another; `prove` asks for the proof. */
export async function checkConsistency(
  { earlier, later, keys }: TwoNotes,
  prove: (from: number, to: number) => Promise<readonly string[]>,
): Promise<ConsistencyVerdict> {
  const heads = await Promise.all([verifyHead(earlier, keys), verifyHead(later, keys)]);
  const [one, other] = heads;
  if (one === undefined || other === undefined) return { found: 'not-signed' };
  const [first, second] = one.size <= other.size ? [one, other] : [other, one];
  if (first.origin !== second.origin) return { found: 'inconsistent' };
  const hashes = (await prove(first.size, second.size)).map(fromBase64);
  const proof = hashes.filter((hash) => hash !== undefined);
  const isGood =
    proof.length === hashes.length &&
    (await continues({
      first: first.size,
      second: second.size,
      firstRoot: first.root,
      secondRoot: second.root,
      proof,
    }));
  return isGood ? { found: 'consistent', from: first.size, to: second.size } : { found: 'inconsistent' };
}
