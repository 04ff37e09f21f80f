import type { Refusal } from '#kernel';
import type { AccountContext } from '../context.ts';
import type { AccountState } from '../state.ts';
import { type BringCommitmentForward, decideBringCommitmentForward } from './bring-commitment-forward.ts';
import { type BringForward, decideBringForward } from './bring-forward.ts';
import { type CloseYear, decideClose } from './close.ts';
import { type ConfirmReservation, decideConfirm } from './confirm.ts';
import type { YearEndEvent } from './events.ts';
import { decideExtend, type ExtendReservation } from './extend.ts';
import { decideLapse, type LapseReservation } from './lapse.ts';
import { decideReserve, type ReserveAtYearEnd } from './reserve.ts';
import { decideReturn, type ReturnBroughtForward } from './return-brought-forward.ts';
import { decideReverseStep, type ReverseYearEndStep } from './reverse-step.ts';

/** All that can be asked of an account at the end of its year, and of the one that follows. */
export type YearEndCommand =
  | ReserveAtYearEnd
  | ConfirmReservation
  | ExtendReservation
  | LapseReservation
  | CloseYear
  | ReverseYearEndStep
  | BringForward
  | BringCommitmentForward
  | ReturnBroughtForward;

export function decideYearEnd(
  state: AccountState,
  command: YearEndCommand,
  context: AccountContext,
): YearEndEvent[] | Refusal {
  switch (command.type) {
    case 'reserve-at-year-end':
      return decideReserve(state, command);
    case 'confirm-reservation':
      return decideConfirm(state, command, context);
    case 'extend-reservation':
      return decideExtend(state, command);
    case 'lapse-reservation':
      return decideLapse(state, command);
    case 'close-year':
      return decideClose(state, command, context);
    case 'reverse-year-end-step':
      return decideReverseStep(state, command, context);
    case 'bring-forward':
      return decideBringForward(state, command);
    case 'bring-commitment-forward':
      return decideBringCommitmentForward(state, command);
    case 'return-brought-forward':
      return decideReturn(state, command);
  }
}
