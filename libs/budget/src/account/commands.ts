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
import type { Supplement } from './supplement.ts';
import type { TransferIn, TransferOut } from './transfer.ts';

/** All that can be asked of a budget account. */
export type AccountCommand =
  | OpenAccount
  | Allocate
  | Supplement
  | Cut
  | TransferOut
  | TransferIn
  | SetPlan
  | RevisePlan
  | Commit
  | AmendCommitment
  | ReleaseCommitment
  | Disburse
  | ReverseDisbursement
  | CorrectQuarter;
