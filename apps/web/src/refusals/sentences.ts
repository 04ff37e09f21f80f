import { sayAmount } from '../texts/amounts.ts';
import { dateIn, monthIn } from '../texts/dates.ts';
import type { Language } from '../texts/language.ts';
import { say, type Text, type TextValues } from '../texts/texts.ts';
import { accessRefusals } from './access-refusals.ts';
import { budgetRefusals } from './budget-refusals.ts';
import { controlRefusals } from './control-refusals.ts';
import { documentRefusals } from './document-refusals.ts';
import { performanceRefusals } from './performance-refusals.ts';
import { serviceRefusals } from './service-refusals.ts';
import { typedRefusals } from './typed-refusals.ts';
import { unknownRefusals } from './unknown-refusals.ts';
import { yearEndRefusals } from './year-end-refusals.ts';

/** What the ledger refused: its code, and what else its answer says. */
export interface Refused {
  readonly code: string;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

/** Refusals that people meet at the pages, in their words. Others are said as the ledger says them. */
export const SENTENCES: Readonly<Record<string, Text>> = {
  ...typedRefusals,
  ...budgetRefusals,
  ...documentRefusals,
  ...yearEndRefusals,
  ...controlRefusals,
  ...performanceRefusals,
  ...accessRefusals,
  ...serviceRefusals,
  ...unknownRefusals,
};

/** They are said as they came, even where they look like an amount or a day. */
const VERBATIM: ReadonlySet<string> = new Set([
  'project',
  'kpi',
  'report',
  'given',
  'number',
  'document',
  'reservation',
  'maker',
  'duty',
  'value',
  'before',
]);

/** A refusal in the words of the page; nothing for one that the ledger says best itself. */
export function refusalSentence({ code, body = {} }: Refused, language: Language): string | undefined {
  const text = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  if (text === undefined) return undefined;
  try {
    return say(text, language, valuesOf(body, language));
  } catch {
    // The answer lacks a value of the sentence, as one of an older ledger may.
    return undefined;
  }
}

function valuesOf(body: Readonly<Record<string, unknown>>, language: Language): TextValues {
  const said = Object.entries(body).flatMap(([name, value]): [string, string | number][] =>
    typeof value === 'number'
      ? [[name, value]]
      : typeof value === 'string'
        ? [[name, VERBATIM.has(name) ? value : inWords(value, language)]]
        : [],
  );
  return { upTo: 'none', ...Object.fromEntries(said) };
}

const QUARTER = { th: 'ไตรมาส {n}', en: 'Q{n}' } as const;

/** Amounts grouped, days, months and quarters as people say them. */
function inWords(value: string, language: Language): string {
  if (/^-?\d+\.\d{2}$/.test(value)) return sayAmount(value, 'baht');
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dateIn(language, value);
  if (/^\d{4}-\d{2}$/.test(value)) return monthIn(language, value);
  return /^Q[1-4]$/.test(value) ? say(QUARTER, language, { n: value.slice(1) }) : value;
}
