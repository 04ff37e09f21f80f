import { formatBaht, parseBaht, sum } from '#kernel';

/** The exact sum of what documents come to, in baht. */
export const sumOf = (rows: readonly { readonly amount: string }[]): string =>
  formatBaht(sum(rows.map(({ amount }) => parseBaht(amount))));
