import type { Quantity, Satang } from '#kernel';

/** The units that go with a release: all that are left with all the money, none with a part of it. */
export const unitsOf = (
  held: { readonly outstanding: Satang; readonly outstandingQuantity?: Quantity | undefined },
  amount: Satang,
): Quantity | undefined =>
  amount === held.outstanding && (held.outstandingQuantity ?? 0) > 0 ? held.outstandingQuantity : undefined;
