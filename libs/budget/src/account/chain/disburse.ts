import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  negate,
  parseBaht,
  type Refusal,
  type Satang,
  subtract,
  ZERO,
} from '#kernel';
import { z } from 'zod';
import { type Line, lineKey, lineName, lineSchema } from '../../line.ts';
import { refuse } from '../../refusals.ts';
import {
  accountDetails,
  mustBeAvailable,
  mustBeOutstanding,
  mustBePositive,
  mustHaveLine,
  mustNotPrecede,
  nameOf,
  unknownCommitment,
} from '../rules.ts';
import { type AccountState, commitmentOf, move } from '../state.ts';

/** Pays out, directly from a line or against a commitment (then the line is the commitment's). */
export interface Disburse {
  readonly type: 'disburse';
  /** Number of the voucher, unique in the account. */
  readonly disbursement: string;
  readonly amount: Satang;
  /** Needed for a direct disbursement; when a commitment is named it must be the same line or absent. */
  readonly line?: Line | undefined;
  readonly commitment?: string | undefined;
  readonly description?: string | undefined;
  readonly counterparty?: string | undefined;
  readonly effectiveOn: CivilDate;
}

export const DisbursementMade = defineEvent({
  type: 'DisbursementMade',
  version: 1,
  category: 'budgetaccount',
  when: 'Money is paid out, directly from a line or against a commitment.',
  data: z.strictObject({
    disbursement: fields.code('Number of the voucher, unique in the account'),
    line: lineSchema,
    amount: fields.baht('Amount paid, greater than zero'),
    commitment: fields.code('Order or contract that the payment liquidates').optional(),
    description: fields.text('What is paid for', 2000).optional(),
    counterparty: fields.code('Reference to the counterparty, never a personal name').optional(),
  }),
});
export type DisbursementMade = EventOf<typeof DisbursementMade>;

export function decideDisburse(state: AccountState, command: Disburse): [DisbursementMade] | Refusal {
  const { disbursement, amount, commitment, description, counterparty, effectiveOn } = command;
  const refused = mustBeNewDisbursement(state, disbursement) ?? mustBePositive(state, amount);
  if (refused) return refused;
  const line =
    commitment === undefined ? directLine(state, command) : liquidatedLine(state, command, commitment);
  if ('refused' in line) return line;
  const data = {
    disbursement,
    line,
    amount: formatBaht(amount),
    ...(commitment === undefined ? {} : { commitment }),
    ...(description === undefined ? {} : { description }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  return [{ type: 'DisbursementMade', effectiveOn, data }];
}

function mustBeNewDisbursement(state: AccountState, disbursement: string): Refusal | undefined {
  if (!state.disbursements.has(disbursement)) return undefined;
  return refuse(
    'disbursement-exists',
    `${nameOf(state)} has a disbursement ${disbursement} already; expected another number.`,
    accountDetails(state, { disbursement }),
  );
}

/** A direct disbursement takes from what is available on its line. */
function directLine(state: AccountState, { line, amount, disbursement }: Disburse): Line | Refusal {
  if (!line) {
    return refuse(
      'line-missing',
      `${nameOf(state)}: the disbursement ${disbursement} names neither a line nor a commitment.`,
      accountDetails(state, { disbursement }),
    );
  }
  return mustHaveLine(state, line) ?? mustBeAvailable(state, line, amount) ?? line;
}

/** A disbursement against a commitment takes from what is outstanding, and never from available. */
function liquidatedLine(
  state: AccountState,
  { line, amount, effectiveOn }: Disburse,
  commitment: string,
): Line | Refusal {
  const held = state.commitments.get(commitment);
  if (!held) return unknownCommitment(state, commitment);
  if (line && lineKey(line) !== lineKey(held.line)) {
    return refuse(
      'line-differs-from-commitment',
      `${nameOf(state)}: the commitment ${commitment} is on the line ${lineName(held.line)}, not on ${lineName(line)}.`,
      accountDetails(state, { commitment, line, expected: held.line }),
    );
  }
  return (
    mustNotPrecede(state, commitment, held, effectiveOn) ??
    mustBeOutstanding(state, commitment, held, amount) ??
    held.line
  );
}

export function evolveDisbursed(state: AccountState, { data, effectiveOn }: DisbursementMade): void {
  const { disbursement, line, commitment } = data;
  const amount = parseBaht(data.amount);
  state.disbursements.set(disbursement, { line, commitment, effectiveOn, amount, reversed: ZERO });
  const held = commitment === undefined ? undefined : commitmentOf(state, commitment);
  if (held) held.outstanding = subtract(held.outstanding, amount);
  move(state, line, effectiveOn, { disbursed: amount, committed: held ? negate(amount) : ZERO });
}
