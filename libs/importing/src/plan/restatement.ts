import { formatMillionBaht, negate, type Satang, ZERO } from '#kernel';
import { type AccountDesk, type Change, type Effect, freeNumber, LINE, postTo } from './account-desk.ts';
import { commitmentNumbers, correctionExists, figuresOf, outstanding } from './account-view.ts';
import { commit, tooLittleCommitted } from './movements.ts';
import { spread } from './spread.ts';

/** One `correct-quarter`: the commitment that changes, or none where only what is disbursed does. */
interface Correction extends Change {
  readonly commitment?: string | undefined;
}

/**
 * Turns the change of a quarter that an earlier report has published into corrections. The earlier report
 * stays as it was; the newer one shows the restated quarter. `report` and `before` are the ids of both.
 */
export function postRestatement(
  desk: AccountDesk,
  effect: Effect,
  change: Change,
  { report, before }: { readonly report: string; readonly before: string },
): void {
  const reason = reasonOf(desk, effect, change, report, before);
  const { committed: rise } = change;
  const newlyCommitted = rise > 0 && commitmentFor(desk, effect) === undefined;
  const corrected = newlyCommitted ? { ...change, committed: ZERO } : change;
  for (const { commitment, disbursed, committed } of correctionsOf(desk, effect, corrected)) {
    const wanted = `${effect.quarter}-restated-in-${report}`;
    const correction = freeNumber(wanted, (number) => correctionExists(desk.account.state, number));
    postTo(desk, {
      type: 'correct-quarter',
      correction,
      quarter: effect.quarter,
      ...(commitment === undefined ? { line: LINE } : { commitment }),
      disbursed,
      committed,
      reason,
      effectiveOn: effect.effectiveOn,
    });
  }
  if (newlyCommitted) commit(desk, effect, rise);
}

function correctionsOf(desk: AccountDesk, effect: Effect, { disbursed, committed }: Change): Correction[] {
  if (committed === 0) return disbursed === 0 ? [] : [{ disbursed, committed }];
  if (committed > 0) return [{ commitment: commitmentFor(desk, effect), disbursed, committed }];
  const fall = negate(committed);
  const { parts, rest } = spread(outstanding(desk.account.state), fall);
  if (rest > 0) {
    tooLittleCommitted(desk, fall);
    return [];
  }
  // What is paid may need the room that the falling commitments give, so it comes last.
  const carrier = disbursed > 0 ? parts.length - 1 : 0;
  return parts.map(({ number, amount }, index) => ({
    commitment: number,
    disbursed: index === carrier ? disbursed : ZERO,
    committed: negate(amount),
  }));
}

/** The commitment of the quarter itself, else the oldest. */
function commitmentFor({ account, project }: AccountDesk, { quarter }: Effect): string | undefined {
  const numbers = commitmentNumbers(account.state);
  return numbers.find((number) => number === `${project}-${quarter}`) ?? numbers[0];
}

function reasonOf(
  { account, frame, project }: AccountDesk,
  { quarter }: Effect,
  change: Change,
  report: string,
  before: string,
): string {
  const had = figuresOf(account.state, frame, quarter);
  const figures = (disbursed: number, committed: number): string =>
    `${million(disbursed)} disbursed and ${million(committed)} committed`;
  const now = figures(had.disbursed + change.disbursed, had.committed + change.committed);
  const then = figures(had.disbursed, had.committed);
  return `Report ${report} restates ${quarter} of ${project}: ${now}, against ${then} as known since ${before}, in million baht`;
}

const million = (amount: number): string => formatMillionBaht(amount as Satang);
