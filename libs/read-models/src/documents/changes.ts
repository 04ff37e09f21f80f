import type { AccountEvent } from '#budget';
import { advanceCleared, advanceClearingReversed, advancePaid, advanceReturned } from './advance-changes.ts';
import {
  acceptanceReleased,
  acceptanceReversed,
  accepted,
  amended,
  commitmentReleased,
  commitmentReversed,
  committed,
  disbursed,
  disbursementReversed,
  refunded,
  requested,
  requestReleased,
} from './chain-changes.ts';
import type { DocumentChange, HeldOf } from './change.ts';
import { corrected } from './correction-change.ts';
import { transferReported, transferred, transferTakenBack } from './transfer-changes.ts';
import { broughtForward, broughtForwardReturned, undone, yearEndChanges } from './year-end-changes.ts';

type Changes<Event> = (event: Event, heldOf: HeldOf) => DocumentChange[];

const none = (): DocumentChange[] => [];

/** Every event of an account; the compiler asks for one that is missing. */
const CHANGES: {
  readonly [Type in AccountEvent['type']]: Changes<Extract<AccountEvent, { type: Type }>>;
} = {
  BudgetAccountOpened: none,
  BudgetEstimated: none,
  BudgetAllocated: none,
  BudgetReleased: none,
  BudgetSupplemented: none,
  BudgetCut: none,
  BudgetTransferredOut: transferred,
  BudgetTransferredIn: transferTakenBack,
  TransferReported: transferReported,
  QuarterlyPlanSet: none,
  QuarterlyPlanRevised: none,
  RequestMade: requested,
  RequestReleased: requestReleased,
  CommitmentMade: committed,
  CommitmentAmended: amended,
  CommitmentReleased: commitmentReleased,
  CommitmentReversed: commitmentReversed,
  ContractYearTakenUp: none,
  WorkAccepted: accepted,
  AcceptanceReleased: acceptanceReleased,
  AcceptanceReversed: acceptanceReversed,
  DisbursementMade: disbursed,
  DisbursementReversed: disbursementReversed,
  DisbursementRefunded: refunded,
  OffBudgetLineNoted: none,
  AdvancePaid: advancePaid,
  AdvanceCleared: advanceCleared,
  AdvanceClearingReversed: advanceClearingReversed,
  AdvanceReturned: advanceReturned,
  GuaranteeHeld: none,
  HeldCashReturned: none,
  QuarterCorrected: corrected,
  BudgetBroughtForward: none,
  CommitmentBroughtForward: broughtForward,
  BroughtForwardReturned: broughtForwardReturned,
  YearEndReserved: yearEndChanges,
  ReservationConfirmed: yearEndChanges,
  ReservationExtended: yearEndChanges,
  DocumentReleasedAtYearEnd: yearEndChanges,
  CommitmentCarriedForward: yearEndChanges,
  BudgetCarriedForward: none,
  BudgetReturned: none,
  BudgetLapsed: none,
  YearClosed: none,
  ReservationLapsed: yearEndChanges,
  YearEndStepReversed: undone,
};

/** The documents that an event makes and moves. */
export const documentChanges: Changes<AccountEvent> = (event, heldOf) =>
  (CHANGES[event.type] as Changes<AccountEvent>)(event, heldOf);
