import type { Bilingual } from './term.ts';

/** Standard codes of fund sources, in the order in which a book prints them. Others may be used. */
export const FUND_SOURCE_NAMES = {
  'annual-appropriation': { th: 'งบประมาณรายจ่ายประจำปี', en: 'Annual appropriation' },
  'central-fund': { th: 'งบกลาง', en: 'Central fund' },
  'prior-year-balance': { th: 'เงินงบประมาณคงเหลือจากปีก่อน', en: 'Prior-year balance' },
  'own-income': { th: 'เงินรายได้', en: 'Own income' },
  'estimated-income': { th: 'ประมาณการรายได้', en: 'Estimated income' },
  'prior-year-off-budget-income': {
    th: 'รายได้นอกงบประมาณปีที่ผ่านมา',
    en: 'Prior-year off-budget income',
  },
} as const satisfies Record<string, Bilingual>;

/** Codes of expenditure categories that tables, templates and the sample use. */
const CATEGORY_NAMES: Readonly<Record<string, Bilingual>> = {
  operating: { th: 'งบดำเนินงาน', en: 'Operating' },
  capital: { th: 'งบลงทุน', en: 'Capital' },
  unclassified: { th: 'ไม่จำแนกประเภท', en: 'Unclassified' },
};

/** What a code of a line is called; one that is not standard is named by itself. */
const nameIn =
  (names: Readonly<Record<string, Bilingual>>) =>
  (code: string): Bilingual =>
    (Object.hasOwn(names, code) ? names[code] : undefined) ?? { th: code, en: code };

export const fundSourceName = nameIn(FUND_SOURCE_NAMES);
export const categoryName = nameIn(CATEGORY_NAMES);
