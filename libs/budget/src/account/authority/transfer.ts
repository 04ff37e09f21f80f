import { type CivilDate, formatBaht, type Refusal, type Satang, ZERO } from '#kernel';
import { type Line, lineKey, lineName } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import type { AccountContext } from '../context.ts';
import { accountDetails, mustBeCountable, mustBePositive, mustHaveLine, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';
import { type Direction, releasedAlong, releasedRange, transferEnd } from './transfer-ends.ts';
import type { BudgetTransferredIn, BudgetTransferredOut } from './transfer-events.ts';
import { transferTerms } from './transfer-rules.ts';

/** The other end of a transfer: a line of this account or of another project in the same fiscal year. */
export interface OtherEnd {
  readonly project: string;
  readonly line: Line;
}

interface TransferEnd {
  /** Number of the transfer document, the same at both ends. */
  readonly transfer: string;
  readonly line: Line;
  readonly amount: Satang;
  /** The transfer that this one takes back. */
  readonly reverses?: string | undefined;
  /** Reference of the outside agreement, where the policy wants one. */
  readonly agreement?: string | undefined;
  /**
   * How much of the released budget moves, the same at both ends. Absent at the giving end: `releasedAlong`. Absent at
   * the receiving end: what the giving line of the same account said, or what a transfer that is taken back had moved.
   */
  readonly released?: Satang | undefined;
  readonly reason: string;
  readonly effectiveOn: CivilDate;
}

/** Moves budget from a line. Recorded together with `transfer-in` at the other end, or not at all. */
export interface TransferOut extends TransferEnd {
  readonly type: 'transfer-out';
  readonly to: OtherEnd;
}

/** Moves budget to a line. Recorded together with `transfer-out` at the other end, or not at all. */
export interface TransferIn extends TransferEnd {
  readonly type: 'transfer-in';
  readonly from: OtherEnd;
}

export function decideTransferOut(
  state: AccountState,
  command: TransferOut,
  context: AccountContext,
): [BudgetTransferredOut] | Refusal {
  const { transfer, line, amount, to, reverses, effectiveOn } = command;
  const range = releasedRange(state, line, amount);
  const released = command.released ?? releasedAlong(state, command);
  const refused =
    mustBeNewTransfer(state, transfer, 'out') ??
    mustBePositive(state, amount) ??
    mustLeadElsewhere(state, command) ??
    mustHaveLine(state, line) ??
    mustTakeBack(state, reverses, 'in', amount) ??
    mustMoveReleased(state, line, released, range);
  if (refused) return refused;
  const terms = transferTerms(state, command, context);
  if ('refused' in terms) return terms;
  const data = { ...endOf(command, released), to, ...terms };
  return [{ type: 'BudgetTransferredOut', effectiveOn, data }];
}

export function decideTransferIn(state: AccountState, command: TransferIn): [BudgetTransferredIn] | Refusal {
  const { transfer, line, amount, from, reverses, effectiveOn } = command;
  const isInside = from.project === state.opened?.project;
  const given = isInside ? transfer : reverses;
  const end = given === undefined ? undefined : transferEnd(state, given, 'out');
  const released = command.released ?? end?.released ?? ZERO;
  const data = { ...endOf(command, released), from };
  return (
    mustBeNewTransfer(state, transfer, 'in') ??
    mustBePositive(state, amount) ??
    mustTakeBack(state, reverses, 'out', amount) ??
    mustMoveReleased(state, line, released, { least: ZERO, most: amount }) ??
    mustBeCountable(state, amount) ?? [{ type: 'BudgetTransferredIn', effectiveOn, data }]
  );
}

const endOf = ({ transfer, line, amount, reverses, agreement }: TransferEnd, released: Satang) => ({
  transfer,
  line,
  amount: formatBaht(amount),
  ...(reverses === undefined ? {} : { reverses }),
  ...(agreement === undefined ? {} : { agreement }),
  ...(released === ZERO ? {} : { released: formatBaht(released) }),
});

function mustBeNewTransfer(state: AccountState, transfer: string, direction: Direction): Refusal | undefined {
  if (!transferEnd(state, transfer, direction)) return undefined;
  return refuse(
    'transfer-exists',
    `${nameOf(state)} has a transfer ${transfer} already; expected another number.`,
    accountDetails(state, { transfer }),
  );
}

function mustLeadElsewhere(state: AccountState, { line, to }: TransferOut): Refusal | undefined {
  if (to.project !== state.opened?.project || lineKey(to.line) !== lineKey(line)) return undefined;
  return refuse(
    'transfer-to-itself',
    `${nameOf(state)}: the transfer leads from ${lineName(line)} to the same line.`,
    accountDetails(state, { line }),
  );
}

/** A transfer is taken back once, and as a whole. */
function mustTakeBack(
  state: AccountState,
  reverses: string | undefined,
  direction: Direction,
  amount: Satang,
): Refusal | undefined {
  if (reverses === undefined) return undefined;
  const made = transferEnd(state, reverses, direction);
  if (made?.amount !== amount) {
    return refuse(
      'transfer-unknown',
      `${nameOf(state)}: there is no transfer ${reverses} of ${formatBaht(amount)} that could be taken back.`,
      accountDetails(state, { transfer: reverses }),
    );
  }
  if (!made.reversed) return undefined;
  return refuse(
    'transfer-already-reversed',
    `${nameOf(state)}: the transfer ${reverses} is taken back already.`,
    accountDetails(state, { transfer: reverses }),
  );
}

/** Released budget goes along as far as it must and no further than it can. */
function mustMoveReleased(
  state: AccountState,
  line: Line,
  released: Satang,
  { least, most }: { readonly least: Satang; readonly most: Satang },
): Refusal | undefined {
  if (released >= least && released <= most) return undefined;
  const [given, from, to] = [formatBaht(released), formatBaht(least), formatBaht(most)];
  return refuse(
    'transfer-release-differs',
    `${nameOf(state)}, ${lineName(line)}: ${given} of the released budget cannot move with the transfer; expected ${from} to ${to}.`,
    accountDetails(state, { line, given, least: from, most: to }),
  );
}
