import { endOfDay, type Instant, parseCivilDate, parseInstant, RefusalError } from '#kernel';

/** The moment that a date (its end) or an instant with its zone means; nothing for any other text. */
export function momentOf(text: string, timeZone: string): Instant | undefined {
  try {
    return text.length === 10 ? endOfDay(parseCivilDate(text), timeZone) : parseInstant(text);
  } catch (error) {
    if (error instanceof RefusalError) return undefined;
    throw error;
  }
}

/** Whether a text is a place in the log by its number. */
export const isPosition = (text: string): boolean => /^\d+$/.test(text);

/** Whether a text names a moment of knowledge by itself, so that it can be no name of something else. */
export const isMoment = (text: string): boolean =>
  /^now$/i.test(text) || isPosition(text) || momentOf(text, 'UTC') !== undefined;
