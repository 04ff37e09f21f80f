import type { RecordedEvent } from '#event-store';
import { readEventLine } from '../bundle/event-line.ts';
import { leafHash } from '../leaf-hash.ts';
import { verifyInclusion } from '../verify-proof.ts';
import { finding, type ReceiptFinding } from './finding.ts';
import { hashesOf } from './forms.ts';
import { type InclusionReceipt, inclusionReceipt } from './inclusion-receipt.ts';
import { readReceipt } from './receipt-json.ts';
import { type KeysFromOutside, readSealing, type Sealing } from './sealing.ts';

/** An event that was proven to be in the log. */
export interface ProvenEvent {
  /** Its place in the log, from 0. */
  readonly index: number;
  readonly event: RecordedEvent;
}

export type InclusionVerdict =
  | { readonly proven: true; readonly sealing: Sealing; readonly events: readonly ProvenEvent[] }
  | { readonly proven: false; readonly findings: readonly ReceiptFinding[] };

/** Checks a receipt without any ledger: what it proves, or everything that keeps it from proving anything. */
export function verifyInclusionReceipt(text: string, options: KeysFromOutside = {}): InclusionVerdict {
  const receipt = readReceipt(text, inclusionReceipt);
  if ('findings' in receipt) return { proven: false, findings: receipt.findings };
  const signed = readSealing(receipt.value, options);
  if ('findings' in signed) return { proven: false, findings: signed.findings };
  const { sealing } = signed;
  const checked = receipt.value.events.map((_, place) => checkEvent(receipt.value, place, sealing));
  const findings = checked.flatMap((one) => ('code' in one ? [one] : []));
  if (findings.length > 0) return { proven: false, findings };
  return { proven: true, sealing, events: checked.filter((one) => 'event' in one) };
}

function checkEvent(
  { events }: InclusionReceipt,
  place: number,
  { checkpoint }: Sealing,
): ProvenEvent | ReceiptFinding {
  const at = `events[${place}]`;
  const included = events[place];
  if (!included) throw new RangeError(`the receipt has no ${at}`);
  const { index, event: line, proof } = included;
  const before = events[place - 1];
  if (before && before.index >= index) {
    const message = `Event ${index} stands after event ${before.index}; expected the order of the log.`;
    return finding('receipt-malformed', `${at}.index`, message);
  }
  const { event, faults } = readEventLine(Buffer.from(JSON.stringify(line)), index + 1);
  if (!event) {
    const why = faults.map(([, fault]) => fault).join('; ');
    return finding('event-malformed', `${at}.event`, `This is no event of a log: ${why}.`);
  }
  const { size, root } = checkpoint;
  if (verifyInclusion({ leaf: leafHash(event), index, size, root, proof: hashesOf(proof) })) {
    return { index, event };
  }
  return finding('proof-wrong', `${at}.proof`, proofWrong(event, index, size));
}

const proofWrong = ({ type, stream, revision }: RecordedEvent, index: number, size: number): string =>
  index >= size
    ? `Event ${index} cannot be among the ${size} events that the checkpoint seals.`
    : `It does not prove that ${type}, revision ${revision} of ${stream}, is event ${index} of the ${size} that the ` +
      'checkpoint seals: the event, its place, the proof or the checkpoint is another.';
