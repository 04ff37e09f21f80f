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

/** Standard codes of fund sources, in the order in which a book prints them. Other codes may be used: see `fundSourceOf`. */
const STANDARD: Readonly<Record<string, FundSource>> = {
  'annual-appropriation': {
    name: { th: 'งบประมาณรายจ่ายประจำปี', en: 'Annual appropriation' },
    group: 'budget-money',
    ofTheYear: true,
  },
  'central-fund': { name: { th: 'งบกลาง', en: 'Central fund' }, group: 'budget-money', ofTheYear: true },
  'prior-year-balance': {
    name: { th: 'เงินงบประมาณคงเหลือจากปีก่อน', en: 'Prior-year balance' },
    group: 'budget-money',
    ofTheYear: false,
  },
  'own-income': { name: { th: 'เงินรายได้', en: 'Own income' }, group: 'off-budget-money', ofTheYear: false },
  'estimated-income': {
    name: { th: 'ประมาณการรายได้', en: 'Estimated income' },
    group: 'off-budget-money',
    ofTheYear: false,
  },
  'prior-year-off-budget-income': {
    name: { th: 'รายได้นอกงบประมาณปีที่ผ่านมา', en: 'Prior-year off-budget income' },
    group: 'off-budget-money',
    ofTheYear: false,
  },
};

const FUND_SOURCES: ReadonlyMap<string, FundSource> = new Map(Object.entries(STANDARD));
const ORDER = [...FUND_SOURCES.keys()];

/** The standard meaning of a code; one that is not standard is named by itself and stands under other money. */
export const fundSourceOf = (code: string): FundSource =>
  FUND_SOURCES.get(code) ?? { name: { th: code, en: code }, group: 'other-money', ofTheYear: false };

/** Standard codes in their order, then the others by code. */
export function inFundOrder(a: string, b: string): number {
  const [placeA, placeB] = [ORDER.indexOf(a), ORDER.indexOf(b)];
  if (placeA >= 0 && placeB >= 0) return placeA - placeB;
  if (placeA >= 0 || placeB >= 0) return placeB - placeA;
  return compareText(a, b);
}
