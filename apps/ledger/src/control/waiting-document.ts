import {
  type AccountCommand,
  type AccountContext,
  type AccountEvent,
  type AccountState,
  amountOf,
  budgetAccount,
  documentKey,
  encodeCommand,
  type Line,
  tiersNeeded,
} from '#budget';
import {
  approval,
  type ApprovalCommand,
  type ApprovalState,
  controlPolicy,
  type Reservation,
} from '#control';
import { type CivilDate, formatBaht, parseBaht, type Satang, streams, sum, ZERO } from '#kernel';
import { type Posting, posting, read } from '#posting';
import { drawsOf, fromWaiting } from '../budget/account-posting.ts';

/** The postings that a document is made of on its way through approval. */

/** What the trial of one posting says. */
export interface Tried {
  readonly amount: Satang;
  readonly tiers: readonly string[];
  /** What it would take of its lines. */
  readonly draws: readonly { readonly line: Line; readonly amount: Satang }[];
  readonly reserves: boolean;
}

/** A posting as it is tried before its document waits: as if it were approved. */
export const onTrial = (what: Posting, approvalStream: string): Posting => ({
  ...what,
  reads: { ...what.reads, approval: read(approval, approvalStream) },
  outcome: (_state, events, context) => tried(what.command as AccountCommand, events, context),
});

function tried(command: AccountCommand, decided: readonly unknown[], context: AccountContext): Tried {
  const events = decided as readonly AccountEvent[];
  return {
    amount: amountOf(command, events, context),
    tiers: tiersNeeded(command, events, context),
    draws: drawsOf(events, context.calendar).filter(({ amount }) => amount > 0),
    reserves: context.control?.policy.reserveWhileWaiting ?? false,
  };
}

export interface Handed {
  readonly organisation: string;
  readonly number: string;
  readonly what: readonly Posting[];
  readonly tried: readonly Tried[];
  readonly effectiveOn: CivilDate;
}

/** A step of the waiting document itself. */
export const step = (organisation: string, number: string, command: ApprovalCommand): Posting =>
  posting(approval, streams.approval(organisation, number), command, {
    reads: { control: read(controlPolicy, streams.controlPolicy(organisation)) },
  });

/** Hands the document in, with the requests that hold its money when the policy says so. */
export function handIn(handed: Handed): Posting[] {
  const { organisation, number, what, tried, effectiveOn } = handed;
  const reserved = reservationsOf(handed);
  const submit = step(organisation, number, {
    type: 'submit-document',
    number,
    summary: what.map(summaryOf).join('; ').slice(0, 500),
    amount: Math.max(ZERO, ...tried.map(({ amount }) => amount)) as Satang,
    tiers: [...new Set(tried.flatMap(({ tiers }) => tiers))],
    what: what.map(({ stream, command, source }) => ({
      stream,
      command: encodeCommand(command as AccountCommand),
      ...(source === undefined ? {} : { source }),
    })),
    reserved,
    effectiveOn,
  });
  const hold = reserved.map(({ stream, item, line, amount }) =>
    onBehalf(organisation, number, stream, {
      type: 'make-request',
      request: number,
      item,
      line,
      amount: parseBaht(amount),
      effectiveOn,
    }),
  );
  return [submit, ...hold];
}

/** The same document as a trial, so that what would be refused today does not wait for nothing. */
export const tryOut = ({ organisation, number, what, effectiveOn }: Omit<Handed, 'tried'>): Posting[] => [
  step(organisation, number, {
    type: 'submit-document',
    number,
    summary: 'trial',
    amount: ZERO,
    tiers: ['trial'],
    what: what.map(({ stream }) => ({ stream, command: {} })),
    effectiveOn,
  }),
  ...what.map((each) => onTrial(each, streams.approval(organisation, number))),
];

/** What is recorded with the last approval: the money held is given back first, then the document is decided anew. */
export const record = (organisation: string, state: ApprovalState, effectiveOn: CivilDate): Posting[] => [
  ...giveBack(organisation, state, effectiveOn),
  ...state.what.map((waiting) => ({
    ...approved(fromWaiting(organisation, waiting), organisation, state.number),
    onBehalfOf: state.maker,
  })),
];

/** Gives back what was held for a document that is approved, refused or withdrawn. */
export const giveBack = (
  organisation: string,
  { number, reserved = [] }: ApprovalState,
  effectiveOn: CivilDate,
): Posting[] =>
  reserved.map(({ stream, item }) =>
    onBehalf(organisation, number, stream, {
      type: 'release-request',
      request: number,
      item,
      reason: `Held for the document ${number}`,
      effectiveOn,
    }),
  );

/** Whether a reservation still holds money. */
export const isHeldIn = (account: AccountState | undefined, number: string, { item }: Reservation): boolean =>
  (account?.requests.get(documentKey(number, item))?.outstanding ?? 0) > 0;

const approved = (what: Posting, organisation: string, number: string): Posting => ({
  ...what,
  reads: { ...what.reads, approval: read(approval, streams.approval(organisation, number)) },
});

const onBehalf = (organisation: string, number: string, stream: string, command: AccountCommand): Posting =>
  approved(
    { ...posting(budgetAccount, stream, command), ...fromStream(organisation, stream, command) },
    organisation,
    number,
  );

const fromStream = (organisation: string, stream: string, command: AccountCommand): Posting =>
  fromWaiting(organisation, { stream, command: encodeCommand(command) });

/** One item for every line that a posting would take from. */
function reservationsOf({ what, tried }: Handed): Reservation[] {
  const draws = what.flatMap(({ stream }, index) => {
    const { draws = [], reserves = false } = tried[index] ?? {};
    return reserves ? draws.map((draw) => ({ stream, ...draw })) : [];
  });
  return draws.map(({ stream, line, amount }, index) => ({
    stream,
    item: String(index + 1),
    line,
    amount: formatBaht(amount),
  }));
}

function summaryOf({ command, stream }: Posting): string {
  const { type, amount, change } = command as { type: string; amount?: Satang; change?: Satang };
  const moved = sum([amount ?? change ?? ZERO]);
  return `${type.replaceAll('-', ' ')}${moved === 0 ? '' : ` ${formatBaht(moved)}`} in ${stream.slice(stream.indexOf('.') + 1)}`;
}
