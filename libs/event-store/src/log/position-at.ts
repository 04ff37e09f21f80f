import type { SequencedLog } from './sequenced-log.ts';

/**
 * The last place booked at or before a moment (milliseconds), found by halving: booking times never go
 * back along the log, so no index on them is needed. Numbers between places may be missing.
 */
export function positionBookedBy(log: SequencedLog, moment: number): bigint | undefined {
  const newest = log.placeUpTo();
  const oldest = log.placeAfter(0n);
  if (!newest || !oldest || oldest.bookedAt > moment) return undefined;
  let [found, low, high] = [oldest.position, oldest.position, newest.position];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    const place = log.placeUpTo(middle);
    if (place && place.bookedAt <= moment) {
      found = place.position;
      low = middle;
    } else {
      high = (place?.position ?? middle) - 1n;
    }
  }
  return found;
}
