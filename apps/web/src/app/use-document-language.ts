import { useEffect } from 'react';
import type { Language } from '../texts/language.ts';

/** Tells screen readers and line breaking which language the page is in. */
export function useDocumentLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
