/** One glossary, Thai and English: it feeds explanations of words in pages, the open data dictionary and the API. */
import type { Term } from './term.ts';
import { authority } from './terms/authority.ts';
import { ledger } from './terms/ledger.ts';
import { performance } from './terms/performance.ts';
import { spending } from './terms/spending.ts';
import { yearEnd } from './terms/year-end.ts';

export * from './folding.ts';
export { categoryName, FUND_SOURCE_NAMES, fundSourceName } from './line-names.ts';
export type { Term } from './term.ts';
export { VERIFICATION_FINDING_NAMES, verificationFindingName } from './verification-finding-names.ts';

/** The terms by theme, in the order in which one learns them. */
export const THEMES = { authority, spending, 'year-end': yearEnd, performance, ledger } as const;
export type Theme = keyof typeof THEMES;

/** Names a term; stable, since pages and addresses use it. */
export type TermId = {
  [T in Theme]: keyof (typeof THEMES)[T];
}[Theme];

/** Every term by its id. */
export const glossary: Readonly<Record<TermId, Term>> = {
  ...authority,
  ...spending,
  ...yearEnd,
  ...performance,
  ...ledger,
};

export const isTermId = (id: string): id is TermId => Object.hasOwn(glossary, id);

/** The terms whose word or meaning holds a text in either language, in their order; all for an empty text. */
export function findTerms(text: string): TermId[] {
  const wanted = text.normalize('NFC').trim().toLowerCase();
  return (Object.keys(glossary) as TermId[]).filter((id) => {
    const { name, meaning } = glossary[id];
    return [name.th, name.en, meaning.th, meaning.en].some((said) => said.toLowerCase().includes(wanted));
  });
}
