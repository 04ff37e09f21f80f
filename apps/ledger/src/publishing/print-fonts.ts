import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUBSETS = {
  thai: 'U+0E01-0E5B, U+200C-200D, U+25CC',
  latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2212, U+25A0-25FF',
} as const;
const WEIGHTS = ['400', '700'] as const;

const faceOf = (subset: keyof typeof SUBSETS, weight: (typeof WEIGHTS)[number]): string => {
  const file = import.meta.resolve(`@fontsource/sarabun/files/sarabun-${subset}-${weight}-normal.woff2`);
  const bytes = readFileSync(fileURLToPath(file)).toString('base64');
  return `@font-face{font-family:Sarabun;font-weight:${weight};src:url(data:font/woff2;base64,${bytes}) format('woff2');unicode-range:${SUBSETS[subset]}}`;
};

let made: string | undefined;

/** The fonts of a printed report, within its styles: a print fetches nothing. */
export const printFonts = (): string =>
  (made ??= (Object.keys(SUBSETS) as (keyof typeof SUBSETS)[])
    .flatMap((subset) => WEIGHTS.map((weight) => faceOf(subset, weight)))
    .join(''));
