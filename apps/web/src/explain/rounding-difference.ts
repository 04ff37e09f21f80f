import { formatMillionBaht, parseBaht, parseMillionBaht, subtract, sum } from '#kernel';
import type { MeasureName } from './measures.ts';

/** A total that is printed under its parts, all exact in baht. */
export interface PrintedSum {
  readonly measure: MeasureName;
  readonly parts: readonly (string | undefined)[];
  readonly total: string | undefined;
}

/** By how much printed parts miss the printed total, in million baht; nothing where they add up. */
export function roundingDifference({ parts, total }: Omit<PrintedSum, 'measure'>): string | undefined {
  if (total === undefined) return undefined;
  const printed = (baht: string) => parseMillionBaht(formatMillionBaht(parseBaht(baht)));
  const added = sum(parts.flatMap((part) => (part === undefined ? [] : printed(part))));
  const difference = subtract(added, printed(total));
  return difference === 0 ? undefined : formatMillionBaht(difference);
}
