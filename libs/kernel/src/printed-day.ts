import { ERA_OFFSET } from './calendar.ts';

/** Languages in which days are printed. */
export type PrintedLanguage = 'th' | 'en';

const MONTHS: Readonly<Record<PrintedLanguage, readonly string[]>> = {
  th: 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

/** Years of the Buddhist era, which began earlier. */
export const buddhistYear = (year: string): string => String(Number(year) + ERA_OFFSET.BE);

/** A day as people write it: «30 ธ.ค. 2568», or 30 Dec 2025. */
export const printDay = (day: string, language: PrintedLanguage): string =>
  `${Number(day.slice(8, 10))} ${printMonth(day, language)}`;

/** The month of a day, or a month `2025-12`, as people write it: «ธ.ค. 2568», or Dec 2025. */
export function printMonth(day: string, language: PrintedLanguage): string {
  const [year = '', month = ''] = day.split('-');
  return `${MONTHS[language][Number(month) - 1] ?? month} ${language === 'th' ? buddhistYear(year) : year}`;
}
