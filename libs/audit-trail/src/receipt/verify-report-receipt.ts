import { decodeBase64 } from '../base64.ts';
import { verifyConsistency } from '../verify-proof.ts';
import { finding, type ReceiptFinding } from './finding.ts';
import { hashesOf } from './forms.ts';
import { readReceipt } from './receipt-json.ts';
import { type ReportReceipt, reportReceipt } from './report-receipt.ts';
import { type KeysFromOutside, readSealing, type Sealing } from './sealing.ts';

export type ReportReceiptVerdict =
  | { readonly proven: true; readonly receipt: ReportReceipt; readonly sealing: Sealing }
  | { readonly proven: false; readonly findings: readonly ReceiptFinding[] };

/**
 * Checks what a receipt of a report says of the log, without any ledger: that the events it was made from are the
 * beginning of what a signed checkpoint seals. Whether the report has these bytes is seen by making it again.
 */
export function verifyReportReceipt(text: string, options: KeysFromOutside = {}): ReportReceiptVerdict {
  const read = readReceipt(text, reportReceipt);
  if ('findings' in read) return { proven: false, findings: read.findings };
  const { value: receipt } = read;
  const { log } = receipt;
  const signed = readSealing(log, options, 'log.');
  if ('findings' in signed) return { proven: false, findings: signed.findings };
  const { checkpoint } = signed.sealing;
  const proven = verifyConsistency({
    first: log.events,
    second: checkpoint.size,
    firstRoot: decodeBase64(log.root) ?? Buffer.alloc(0),
    secondRoot: checkpoint.root,
    proof: hashesOf(log.consistency),
  });
  if (proven) return { proven, receipt, sealing: signed.sealing };
  const message =
    `It does not prove that the ${log.events} events of the report are the beginning of the ${checkpoint.size} that ` +
    'the checkpoint seals: their number, their root, the proof or the checkpoint is another.';
  return { proven: false, findings: [finding('proof-wrong', 'log.consistency', message)] };
}
