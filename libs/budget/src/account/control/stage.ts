import type { AccountEvent } from '../events.ts';

/** The moment in the life of money at which a rule looks; `budget` is a change of the budget itself. */
export type ControlStage = 'request' | 'commit' | 'disburse' | 'budget';

const STAGES: Readonly<Record<string, ControlStage | undefined>> = {
  RequestMade: 'request',
  CommitmentMade: 'commit',
  CommitmentAmended: 'commit',
  CommitmentReversed: 'commit',
  WorkAccepted: 'commit',
  AcceptanceReversed: 'commit',
  DisbursementMade: 'disburse',
  DisbursementReversed: 'disburse',
  QuarterCorrected: 'disburse',
  AdvancePaid: 'disburse',
  AdvanceCleared: 'disburse',
  AdvanceClearingReversed: 'disburse',
};

/** The stage that a decision is controlled at: that of its first event. */
export const stageOf = (events: readonly AccountEvent[]): ControlStage =>
  (events[0] && STAGES[events[0].type]) ?? 'budget';

/** The stages whose outstanding money counts as used for a rule that looks at `stage`. */
export function countedStages(
  stage: ControlStage,
  controlled: readonly ControlStage[],
): { readonly requests: boolean; readonly commitments: boolean } {
  // What is later than the stage always counts; what is earlier only if it was controlled, since only then it reserves.
  return {
    requests: stage === 'request' || controlled.includes('request'),
    commitments: stage === 'request' || stage === 'commit' || controlled.includes('commit'),
  };
}
