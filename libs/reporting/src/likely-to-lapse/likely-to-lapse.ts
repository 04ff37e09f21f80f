import { type CarryRule, carryRuleOf, type ControlPolicy } from '#control';
import { type CivilDate, percentageOf, type Satang, subtract, sum, ZERO } from '#kernel';
import { statusFigures } from '../budget-status/status.ts';
import { daysBetween } from '../days.ts';
import type { CoveredLine } from '../documents.ts';
import { byLine, grouped, type LineCell } from '../line-cells.ts';

/** Money that ends with a day unless it is used before, or reserved. */
export interface EndingMoney {
  readonly project: string;
  readonly fundSource: string;
  readonly category: string;
  /** The open document; absent for what is available on the line. */
  readonly document: CoveredLine | undefined;
  readonly amount: Satang;
  /** What the carry rule of the line does not take to the next year. */
  readonly atRisk: Satang;
  readonly carry: CarryRule['carry'];
  /** What becomes of the amount at risk. */
  readonly rest: CarryRule['rest'];
  readonly deadline: CivilDate;
  /** Days left on the day asked about; negative when the deadline is over. */
  readonly daysLeft: number;
}

export interface LapseInput {
  readonly cells: readonly LineCell[];
  readonly documents: readonly CoveredLine[];
  readonly policy: ControlPolicy;
  /** The last day of the fiscal year. */
  readonly lastDay: CivilDate;
  readonly on: CivilDate;
}

const OPEN_STAGES: readonly CoveredLine['stage'][] = ['request', 'commitment', 'acceptance'];

/**
 * What is available on each line, and every open document that no confirmed reservation covers. After the year
 * reserved documents are on the list too, up to the last day of their reservation.
 */
export function likelyToLapse(input: LapseInput): EndingMoney[] {
  const free = grouped(input.cells, 'project').flatMap(([, own]) =>
    byLine(own).flatMap((line) => availableOf(line, input)),
  );
  const open = input.documents
    .filter(({ stage, outstanding }) => OPEN_STAGES.includes(stage) && outstanding > 0)
    .filter(({ reservedUntil }) => reservedUntil === null || input.on > input.lastDay)
    .map((document) => openOf(document, input));
  return [...free, ...open].sort(inOrder);
}

/** The totals of some rows: what ends, and what of it no rule carries on. */
export const endingTotals = (rows: readonly EndingMoney[]) => ({
  amount: sum(rows.map(({ amount }) => amount)),
  atRisk: sum(rows.map(({ atRisk }) => atRisk)),
});

function availableOf(cells: readonly LineCell[], { policy, lastDay, on }: LapseInput): EndingMoney[] {
  const [first] = cells;
  const amount = statusFigures(cells).available ?? ZERO;
  if (!first || amount <= 0) return [];
  const { project, fundSource, category } = first;
  const { carry, percent, rest } = carryRuleOf(policy, first);
  const carried =
    carry === 'whole' ? amount : carry === 'percentage' ? percentageOf(amount, percent ?? '0') : ZERO;
  return [
    {
      project,
      fundSource,
      category,
      document: undefined,
      amount,
      atRisk: subtract(amount, carried),
      carry,
      rest,
      deadline: lastDay,
      daysLeft: daysBetween(on, lastDay),
    },
  ];
}

function openOf(document: CoveredLine, { policy, lastDay, on }: LapseInput): EndingMoney {
  const { project, fundSource, category, outstanding, stage, reservedUntil } = document;
  const { carry, rest } = carryRuleOf(policy, document);
  const carried = carry === 'whole' || (carry === 'commitments' && stage !== 'request');
  // Reserved money stays in its year: no rule carries it on.
  const stays = reservedUntil !== null;
  const deadline = (reservedUntil ?? lastDay) as CivilDate;
  return {
    project,
    fundSource,
    category,
    document,
    amount: outstanding,
    atRisk: carried && !stays ? ZERO : outstanding,
    carry,
    rest: stays ? 'lapse' : rest,
    deadline,
    daysLeft: daysBetween(on, deadline),
  };
}

const keyOf = ({ project, fundSource, category, document }: EndingMoney): string =>
  [project, fundSource, category, document?.stage ?? '', document?.number ?? '', document?.item ?? ''].join(
    '\n',
  );

const inOrder = (a: EndingMoney, b: EndingMoney): number =>
  a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : keyOf(a) < keyOf(b) ? -1 : 1;
