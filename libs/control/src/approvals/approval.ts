import { guarded, placeOf } from '#access';
import { type Decider, formatBaht, isBlank, parseBaht, type Refusal, withAmounts } from '#kernel';
import type { ControlContext } from '../context.ts';
import { refuse } from '../refusals.ts';
import { mustBeAnotherPair, mustBeDue, tierOf } from './checker.ts';
import type {
  ApprovalCommand,
  ApproveDocument,
  RefuseDocument,
  SubmitDocument,
  WithdrawDocument,
} from './commands.ts';
import { type ApprovalEvent, MOST_POSTINGS, MOST_TIERS } from './events.ts';
import { type ApprovalState, emptyApproval } from './state.ts';

const waiting: Decider<ApprovalState, ApprovalCommand, ApprovalEvent> = {
  category: 'approval',
  json: withAmounts('amount'),
  initial: emptyApproval,

  decide(state, command, context: ControlContext) {
    if (command.type === 'submit-document') return decideSubmit(state, command, context);
    const refused = mustBeWaiting(state);
    if (refused) return refused;
    switch (command.type) {
      case 'approve-document':
        return decideApprove(state, command, context);
      case 'refuse-document':
        return decideRefuse(state, command, context);
      case 'withdraw-document':
        return decideWithdraw(state, command, context);
    }
  },

  evolve(state, { type, data }) {
    // A step may take effect before its document: on such a day there is neither.
    if (type !== 'DocumentSubmitted' && state.status === 'unknown') return state;
    switch (type) {
      case 'DocumentSubmitted':
        return { ...state, ...data, status: 'waiting' };
      case 'DocumentApproved': {
        const { tier, by, onBehalfOf } = data;
        const given = [...state.given, { tier, by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }];
        return { ...state, given, status: data.last ? 'approved' : 'waiting' };
      }
      case 'DocumentRefused':
        return { ...state, status: 'refused' };
      case 'DocumentWithdrawn':
        return { ...state, status: 'withdrawn' };
    }
  },
};

/**
 * A document that waits for other eyes. The maker is never one of them, and nobody lends two pairs. Whoever approves
 * must be allowed to in every project that it touches.
 */
export const approval = guarded(waiting, {
  places: ({ what }, command) =>
    (command.type === 'submit-document' ? command.what : what).map(({ stream }) => placeOf(stream)),
  amount: ({ amount }, command) => (command.type === 'submit-document' ? command.amount : parseBaht(amount)),
});

type Decision = [ApprovalEvent] | Refusal;

function decideSubmit(
  state: ApprovalState,
  command: SubmitDocument,
  { actor = '' }: ControlContext,
): Decision {
  const { number, summary, amount, tiers, what, reserved = [], effectiveOn } = command;
  if (state.status !== 'unknown') {
    return refuse('document-exists', `A document ${number} was submitted already; expected another number.`, {
      number,
    });
  }
  if (what.length === 0)
    return refuse('document-empty', `The document ${number} records nothing.`, { number });
  if (what.length > MOST_POSTINGS || tiers.length > MOST_TIERS) {
    return refuse(
      'document-too-large',
      `The document ${number} holds ${what.length} postings and needs ${tiers.length} approvals; expected at most ${MOST_POSTINGS} and ${MOST_TIERS}.`,
      { number, postings: what.length, approvals: tiers.length },
    );
  }
  if (tiers.length === 0) {
    return refuse(
      'approval-not-needed',
      `The policy wants no approval for the document ${number}; expected it to be recorded at once.`,
      { number },
    );
  }
  const data = {
    number,
    maker: actor,
    summary,
    amount: formatBaht(amount),
    tiers: [...tiers],
    ...(reserved.length === 0 ? {} : { reserved: [...reserved] }),
    what: structuredClone(what) as Extract<ApprovalEvent, { type: 'DocumentSubmitted' }>['data']['what'],
  };
  return [{ type: 'DocumentSubmitted', effectiveOn, data }];
}

function decideApprove(
  state: ApprovalState,
  { tier, effectiveOn }: ApproveDocument,
  context: ControlContext,
): Decision {
  const found = mustBeAnotherPair(state, context) ?? mustBeDue(state, tier) ?? tierOf(state, context);
  if ('refused' in found) return found;
  const data = { number: state.number, ...found, last: state.given.length + 1 === state.tiers.length };
  return [{ type: 'DocumentApproved', effectiveOn, data }];
}

function decideRefuse(
  state: ApprovalState,
  { reason, effectiveOn }: RefuseDocument,
  context: ControlContext,
): Decision {
  if (isBlank(reason)) {
    return refuse(
      'control-reason-missing',
      `The document ${state.number} is refused without a reason; expected why.`,
      {
        number: state.number,
      },
    );
  }
  const found = mustBeAnotherPair(state, context) ?? tierOf(state, context);
  if ('refused' in found) return found;
  return [{ type: 'DocumentRefused', effectiveOn, data: { number: state.number, ...found } }];
}

function decideWithdraw(
  { number, maker }: ApprovalState,
  { effectiveOn }: WithdrawDocument,
  { actor }: ControlContext,
): Decision {
  if (actor !== maker) {
    return refuse(
      'only-maker-withdraws',
      `The document ${number} was made by ${maker}, who alone can withdraw it.`,
      {
        number,
        maker,
      },
    );
  }
  return [{ type: 'DocumentWithdrawn', effectiveOn, data: { number } }];
}

function mustBeWaiting({ status, number }: ApprovalState): Refusal | undefined {
  if (status === 'waiting') return undefined;
  if (status === 'unknown')
    return refuse('document-unknown', 'No document of this number was submitted.', {});
  return refuse('document-not-waiting', `The document ${number} is ${status} already.`, {
    number,
    standing: status,
  });
}
