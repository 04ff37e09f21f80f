import { Injectable } from '@nestjs/common';
import type { CivilDate } from '#kernel';
import { refuse } from '../http/refusals.ts';
import { knownAtJson } from '../reports/answer.ts';
import { type KnownAt, KnownAtResolver } from '../reports/known-at.ts';
import type { Point } from './path.ts';
import { SealedRoots } from './sealed-roots.ts';

/** Two points on both axes as they are asked for. */
export interface AskedPoints {
  /** First moment; that of `to` when only the days differ. */
  readonly from?: string | undefined;
  /** Second moment; now when absent. */
  readonly to?: string | undefined;
  /** The day of both, unless one has its own. */
  readonly effectiveTo?: CivilDate | undefined;
  readonly fromEffectiveTo?: CivilDate | undefined;
  readonly toEffectiveTo?: CivilDate | undefined;
  /** Whether both tell how many events were known then, and the root of the log over them. */
  readonly roots?: boolean | undefined;
}

/** Two points as they resolved, the earlier moment first. */
export interface Points {
  readonly from: Point;
  readonly to: Point;
  /** With every default filled in, so that it can be asked again. */
  readonly asked: AskedPoints;
  readonly knownAt: KnownAt;
  /** Both as answers show them. */
  readonly json: { readonly from: object; readonly to: object };
}

/** Resolves the two ends of a comparison: the same validation for everything that is compared. */
@Injectable()
export class PointResolver {
  constructor(
    private readonly moments: KnownAtResolver,
    private readonly roots: SealedRoots,
  ) {}

  /** Refuses a first moment after the second; days may stand in any order. */
  async resolve(organisation: string, asked: AskedPoints): Promise<Points> {
    const { effectiveTo, fromEffectiveTo = effectiveTo, toEffectiveTo = effectiveTo } = asked;
    const askedFrom = asked.from ?? (fromEffectiveTo === toEffectiveTo ? missingFrom() : asked.to);
    const from = await this.moments.resolve(organisation, askedFrom);
    const to = await this.moments.resolve(organisation, asked.to);
    if (from.position > to.position) {
      throw refuse(
        'known-at-order',
        `${from.asked} lies after ${to.asked}: expected the earlier moment in from.`,
        { from: from.asked, to: to.asked },
      );
    }
    return {
      from: { position: from.position, day: fromEffectiveTo },
      to: { position: to.position, day: toEffectiveTo },
      asked: { from: from.asked, to: to.asked, fromEffectiveTo, toEffectiveTo },
      knownAt: to,
      json: {
        from: { ...told(from, fromEffectiveTo), ...(asked.roots ? await this.roots.at(from.position) : {}) },
        to: { ...told(to, toEffectiveTo), ...(asked.roots ? await this.roots.at(to.position) : {}) },
      },
    };
  }
}

const told = (knownAt: KnownAt, effectiveTo: CivilDate | undefined) => ({
  ...knownAtJson(knownAt),
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
});

/** Both points in words. */
export function describe({ from, to, asked }: Pick<Points, 'from' | 'to' | 'asked'>): string {
  const told = ({ position, day }: Point, moment: string | undefined) =>
    `position ${position} (${moment ?? 'now'})${day === undefined ? '' : `, effective to ${day}`}`;
  return `From ${told(from, asked.from)} to ${told(to, asked.to)}`;
}

/** Refuses a comparison of which only one point is named. */
export function missingFrom(): never {
  throw refuse('input-invalid', 'It is not said what is compared: expected from, or two days.', {
    errors: [{ field: 'from', message: 'must be given, unless fromEffectiveTo and toEffectiveTo differ' }],
  });
}
