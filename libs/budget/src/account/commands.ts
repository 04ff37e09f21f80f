import type { Allocate } from './allocate.ts';
import type { AmendCommitment } from './amend.ts';
import type { Commit } from './commit.ts';
import type { CorrectQuarter } from './correct.ts';
import type { Cut } from './cut.ts';
import type { Disburse } from './disburse.ts';
import type { OpenAccount } from './open.ts';
import type { RevisePlan, SetPlan } from './plan.ts';
import type { ReleaseCommitment } from './release.ts';
import type { ReverseDisbursement } from './reverse.ts';

/** All that can be asked of a budget account. */
export type AccountCommand =
  | OpenAccount
  | Allocate
  | Cut
  | SetPlan
  | RevisePlan
  | Commit
  | AmendCommitment
  | ReleaseCommitment
  | Disburse
  | ReverseDisbursement
  | CorrectQuarter;
