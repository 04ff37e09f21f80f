/** How scenarios write amounts, lines and years. */

export interface Line {
  readonly fundSource: string;
  readonly category: string;
}

/** Amounts may be grouped in a scenario, `1,000.00`; the interface takes them plain. */
export const amountOf = (text: string): string => text.replaceAll(',', '');

/** `own-income/operating`, or `operating` for a line of the annual appropriation. */
export function lineOf(text: string): Line {
  const [first, category] = text.split('/');
  return category === undefined
    ? { fundSource: 'annual-appropriation', category: first! }
    : { fundSource: first!, category };
}

/** 2569 begins on 2025-10-01: scenarios keep the Thai fiscal year. */
export const firstDayOf = (fiscalYear: string): string => `${String(Number(fiscalYear) - 544)}-10-01`;

/** A word of a table in the form of the interface: `fund source` is `fundSource`. */
export const fieldOf = (heading: string): string =>
  heading.replaceAll(/[ -]([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Whether a cell of a scenario is an amount. */
export const isAmount = (cell: string): boolean => /^-?[\d,]+\.\d{2,4}$/.test(cell);
