import { FUND_SOURCE_NAMES, fundSourceName } from '#glossary';
import { compareText } from '#kernel';
/** A text in the languages of an organisation. */
export interface Words {
  readonly th: string;
  readonly en: string;
}

export type Language = keyof Words;

/** The two kinds of money that a Thai public body plans with, and what no standard code says. */
export const REVENUE_GROUPS = {
  'budget-money': { th: 'เงินงบประมาณ', en: 'Budget money' },
  'off-budget-money': { th: 'เงินนอกงบประมาณ', en: 'Off-budget money' },
  'other-money': { th: 'เงินอื่น', en: 'Other money' },
} as const satisfies Record<string, Words>;

export type RevenueGroup = keyof typeof REVENUE_GROUPS;

export interface FundSource {
  readonly name: Words;
  readonly group: RevenueGroup;
  /** Whether parliament gave it for this year; only that is the budget money of the expenditure side. */
  readonly ofTheYear: boolean;
}

type Standing = Omit<FundSource, 'name'>;

const OF_THE_YEAR: Standing = { group: 'budget-money', ofTheYear: true };
const OFF_BUDGET: Standing = { group: 'off-budget-money', ofTheYear: false };

/** Where the standard codes stand. Other codes may be used: see `fundSourceOf`. */
const STANDARD: Readonly<Record<keyof typeof FUND_SOURCE_NAMES, Standing>> = {
  'annual-appropriation': OF_THE_YEAR,
  'central-fund': OF_THE_YEAR,
  'prior-year-balance': { group: 'budget-money', ofTheYear: false },
  'own-income': OFF_BUDGET,
  'estimated-income': OFF_BUDGET,
  'prior-year-off-budget-income': OFF_BUDGET,
};

const STANDINGS: ReadonlyMap<string, Standing> = new Map(Object.entries(STANDARD));
const ORDER = Object.keys(FUND_SOURCE_NAMES);

/** The standard meaning of a code; one that is not standard is named by itself and stands under other money. */
export const fundSourceOf = (code: string): FundSource => ({
  name: fundSourceName(code),
  ...(STANDINGS.get(code) ?? { group: 'other-money', ofTheYear: false }),
});

/** Standard codes in their order, then the others by code. */
export function inFundOrder(a: string, b: string): number {
  const [placeA, placeB] = [ORDER.indexOf(a), ORDER.indexOf(b)];
  if (placeA >= 0 && placeB >= 0) return placeA - placeB;
  if (placeA >= 0 || placeB >= 0) return placeB - placeA;
  return compareText(a, b);
}
