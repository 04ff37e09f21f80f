import type { AnswerOf } from '../api/use-answer.ts';
import { type Bytes, fromBase64, lengthPrefixed, sha256, toBase64, utf8 } from './bytes.ts';
import { type SignedHead, verifyHead } from './note.ts';
import { includes } from './tree.ts';

export type Receipt = AnswerOf<'/api/v1/receipts/{position}'>;
type ReceiptEvent = Receipt['events'][number]['event'];

/** The steps of a check, in their order; a step that fails ends it. */
export const PROOF_STEPS = ['content', 'signature', 'path'] as const;
export type ProofStep = (typeof PROOF_STEPS)[number];

/** What a check in the page found. */
export interface Verdict {
  readonly isProven: boolean;
  /** The step that failed; nothing when all is proven. */
  readonly failed?: ProofStep;
  /** Hash of the event as it stands in the tree, base64. */
  readonly leaf: string;
  readonly head?: SignedHead;
}

const LEAF_HEAD = utf8('\0obligo/leaf/1\n');

/** The hash of an event as it stands in the tree (docs/audit-trail-format.md); nothing when its bytes cannot be read. */
async function leafHashOf(event: ReceiptEvent): Promise<Bytes | undefined> {
  const [data, metadata] = [fromBase64(event.data), fromBase64(event.metadata)];
  if (data === undefined || metadata === undefined) return undefined;
  const { stream, id, type, effectiveOn, recordedAt, bookedAt } = event;
  const names = [stream, String(event.revision), id, type, String(event.schemaVersion)];
  return sha256(lengthPrefixed(LEAF_HEAD, [...names, effectiveOn, recordedAt, bookedAt, data, metadata]));
}

/** What the page showed of the event: it must be what is proven. */
export interface ShownEvent {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly stored: { readonly data: string; readonly metadata: string };
}

/**
 * Checks by itself, with nothing but what a browser has, that an event is in the log: that it is the one on the page,
 * that a key signed the checkpoint, and that the path leads from the event to the root that was signed.
 */
export async function verifyReceipt(
  receipt: Receipt,
  shown: ShownEvent,
  keys: readonly string[],
): Promise<Verdict> {
  const included = receipt.events.find(({ event }) => event.id === shown.id);
  if (included === undefined) return { isProven: false, failed: 'content', leaf: '' };
  const { event, index, proof } = included;
  const leaf = await leafHashOf(event);
  const told = { leaf: leaf === undefined ? '' : toBase64(leaf) };
  if (leaf === undefined || !isSame(event, shown)) return { isProven: false, failed: 'content', ...told };
  const head = await verifyHead(receipt.checkpoint, keys);
  if (head === undefined) return { isProven: false, failed: 'signature', ...told };
  const hashes = proof.map(fromBase64);
  const path = hashes.filter((hash) => hash !== undefined);
  const isIncluded =
    path.length === hashes.length &&
    (await includes({ leaf, index, size: head.size, root: head.root, proof: path }));
  return isIncluded ? { isProven: true, ...told, head } : { isProven: false, failed: 'path', ...told, head };
}

const isSame = (event: ReceiptEvent, shown: ShownEvent): boolean =>
  event.type === shown.type &&
  event.stream === shown.stream &&
  event.data === toBase64(utf8(shown.stored.data)) &&
  event.metadata === toBase64(utf8(shown.stored.metadata));
