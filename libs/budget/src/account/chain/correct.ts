import {
  add,
  type CivilDate,
  type DateRange,
  type DecisionContext,
  defineEvent,
  type EventOf,
  fields,
  type FiscalYear,
  formatBaht,
  negate,
  parseBaht,
  type Quantity,
  type Quarter,
  quarterRange,
  type Refusal,
  type Satang,
  subtract,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineKey, lineName } from '../../line.ts';
import { lineSchema } from '../../line-schema.ts';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustHaveLine, nameOf } from '../rules.ts';
import { amountExceeded, mustHold, mustStand, unknownDocument } from './earlier.ts';
import { type AccountState, move, movedBetween } from '../state.ts';

/**
 * Restates a quarter that has ended: effective then, recorded now. What was reported before stays
 * reproducible at its position. Needs a reason.
 */
export interface CorrectQuarter {
  readonly type: 'correct-quarter';
  /** Number of the correction, unique in the account. */
  readonly correction: string;
  readonly quarter: Quarter;
  /** Needed unless a commitment is named. */
  readonly line?: Line | undefined;
  /** Added to what was disbursed in the quarter; may be negative. */
  readonly disbursed: Satang;
  /** Added to what was committed in the quarter; may be negative. */
  readonly committed: Satang;
  /** The commitment that changes; needed when `committed` is not zero. */
  readonly commitment?: string | undefined;
  readonly reason: string;
  /** A day of the quarter; its last day when absent. */
  readonly effectiveOn?: CivilDate | undefined;
}

export const QuarterCorrected = defineEvent({
  type: 'QuarterCorrected',
  version: 1,
  category: 'budgetaccount',
  when: 'A quarter that has ended is restated; the reason stands in the metadata.',
  data: z.strictObject({
    correction: fields.code('Number of the correction, unique in the account'),
    quarter: fields.quarter('The quarter that is restated'),
    line: lineSchema,
    disbursed: fields.baht('Change of what was disbursed in the quarter, may be negative'),
    committed: fields.baht('Change of what was committed in the quarter, may be negative'),
    commitment: fields.code('Order or contract whose outstanding amount changes').optional(),
  }),
});
export type QuarterCorrected = EventOf<typeof QuarterCorrected>;

export function decideCorrect(
  state: AccountState,
  command: CorrectQuarter,
  { calendar, bookedOn }: DecisionContext,
): [QuarterCorrected] | Refusal {
  const { correction, quarter, disbursed, committed, commitment } = command;
  const year = (state.opened?.fiscalYear ?? 0) as FiscalYear;
  const range = quarterRange(year, quarter, calendar);
  const effectiveOn = command.effectiveOn ?? range.last;
  const refused =
    mustBeNewCorrection(state, correction) ??
    mustHaveEnded(state, quarter, range, bookedOn) ??
    mustLieInQuarter(state, quarter, range, effectiveOn) ??
    mustChangeSomething(state, command);
  if (refused) return refused;
  const line = correctedLine(state, command);
  if ('refused' in line) return line;
  const data = {
    correction,
    quarter,
    line,
    disbursed: formatBaht(disbursed),
    committed: formatBaht(committed),
    ...(commitment === undefined ? {} : { commitment }),
  };
  return (
    mustNotFallBelowZero(state, command, line, range) ?? [{ type: 'QuarterCorrected', effectiveOn, data }]
  );
}

function mustBeNewCorrection(state: AccountState, correction: string): Refusal | undefined {
  if (!state.corrections.has(correction)) return undefined;
  return refuse(
    'correction-exists',
    `${nameOf(state)} has a correction ${correction} already; expected another number.`,
    accountDetails(state, { correction }),
  );
}

function mustHaveEnded(
  state: AccountState,
  quarter: Quarter,
  { last }: DateRange,
  bookedOn: CivilDate,
): Refusal | undefined {
  if (bookedOn > last) return undefined;
  return refuse(
    'quarter-not-ended',
    `${nameOf(state)}: ${quarter} ends on ${last}; on ${bookedOn} ordinary postings still reach it.`,
    accountDetails(state, { quarter, last, bookedOn }),
  );
}

function mustLieInQuarter(
  state: AccountState,
  quarter: Quarter,
  { first, last }: DateRange,
  effectiveOn: CivilDate,
): Refusal | undefined {
  if (effectiveOn >= first && effectiveOn <= last) return undefined;
  return refuse(
    'date-outside-quarter',
    `${nameOf(state)}: ${effectiveOn} does not lie in ${quarter}; expected ${first} to ${last}.`,
    accountDetails(state, { quarter, effectiveOn, first, last }),
  );
}

function mustChangeSomething(state: AccountState, command: CorrectQuarter): Refusal | undefined {
  const { correction, disbursed, committed, commitment } = command;
  if (disbursed === 0 && committed === 0) {
    return refuse(
      'correction-changes-nothing',
      `${nameOf(state)}: the correction ${correction} changes neither disbursed nor committed.`,
      accountDetails(state, { correction }),
    );
  }
  if (committed !== 0 && commitment === undefined) {
    return refuse(
      'commitment-missing',
      `${nameOf(state)}: the correction ${correction} changes committed by ${formatBaht(committed)}; expected the commitment that changes.`,
      accountDetails(state, { correction, committed: formatBaht(committed) }),
    );
  }
  return undefined;
}

function correctedLine(
  state: AccountState,
  { line, commitment, committed, correction }: CorrectQuarter,
): Line | Refusal {
  if (commitment === undefined) {
    if (line) return mustHaveLine(state, line) ?? line;
    return refuse(
      'line-missing',
      `${nameOf(state)}: the correction ${correction} names neither a line nor a commitment.`,
      accountDetails(state, { correction }),
    );
  }
  const held = state.commitments.get(commitment);
  if (!held) return unknownDocument(state, { stage: 'commitment', number: commitment });
  if (line && lineKey(line) !== lineKey(held.line)) {
    return refuse(
      'line-differs-from-commitment',
      `${nameOf(state)}: the commitment ${commitment} is on the line ${lineName(held.line)}, not on ${lineName(line)}.`,
      accountDetails(state, { commitment, line, expected: held.line }),
    );
  }
  const less = negate(committed);
  const earlier = { stage: 'commitment', number: commitment } as const;
  const gone = mustStand(state, earlier, held);
  if (gone) return gone;
  return less > held.outstanding ? amountExceeded(state, earlier, held, less) : held.line;
}

function mustNotFallBelowZero(
  state: AccountState,
  { quarter, disbursed }: CorrectQuarter,
  line: Line,
  { first, last }: DateRange,
): Refusal | undefined {
  const inQuarter = add(movedBetween(state, first, last, line).disbursed, disbursed);
  const held = state.lines.get(lineKey(line));
  const onLine = add(subtract(held?.disbursed ?? ZERO, held?.advanced ?? ZERO), disbursed);
  if (disbursed >= 0 || (inQuarter >= 0 && onLine >= 0)) return undefined;
  const left = formatBaht(inQuarter < onLine ? inQuarter : onLine);
  return refuse(
    'correction-below-zero',
    `${nameOf(state)}, ${lineName(line)}: a correction of ${formatBaht(disbursed)} would leave ${left} disbursed in ${quarter}; expected zero or more.`,
    accountDetails(state, { line, quarter, requested: formatBaht(disbursed), left }),
  );
}

export function evolveCorrected(state: AccountState, { data, effectiveOn }: QuarterCorrected): void {
  const committed = parseBaht(data.committed);
  state.corrections.add(data.correction);
  const held =
    data.commitment === undefined
      ? undefined
      : mustHold(state, { stage: 'commitment', number: data.commitment });
  if (held) {
    held.outstanding = add(held.outstanding, committed);
    held.amount = add(held.amount, committed);
    if (parseBaht(data.disbursed) !== 0) held.correctedBy = data.correction;
    if (held.outstanding === 0 && held.outstandingQuantity !== undefined) {
      held.outstandingQuantity = 0 as Quantity;
    }
  }
  move(state, data.line, effectiveOn, { disbursed: parseBaht(data.disbursed), committed });
}
