import type { Bilingual, TermId } from '#glossary';

/** What a column of a dataset holds. */
export interface Field {
  readonly kind: 'text' | 'code' | 'date' | 'time' | 'number';
  /** What a number counts. */
  readonly unit?: 'million-baht' | 'baht' | 'percent' | 'days' | 'count';
  readonly meaning: Bilingual;
  /** The word of the glossary that says more. */
  readonly term?: TermId;
}

type Named = readonly [th: string, en: string, term?: TermId];

const field =
  (kind: Field['kind'], unit?: Field['unit']) =>
  (...[th, en, term]: Named): Field => ({
    kind,
    ...(unit === undefined ? {} : { unit }),
    meaning: { th, en },
    ...(term === undefined ? {} : { term }),
  });

export const text = field('text');
export const code = field('code');
export const date = field('date');
export const time = field('time');
/** Million baht with four decimals, rounded half-up from the exact amount. */
export const million = field('number', 'million-baht');
/** Exact, with two decimals. */
export const baht = field('number', 'baht');
export const percent = field('number', 'percent');
export const days = field('number', 'days');
export const count = field('number', 'count');
export const figure = field('number');
