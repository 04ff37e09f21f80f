import { type Language, useLanguage } from './language.ts';
import { localeOf } from './texts.ts';

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), options);

/** Some platforms write the era beside the year, which the words around it say already. */
const withPlainYear = (form: Intl.DateTimeFormat, civilDate: string): string =>
  form.format(dayOf(civilDate)).replace(/ (?:พ\.ศ\. )?(\d{4}).*$/, ' $1');

const dayOf = (civilDate: string): Date => new Date(`${civilDate}T00:00:00Z`);

/** A business date as people write it: «30 ธ.ค. 2568», or 30 Dec 2025. */
export const dateIn = (language: Language, civilDate: string): string =>
  withPlainYear(
    format(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    civilDate,
  );

/** A month as people write it: «ธ.ค. 2568», or Dec 2025; `YYYY-MM`. */
export const monthIn = (language: Language, month: string): string =>
  withPlainYear(format(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }), `${month}-01`);

/** A moment by the clock of the organisation: «30 ธ.ค. 2568 16:58»; the machine's own zone counts for nothing. */
export function timeIn(language: Language, instant: string, timeZone: string): string {
  const clock = format('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
  return `${dateIn(language, day)} ${clock.format(new Date(instant))}`;
}

/** The dates of the page in its language. */
export function useDates() {
  const language = useLanguage();
  return {
    date: (civilDate: string) => dateIn(language, civilDate),
    month: (month: string) => monthIn(language, month),
    time: (instant: string, timeZone = 'Asia/Bangkok') => timeIn(language, instant, timeZone),
  };
}
