import type { CivilDate } from '#kernel';
import { type Draw, restOf } from './earlier.ts';
import { type AcceptanceReleased, acceptanceRelease } from './release-acceptance.ts';
import { type CommitmentReleased, commitmentRelease } from './release.ts';

/** The release that a final payment makes of what it leaves, as its own event. */
export function closeEarlier(
  draw: Draw,
  closedBy: string,
  effectiveOn: CivilDate,
): (CommitmentReleased | AcceptanceReleased)[] {
  if (draw.closed === 0) return [];
  const rest = restOf(draw);
  return draw.stage === 'acceptance'
    ? [
        {
          type: 'AcceptanceReleased',
          effectiveOn,
          data: acceptanceRelease(draw, rest, draw.closed, closedBy),
        },
      ]
    : [
        {
          type: 'CommitmentReleased',
          effectiveOn,
          data: commitmentRelease(draw, rest, draw.closed, closedBy),
        },
      ];
}
