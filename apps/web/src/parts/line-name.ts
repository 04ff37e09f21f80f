import { categoryName, fundSourceName } from '#glossary';
import { type Language, useLanguage } from '../texts/language.ts';

/** The line of an account, by its codes. */
export interface LineCodes {
  readonly fundSource: string;
  readonly category: string;
}

/** What a line is called in a language: fund source, then category. */
export const lineName = ({ fundSource, category }: LineCodes, language: Language): string =>
  `${fundSourceName(fundSource)[language]} · ${categoryName(category)[language]}`;

/** The same in the language of the page. */
export function useLineName(): (line: LineCodes) => string {
  const language = useLanguage();
  return (line) => lineName(line, language);
}
