import {
  type CivilDate,
  defineEvent,
  type EventOf,
  fields,
  formatBaht,
  parseBaht,
  type Refusal,
  type Satang,
} from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, mustBePositive, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

/**
 * Says in the year that made a contract that a later year commits its part. Recorded together with that commitment,
 * or not at all, so that no part is committed twice.
 */
export interface TakeUpContractYear {
  readonly type: 'take-up-contract-year';
  readonly commitment: string;
  /** The later year. */
  readonly fiscalYear: number;
  readonly amount: Satang;
  readonly effectiveOn: CivilDate;
}

export const ContractYearTakenUp = defineEvent({
  type: 'ContractYearTakenUp',
  version: 1,
  category: 'budgetaccount',
  when: 'A later fiscal year commits its part of a contract; in the same append as CommitmentMade there.',
  data: z.strictObject({
    commitment: fields.code('Number of the contract'),
    fiscalYear: fields.fiscalYear('The later year'),
    amount: fields.baht('Its part, greater than zero'),
  }),
});
export type ContractYearTakenUp = EventOf<typeof ContractYearTakenUp>;

export function decideTakeUp(
  state: AccountState,
  { commitment, fiscalYear, amount, effectiveOn }: TakeUpContractYear,
): [ContractYearTakenUp] | Refusal {
  const data = { commitment, fiscalYear, amount: formatBaht(amount) };
  const planned = state.contracts.get(commitment)?.years[String(fiscalYear)];
  if (planned === undefined) {
    return refuse(
      'contract-year-unknown',
      `${nameOf(state)} has no contract ${commitment} with a part for ${fiscalYear}.`,
      accountDetails(state, { commitment, contractYear: fiscalYear }),
    );
  }
  return (
    mustBePositive(state, amount) ??
    mustNotBeTaken(state, commitment, fiscalYear) ??
    mustFitPart(state, commitment, amount, planned) ?? [{ type: 'ContractYearTakenUp', effectiveOn, data }]
  );
}

function mustNotBeTaken(state: AccountState, commitment: string, fiscalYear: number): Refusal | undefined {
  if (!state.contracts.get(commitment)?.taken.has(String(fiscalYear))) return undefined;
  return refuse(
    'contract-year-taken',
    `${nameOf(state)}: the part of the contract ${commitment} for ${fiscalYear} is committed already.`,
    accountDetails(state, { commitment, contractYear: fiscalYear }),
  );
}

function mustFitPart(
  state: AccountState,
  commitment: string,
  amount: Satang,
  planned: Satang,
): Refusal | undefined {
  if (amount <= planned) return undefined;
  return refuse(
    'contract-year-exceeded',
    `${nameOf(state)}: ${formatBaht(amount)} is to be committed of the contract ${commitment}, the part of the year is ${formatBaht(planned)}.`,
    accountDetails(state, { commitment, requested: formatBaht(amount), expected: formatBaht(planned) }),
  );
}

export function evolveTakenUp(state: AccountState, { data }: ContractYearTakenUp): void {
  state.contracts.get(data.commitment)?.taken.set(String(data.fiscalYear), parseBaht(data.amount));
}
