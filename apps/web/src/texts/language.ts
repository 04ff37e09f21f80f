import { createContext, useContext } from 'react';

export const LANGUAGES = ['th', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Thai first: what the address does not say is Thai. */
export const DEFAULT_LANGUAGE: Language = 'th';

export const isLanguage = (text: unknown): text is Language => LANGUAGES.includes(text as Language);

export const LanguageContext = createContext<Language>(DEFAULT_LANGUAGE);

/** The language of the page, as its address says. */
export const useLanguage = (): Language => useContext(LanguageContext);
