import type { Language } from '../../../texts/language.ts';
import { titleOf } from '../catalogue/catalogue.ts';
import type { CommandShape } from '../catalogue/command-shape.ts';
import type { Values } from './values.ts';

/** Numbers by which people know a document. */
const NUMBERS = [
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'transfer',
  'advance',
  'document',
  'kpi',
];

/** What the list of drafts calls a draft: what it is, of which project, with which number and amount as typed. */
export function draftTitle({ id }: CommandShape, values: Values, language: Language): string {
  const number = NUMBERS.map((name) => values[name]).find(Boolean);
  return [titleOf(id, language), values['project'], number, values['amount'] ?? values['change']]
    .filter(Boolean)
    .join(' · ');
}
