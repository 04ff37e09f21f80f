import { fields, formatBaht, parseBaht, type Refusal, type Satang, subtract, sum } from '#kernel';
import { z } from 'zod';
import { refuse } from '../../refusals.ts';
import { accountDetails, nameOf } from '../rules.ts';
import type { AccountState } from '../state.ts';

/** A contract that spans fiscal years: what it comes to, and what of that falls to each year. Decimal strings in baht. */
export interface Contract {
  readonly total: string;
  readonly years: readonly { readonly fiscalYear: number; readonly amount: string }[];
}

/** The contract of an earlier year whose part for this year a commitment is. */
export interface Continues {
  readonly fiscalYear: number;
  readonly commitment: string;
}

/** What of a contract over several years is not taken up yet. */
export interface ContractState {
  readonly total: Satang;
  /** By fiscal year. */
  readonly years: Readonly<Record<string, Satang>>;
  readonly taken: Map<string, Satang>;
  /** The item of the commitment that it came with. */
  readonly item?: string | undefined;
}

export const contractFields = {
  contract: z
    .strictObject({
      total: fields.baht('What the whole contract comes to'),
      years: z
        .array(
          z.strictObject({
            fiscalYear: fields.fiscalYear(),
            amount: fields.baht('What falls to the year'),
          }),
        )
        .min(1)
        .max(20)
        .meta({ description: 'What falls to each fiscal year' }),
    })
    .optional()
    .meta({ description: 'A contract over several fiscal years; the amount is the part of this one' }),
  continues: z
    .strictObject({
      fiscalYear: fields.fiscalYear('Fiscal year in which the contract was made'),
      commitment: fields.code('Number of the contract there'),
    })
    .optional()
    .meta({ description: 'The contract of an earlier year whose part for this year it is' }),
};

/**
 * The parts of the years add up to the contract, the part of this year is what is committed now, and none falls to a
 * year before, which could no longer take it up.
 */
export function mustFitContract(
  state: AccountState,
  { contract, amount }: { readonly contract?: Contract | undefined; readonly amount: Satang },
): Refusal | undefined {
  if (!contract) return undefined;
  const years = contract.years.map(({ amount: part }) => parseBaht(part));
  const own = partOf(contract, state);
  const once = new Set(contract.years.map(({ fiscalYear }) => fiscalYear)).size === years.length;
  const past = contract.years.some(({ fiscalYear }) => fiscalYear < (state.opened?.fiscalYear ?? 0));
  const differs = subtract(parseBaht(contract.total), sum(years));
  if (once && !past && differs === 0 && own === amount && years.every((year) => year > 0)) return undefined;
  return refuse(
    'contract-years-differ',
    `${nameOf(state)}: the years of the contract add up to ${formatBaht(sum(years))} of ${contract.total}, and this year's part is ${formatBaht(own)}; expected the total, each year once and none before this one, every part above zero, and ${formatBaht(amount)} for this year.`,
    accountDetails(state, { contract, amount: formatBaht(amount) }),
  );
}

/** Keeps what a contract leaves for later years. */
export function rememberContract(
  state: AccountState,
  {
    commitment,
    item,
    contract,
  }: {
    readonly commitment: string;
    readonly item?: string | undefined;
    readonly contract?: Contract | undefined;
  },
): void {
  if (!contract) return;
  const years = contract.years.map(
    ({ fiscalYear, amount }) => [String(fiscalYear), parseBaht(amount)] as const,
  );
  state.contracts.set(commitment, {
    total: parseBaht(contract.total),
    years: Object.fromEntries(years),
    taken: new Map([[String(state.opened?.fiscalYear), partOf(contract, state)]]),
    ...(item === undefined ? {} : { item }),
  });
}

/** A later fiscal year that has committed its part of the contract, in words. */
export function laterYearOf(
  { contracts, opened }: AccountState,
  commitment: string,
  item?: string,
): string | undefined {
  const contract = contracts.get(commitment);
  if (contract?.item !== item) return undefined;
  const year = [...(contract?.taken.keys() ?? [])].find((taken) => taken !== String(opened?.fiscalYear));
  return year === undefined ? undefined : `fiscal year ${year}`;
}

/** A contract that is taken back leaves nothing for later years. */
export function forgetContract({ contracts }: AccountState, commitment: string, item?: string): void {
  if (contracts.get(commitment)?.item === item) contracts.delete(commitment);
}

/** What of a contract falls to the year of the account. */
const partOf = ({ years }: Contract, { opened }: AccountState): Satang =>
  parseBaht(years.find(({ fiscalYear }) => fiscalYear === opened?.fiscalYear)?.amount ?? '0.00');
