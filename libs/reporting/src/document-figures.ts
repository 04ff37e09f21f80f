import { add, negate, type Satang, subtract, ZERO } from '#kernel';

/** The amounts of one document: those that it has at any time, and what was ordered and given back in all. */
export const DOCUMENT_MEASURES = [
  'ordered',
  'released',
  'amount',
  'accepted',
  'used',
  'outstanding',
] as const;
export type DocumentMeasure = (typeof DOCUMENT_MEASURES)[number];

/** The formula of an amount in words. */
export const DOCUMENT_FORMULAS: Readonly<Record<DocumentMeasure, string>> = {
  ordered: 'the document and all that raised it',
  released: 'all that lowered the document',
  amount: 'ordered − released',
  accepted: 'accepted and not paid',
  used: 'what later documents have taken of it',
  outstanding: 'amount − accepted − used',
};

/** The amounts that an amount is made of; none of one that is kept as it is. */
export const DOCUMENT_OPERANDS: Readonly<
  Partial<Record<DocumentMeasure, readonly { readonly measure: DocumentMeasure; readonly sign: 1 | -1 }[]>>
> = {
  amount: [
    { measure: 'ordered', sign: 1 },
    { measure: 'released', sign: -1 },
  ],
  outstanding: [
    { measure: 'amount', sign: 1 },
    { measure: 'accepted', sign: -1 },
    { measure: 'used', sign: -1 },
  ],
};

/** By how much an event moved a document. */
export interface DocumentMovement {
  readonly position: string;
  readonly amountBy: Satang;
  readonly acceptedBy: Satang;
  readonly usedBy: Satang;
}

const MOVED: Readonly<Record<DocumentMeasure, (moved: DocumentMovement) => Satang>> = {
  ordered: ({ amountBy }) => (amountBy > 0 ? amountBy : ZERO),
  released: ({ amountBy }) => (amountBy < 0 ? negate(amountBy) : ZERO),
  amount: ({ amountBy }) => amountBy,
  accepted: ({ acceptedBy }) => acceptedBy,
  used: ({ usedBy }) => usedBy,
  outstanding: ({ amountBy, acceptedBy, usedBy }) => subtract(subtract(amountBy, acceptedBy), usedBy),
};

/** What each event did to an amount of a document, in the order of the log; events that left it as it was are left out. */
export function movementsOfDocument(
  measure: DocumentMeasure,
  entries: readonly DocumentMovement[],
): { position: string; movement: Satang }[] {
  const moved = new Map<string, Satang>();
  for (const entry of entries) {
    moved.set(entry.position, add(moved.get(entry.position) ?? ZERO, MOVED[measure](entry)));
  }
  return [...moved]
    .filter(([, movement]) => movement !== 0)
    .map(([position, movement]) => ({ position, movement }));
}
