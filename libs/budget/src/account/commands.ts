import type { Allocate } from './authority/allocate.ts';
import type { AmendCommitment } from './chain/amend.ts';
import type { Commit } from './chain/commit.ts';
import type { CorrectQuarter } from './chain/correct.ts';
import type { Cut } from './authority/cut.ts';
import type { Disburse } from './chain/disburse.ts';
import type { OpenAccount } from './authority/open.ts';
import type { RevisePlan, SetPlan } from './authority/plan.ts';
import type { ReleaseCommitment } from './chain/release.ts';
import type { ReverseDisbursement } from './chain/reverse.ts';
import type { Supplement } from './authority/supplement.ts';
import type { TransferIn, TransferOut } from './authority/transfer.ts';

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
