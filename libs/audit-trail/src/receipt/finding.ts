/** What can be wrong with a receipt; docs/receipts.md says what each means. */
export type ReceiptFindingCode =
  /** It is not of the form of a receipt. */
  | 'receipt-malformed'
  /** Its event is not of the form of an event, or not canonical. */
  | 'event-malformed'
  /** The proof does not lead to the root of the checkpoint. */
  | 'proof-wrong'
  /** Its note is no checkpoint. */
  | 'checkpoint-malformed'
  /** A signature by a known key is not its signature. */
  | 'signature-wrong'
  /** No signature is by a key that counts. */
  | 'key-unknown';

/** One thing that keeps a receipt from proving anything, and where it stands. */
export interface ReceiptFinding {
  readonly code: ReceiptFindingCode;
  /** Member of the receipt, such as `events[2].proof`. */
  readonly at: string;
  /** One sentence: what, and what was expected. */
  readonly message: string;
}

export const finding = (code: ReceiptFindingCode, at: string, message: string): ReceiptFinding => ({
  code,
  at,
  message,
});
