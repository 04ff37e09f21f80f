import { add, negate, type Satang, satang, sum, ZERO } from '#kernel';
import { million } from '../check/quarters.ts';
import { type AccountDesk, type Change, type Effect, freeNumber, LINE, postTo } from './account-desk.ts';
import { commitmentExists, disbursementExists, outstanding, reversible } from './account-view.ts';
import { spread } from './spread.ts';

/**
 * Turns the change of a quarter into ordinary movements. The tables give net figures per quarter only:
 * what is newly committed becomes one commitment, a fall of the commitments is what was paid out of them,
 * and what is paid beyond that is paid directly.
 */
export function postMovements(desk: AccountDesk, effect: Effect, { disbursed, committed }: Change): void {
  const recommitted = disbursed < 0 ? takeBack(desk, effect, negate(disbursed)) : ZERO;
  const paid = disbursed > 0 ? disbursed : ZERO;
  const change = satang(committed - recommitted);
  const fall = change < 0 ? negate(change) : ZERO;
  const liquidated = satang(Math.min(paid, fall));
  if (fall > liquidated) release(desk, effect, satang(fall - liquidated));
  if (liquidated > 0) liquidate(desk, effect, liquidated);
  if (change > 0) commit(desk, effect, change);
  if (paid > liquidated) disburseDirectly(desk, effect, satang(paid - liquidated));
}

export function commit(desk: AccountDesk, { quarter, effectiveOn }: Effect, amount: Satang): void {
  const { state } = desk.account;
  const commitment = freeNumber(`${desk.project}-${quarter}`, (number) => commitmentExists(state, number));
  const description = `Net increase of commitments in ${quarter}, as published in ${desk.title}`;
  postTo(desk, { type: 'commit', commitment, line: LINE, amount, description, effectiveOn });
}

function disburseDirectly(desk: AccountDesk, { quarter, effectiveOn }: Effect, amount: Satang): void {
  const disbursement = voucher(desk, `${desk.project}-${quarter}-D`);
  const description = `Disbursed in ${quarter} without an earlier commitment, as published in ${desk.title}`;
  postTo(desk, { type: 'disburse', disbursement, line: LINE, amount, description, effectiveOn });
}

function liquidate(desk: AccountDesk, { quarter, effectiveOn }: Effect, amount: Satang): void {
  const { parts, rest } = spread(outstanding(desk.account.state), amount);
  if (rest > 0) return tooLittleCommitted(desk, amount);
  for (const { number: commitment, amount: part } of parts) {
    const disbursement = voucher(desk, `${desk.project}-${quarter}-L`);
    const description = `Disbursed in ${quarter} against ${commitment}: net fall of commitments, as published in ${desk.title}`;
    postTo(desk, { type: 'disburse', disbursement, commitment, amount: part, description, effectiveOn });
  }
}

function release(desk: AccountDesk, { quarter, effectiveOn }: Effect, amount: Satang): void {
  const { parts, rest } = spread(outstanding(desk.account.state), amount);
  if (rest > 0) return tooLittleCommitted(desk, amount);
  const reason = `Commitments fall by more than is disbursed in ${quarter}, as published in ${desk.title}`;
  for (const { number: commitment, amount: part } of parts) {
    postTo(desk, { type: 'release-commitment', commitment, amount: part, reason, effectiveOn });
  }
}

/** Takes disbursements back, direct ones first, the newest first; answers how much is committed again by that. */
function takeBack(desk: AccountDesk, { quarter, effectiveOn }: Effect, amount: Satang): Satang {
  const candidates = reversible(desk.account.state);
  const { parts, rest } = spread(candidates, amount);
  if (rest > 0) {
    const why = `disbursed falls by ${million(amount)}, but ${million(satang(amount - rest))} can be reversed`;
    desk.ledger.refuse(desk.account, desk.origin.place, why);
    return ZERO;
  }
  const reason = `Disbursed in ${quarter} is below zero on balance, as published in ${desk.title}`;
  let recommitted = ZERO;
  for (const { number: disbursement, amount: part } of parts) {
    postTo(desk, { type: 'reverse-disbursement', disbursement, amount: part, reason, effectiveOn });
    const against = candidates.find(({ number }) => number === disbursement)?.commitment;
    if (against !== undefined) recommitted = add(recommitted, part);
  }
  return recommitted;
}

export function tooLittleCommitted(desk: AccountDesk, amount: Satang): void {
  const there = million(sum(outstanding(desk.account.state).map((part) => part.amount)));
  const why = `commitments of ${desk.project} fall by ${million(amount)}, but ${there} are outstanding`;
  desk.ledger.refuse(desk.account, desk.origin.place, why);
}

const voucher = (desk: AccountDesk, wanted: string): string =>
  freeNumber(wanted, (number) => disbursementExists(desk.account.state, number));
