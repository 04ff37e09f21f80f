import type { z } from 'zod';
import { finding, type ReceiptFinding } from './finding.ts';

/** Longer files are no receipts: one event has at most 16 MiB, and a receipt of many is written in parts. */
export const MAX_RECEIPT_CHARACTERS = 64 * 1024 * 1024;

/** A member that readers lose; within a text its quotation marks are escaped. */
const PASSED_OVER = '"__proto__":';

export type Reading<T> = { readonly value: T } | { readonly findings: readonly ReceiptFinding[] };

/** Two spaces of indentation and a newline at the end: the one spelling that is written. */
export const spellReceipt = (receipt: object): string => `${JSON.stringify(receipt, undefined, 2)}\n`;

/**
 * Reads the text of a receipt. It must be spelt as it was written, or without any white space: otherwise a member
 * could stand twice, and two readers would see two receipts in the same file.
 */
export function readReceipt<T>(text: string, schema: z.ZodType<T>): Reading<T> {
  if (text.length > MAX_RECEIPT_CHARACTERS) return unreadable(`it has ${text.length} characters`);
  try {
    const value: unknown = JSON.parse(text);
    const end = text.trimEnd();
    if (end !== JSON.stringify(value) && end !== JSON.stringify(value, undefined, 2)) {
      return unreadable('its JSON is spelt in another way than a receipt is written');
    }
    if (text.includes(PASSED_OVER)) return unreadable('it has a member named __proto__');
    const read = schema.safeParse(value);
    if (read.success) return { value: read.data };
    return { findings: read.error.issues.slice(0, 20).map(({ path, message }) => malformed(path, message)) };
  } catch (error) {
    // Nested deeper than the reader follows, it ends with a RangeError.
    return unreadable(error instanceof SyntaxError ? 'it is no JSON' : 'it is nested too deeply');
  }
}

const unreadable = (what: string): { readonly findings: readonly ReceiptFinding[] } => ({
  findings: [finding('receipt-malformed', 'receipt', `This is no receipt: ${what}.`)],
});

const malformed = (path: readonly PropertyKey[], message: string): ReceiptFinding =>
  finding('receipt-malformed', placeOf(path), `The receipt is malformed: ${message}.`);

function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return place === '' ? 'receipt' : place;
}
