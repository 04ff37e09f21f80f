import { refusalSentence } from '../../refusals/sentences.ts';
import type { Fault } from '../../sheets/faults.ts';
import type { Language } from '../../texts/language.ts';

/** A fault in the language of the page; the ledger's own words where the page has none. */
export function sayFault(
  { code, message, details }: Fault,
  language: Language,
): { text: string; own: boolean } {
  const sentence = refusalSentence({ code, body: details }, language);
  return { text: sentence ?? message, own: sentence !== undefined };
}

/** Other ways in which the text of a cell may be meant. */
export function couldMean({ details }: Fault): readonly string[] {
  const ways = details['couldMean'];
  return Array.isArray(ways) ? ways.filter((way) => typeof way === 'string') : [];
}
