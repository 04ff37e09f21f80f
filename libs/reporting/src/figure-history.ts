import { formatBaht, formatMillionBaht, type Satang, subtract } from '#kernel';

/** What a figure was from a position on, until the next one. */
export interface KnownValue {
  readonly position: string;
  readonly value: Satang;
  /** Codes of the published reports that said so. */
  readonly saidBy: readonly string[];
}

/** What a published report said: the figure as it was known at its position. */
export interface SaidValue {
  readonly report: string;
  readonly position: string;
  readonly value: Satang;
}

/**
 * What a figure was before, newest first: its newest changes, counted back from what it is, and what reports said
 * that are older than these.
 */
export function figureHistory(
  value: Satang,
  latest: readonly { readonly position: string; readonly movement: Satang }[],
  said: readonly SaidValue[],
): KnownValue[] {
  let after = value;
  const steps = latest.map(({ position, movement }) => {
    const step = { position, value: after, saidBy: [] as string[] };
    after = subtract(after, movement);
    return step;
  });
  const older: KnownValue[] = [];
  for (const { report, position, value: then } of [...said].reverse()) {
    const step = steps.find((each) => BigInt(each.position) <= BigInt(position));
    if (step) step.saidBy.push(report);
    else older.push({ position, value: then, saidBy: [report] });
  }
  return [...steps, ...older];
}

/** An earlier value as JSON; when it became known is told by the clock of the organisation. */
export const knownValueJson = (
  { position, value, saidBy }: KnownValue,
  bookedAtOf: (position: string) => string | undefined,
) => ({
  position,
  booked_at: bookedAtOf(position) ?? null,
  value: formatBaht(value),
  value_m: formatMillionBaht(value),
  said_by: saidBy,
});
