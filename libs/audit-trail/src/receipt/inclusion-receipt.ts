import { z } from 'zod';
import type { RecordedEvent } from '#event-store';
import { encodeBase64 } from '../base64.ts';
import { formatEventLine } from '../bundle/event-line.ts';
import { forms } from './forms.ts';
import { spellReceipt } from './receipt-json.ts';

/** The most events of one receipt; a larger posting has several. */
export const MOST_RECEIPT_EVENTS = 10_000;

/** The members of a line of `events.jsonl`; their forms are checked where a line is read. */
const eventLine = z.strictObject({
  stream: z.string(),
  revision: z.number(),
  id: z.string(),
  type: z.string(),
  schemaVersion: z.number(),
  effectiveOn: z.string(),
  recordedAt: z.string(),
  bookedAt: z.string(),
  data: z.string(),
  metadata: z.string(),
});

const includedEvent = z.strictObject({
  index: forms.count,
  event: eventLine,
  proof: forms.proof,
});

export const inclusionReceipt = z.strictObject({
  schema: z.literal('obligo.inclusion-receipt/1', 'expected the schema obligo.inclusion-receipt/1'),
  events: z
    .array(includedEvent)
    .min(1, 'expected an event')
    .max(MOST_RECEIPT_EVENTS, 'expected fewer events'),
  checkpoint: forms.note,
  keys: forms.keys,
});

/** Proves that events are in a log under a signed checkpoint; each with its place in the log, from 0. */
export type InclusionReceipt = z.output<typeof inclusionReceipt>;

/** An event with what proves its place in the tree of the checkpoint. */
export interface IncludedEvent {
  readonly index: number;
  readonly event: RecordedEvent;
  readonly proof: readonly Uint8Array[];
}

/** What a receipt is made from: the events in the order of the log, the signed note, and the keys in text form. */
export interface InclusionReceiptParts {
  readonly events: readonly IncludedEvent[];
  readonly checkpoint: string;
  readonly keys: readonly string[];
}

export function inclusionReceiptOf({ events, checkpoint, keys }: InclusionReceiptParts): InclusionReceipt {
  return {
    schema: 'obligo.inclusion-receipt/1',
    events: events.map(({ index, event, proof }) => ({
      index,
      event: eventLine.parse(JSON.parse(formatEventLine(event))),
      proof: proof.map(encodeBase64),
    })),
    checkpoint,
    keys: [...keys],
  };
}

/** The text of a receipt, as it is kept in a file. */
export const formatInclusionReceipt = (parts: InclusionReceiptParts): string =>
  spellReceipt(inclusionReceiptOf(parts));
