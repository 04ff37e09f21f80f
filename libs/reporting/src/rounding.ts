import { formatMillionBaht, parseMillionBaht, type Satang, subtract, sum } from '#kernel';

/** Says that printed cells do not add up to the printed total, since each is rounded from its exact value. */
export function roundingNote(
  name: string,
  parts: readonly (Satang | undefined)[],
  total: Satang | undefined,
): string[] {
  if (total === undefined) return [];
  const printed = parts.flatMap((part) => (part === undefined ? [] : formatMillionBaht(part)));
  const added = sum(printed.map(parseMillionBaht));
  const difference = subtract(added, parseMillionBaht(formatMillionBaht(total)));
  if (difference === 0) return [];
  return [
    `${name}: the printed cells add up to ${formatMillionBaht(added)}, the total of the exact values is ${formatMillionBaht(total)} (difference ${formatMillionBaht(difference)}); each cell is rounded half-up by itself.`,
  ];
}
