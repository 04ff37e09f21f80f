import { type CivilDate, defineEvent, type EventOf, fields, type Quarter, type Satang } from '#kernel';
import { z } from 'zod';
import { type Line, lineSchema } from '../line.ts';

/**
 * Restates a quarter that has ended: effective then, recorded now. What was reported before stays
 * reproducible at its position. Needs a reason.
 */
export interface CorrectQuarter {
  readonly type: 'correct-quarter';
  /** Number of the correction, unique in the account. */
  readonly correction: string;
  readonly quarter: Quarter;
  /** Needed unless a commitment is named. */
  readonly line?: Line | undefined;
  /** Added to what was disbursed in the quarter; may be negative. */
  readonly disbursed: Satang;
  /** Added to what was committed in the quarter; may be negative. */
  readonly committed: Satang;
  /** The commitment that changes; needed when `committed` is not zero. */
  readonly commitment?: string | undefined;
  readonly reason: string;
  /** A day of the quarter; its last day when absent. */
  readonly effectiveOn?: CivilDate | undefined;
}

export const QuarterCorrected = defineEvent({
  type: 'QuarterCorrected',
  version: 1,
  category: 'budgetaccount',
  when: 'A quarter that has ended is restated; the reason stands in the metadata.',
  data: z.strictObject({
    correction: fields.code('Number of the correction, unique in the account'),
    quarter: fields.quarter('The quarter that is restated'),
    line: lineSchema,
    disbursed: fields.baht('Change of what was disbursed in the quarter, may be negative'),
    committed: fields.baht('Change of what was committed in the quarter, may be negative'),
    commitment: fields.code('Order or contract whose outstanding amount changes').optional(),
  }),
});
export type QuarterCorrected = EventOf<typeof QuarterCorrected>;
