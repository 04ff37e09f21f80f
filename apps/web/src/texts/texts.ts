import { IntlMessageFormat } from 'intl-messageformat';
import { useMemo } from 'react';
import { type Language, useLanguage } from './language.ts';

/** One text in both languages, in ICU MessageFormat; dates and amounts come in already formatted. */
export type Text = Readonly<Record<Language, string>>;
export type Texts = Readonly<Record<string, Text>>;
export type TextValues = Readonly<Record<string, string | number>>;

/** Says a text in the language of the page. */
export type Say<T extends Texts> = (key: keyof T & string, values?: TextValues) => string;

/** The texts of a page or part, both languages beside each other. */
export const defineTexts = <const T extends Texts>(texts: T): T => texts;

const LOCALES: Readonly<Record<Language, string>> = { th: 'th-TH-u-ca-buddhist-nu-latn', en: 'en-GB' };

/** The locale of a language with calendar and digits said; a browser left to itself picks its own. */
export const localeOf = (language: Language): string => LOCALES[language];

const compiled = new Map<string, IntlMessageFormat>();

/** One text with its values put in. */
export function say(text: Text, language: Language, values?: TextValues): string {
  const message = text[language];
  if (!message.includes('{') && !message.includes("'")) return message;
  const key = `${language} ${message}`;
  const format = compiled.get(key) ?? new IntlMessageFormat(message, localeOf(language));
  compiled.set(key, format);
  return String(format.format(values));
}

/** Says the texts of a part in the language of the page. */
export function useTexts<T extends Texts>(texts: T): Say<T> {
  const language = useLanguage();
  return useMemo(() => {
    const sayIn: Say<T> = (key, values) => say(texts[key] as Text, language, values);
    return sayIn;
  }, [texts, language]);
}
