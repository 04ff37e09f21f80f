import { oneSpelling } from '#kernel/folding';

/** What nobody sees between letters. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Most names are codes, which only their case can make differ. */
const PLAIN = /^[!-~]*$/u;

/** A name for comparing alone: names that look alike are one, whatever the case of their letters and the width of their blanks. */
export const foldedName = (name: string): string => (PLAIN.test(name) ? name.toLowerCase() : folded(name));

const folded = (name: string): string =>
  oneSpelling(name.normalize('NFKC').toLowerCase().replace(UNSEEN, '')).replace(/\s+/gu, ' ').trim();
