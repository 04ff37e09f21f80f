/** Control characters, and those that turn the direction of writing: they would act on the terminal of the reader. */
const ACTING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** A text from outside as it may be shown to people: nothing in it acts on a terminal or a page. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(ACTING, '\ufffd');

/** Orders texts by UTF-16 code units: the same on every machine and in every year, whatever language it speaks. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether nobody would see anything of a text: there is none, or blanks and marks that are not seen. */
export const isBlank = (text: unknown): boolean =>
  typeof text !== 'string' || /^[\s\p{Cc}\p{Cf}]*$/u.test(text);
