/** What nobody sees between letters. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Sara am typed in two pieces around a tone mark; NFKC takes it apart behind the mark. */
const AM_AROUND_TONE = /\u0e4d([\u0e48-\u0e4b])\u0e32/gu;

/** Sara e typed twice for sara ae. */
const TWICE_E = /\u0e40\u0e40/gu;

/** A name for comparing alone: names that look alike are one, whatever the case of their letters and the width of their blanks. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(AM_AROUND_TONE, '$1\u0e4d\u0e32')
    .replace(TWICE_E, '\u0e41')
    .replace(/\s+/gu, ' ')
    .trim();
